namespace NemoBot.LocalNemo.Edits;

/// <summary>How loud something becomes: exactly one of the three is given.</summary>
/// <param name="Level">1 is as recorded.</param>
/// <param name="Decibels">A change in dB.</param>
/// <param name="Factor">A multiple of the level of now.</param>
internal readonly record struct VolumeStep(double? Level, double? Decibels, double? Factor)
{
    /// <summary>The level after it, up to a limit.</summary>
    public double From(double now, double most)
    {
        var level = Level ?? (Decibels is { } change ? now * Sound.Decibels.ToAmplitude(change) : now * (Factor ?? 1));
        return Math.Clamp(Math.Round(level, 3), 0, most);
    }
}
