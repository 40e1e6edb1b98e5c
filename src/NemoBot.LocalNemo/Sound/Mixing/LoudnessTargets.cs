namespace NemoBot.LocalNemo.Sound.Mixing;

/// <summary>Usual loudness in LUFS.</summary>
internal static class LoudnessTargets
{
    /// <summary>Podcasts.</summary>
    public const double Speech = -16;

    /// <summary>Streaming and video platforms.</summary>
    public const double Music = -14;

    /// <summary>Ceiling of true peaks in dBTP. Encoding adds up to 1 dB to limited peaks, and the finished file should stay below -1.</summary>
    public const double Ceiling = -2.2;
}
