namespace NemoBot.LocalNemo.Sound;

/// <summary>The form of all sound inside: stereo floats, left and right in turn.</summary>
internal static class SoundFormat
{
    /// <summary>Samples of a channel per second.</summary>
    public const int Rate = 48_000;

    /// <summary>Channels.</summary>
    public const int Channels = 2;

    /// <summary>Samples of a channel in a time.</summary>
    public static long SamplesIn(TimeSpan time) => (long)Math.Round(time.TotalSeconds * Rate);
}
