namespace NemoBot.LocalNemo.Projects;

/// <summary>Sound below the main material.</summary>
/// <param name="Asset">Source.</param>
/// <param name="Volume">0 to 1.</param>
internal sealed record Music(Asset Asset, double Volume)
{
    /// <summary>Where it begins on the timeline.</summary>
    public TimeSpan Start { get; init; }

    /// <summary>How long it plays; null: to the end.</summary>
    public TimeSpan? Length { get; init; }

    /// <summary>Parts with a volume of their own, in order and without overlap.</summary>
    public IReadOnlyList<VolumeChange> Changes { get; init; } = [];

    /// <summary>Rises from silence over this time.</summary>
    public TimeSpan FadeIn { get; init; }

    /// <summary>Sinks to silence over this time.</summary>
    public TimeSpan FadeOut { get; init; }

    /// <summary>Gets quieter while the main sound is heard.</summary>
    public bool Ducks { get; init; } = true;

    /// <summary>Repeats when it is shorter than its place.</summary>
    public bool Loops { get; init; } = true;
}
