using NemoBot.LocalNemo.Sound;

namespace NemoBot.LocalNemo.Rendering.Sound;

/// <summary>The form of the samples that visuals get.</summary>
internal static class SoundCommand
{
    /// <summary>Samples per second.</summary>
    public const int Rate = SoundFormat.Rate;
}
