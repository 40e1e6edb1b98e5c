namespace NemoBot.LocalNemo.Captioning.Files;

/// <summary>Bounds for files of unknown origin. What exceeds them is cut.</summary>
internal static class CaptionLimits
{
    public const int MaxBytes = 2 * 1024 * 1024;
    public const int MaxLines = 10_000;
    public const int MaxTextLength = 1_000;
    public const int MaxWords = 400;

    public static readonly TimeSpan MaxTime = TimeSpan.FromHours(24);
}
