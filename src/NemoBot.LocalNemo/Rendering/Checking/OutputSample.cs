using NemoBot.LocalNemo.Sound.Mixing;

namespace NemoBot.LocalNemo.Rendering.Checking;

/// <summary>A moment of a finished file, decoded.</summary>
/// <param name="Start">Its position.</param>
/// <param name="Pictures">A few frames one after the other, small and grey.</param>
/// <param name="Sound">Level of its sound.</param>
internal sealed record OutputSample(TimeSpan Start, IReadOnlyList<byte[]> Pictures, LevelTrace Sound)
{
    /// <summary>Size of the pictures.</summary>
    public const int Width = 64;

    /// <summary>Size of the pictures.</summary>
    public const int Height = 36;

    /// <summary>How much of the file is decoded.</summary>
    public static TimeSpan Length { get; } = TimeSpan.FromSeconds(1.5);

    /// <summary>How much of the picture is decoded: that is the expensive part.</summary>
    public static TimeSpan PictureLength { get; } = TimeSpan.FromSeconds(0.5);
}
