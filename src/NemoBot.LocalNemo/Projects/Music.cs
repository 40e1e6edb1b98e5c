namespace NemoBot.LocalNemo.Projects;

/// <summary>Sound below the main material.</summary>
/// <param name="Asset">Source.</param>
/// <param name="Volume">0 to 1.</param>
internal sealed record Music(Asset Asset, double Volume)
{
    /// <summary>Start position in the asset.</summary>
    public TimeSpan From { get; init; }

    /// <summary>Where it begins on the timeline.</summary>
    public TimeSpan Start { get; init; }

    /// <summary>How long it plays; null: to the end.</summary>
    public TimeSpan? Length { get; init; }

    /// <summary>Parts with a volume of their own, in order and without overlap; counted from the start of the music.</summary>
    public IReadOnlyList<VolumeChange> Changes { get; init; } = [];

    /// <summary>Rises from silence over this time.</summary>
    public TimeSpan FadeIn { get; init; }

    /// <summary>Sinks to silence over this time.</summary>
    public TimeSpan FadeOut { get; init; }

    /// <summary>Gets quieter while the main sound is heard.</summary>
    public bool Ducks { get; init; } = true;

    /// <summary>Repeats from <see cref="From"/> when it is shorter than its place.</summary>
    public bool Loops { get; init; } = true;

    /// <summary>The same as a clip, whose parts with a volume of their own are counted from the start of the asset.</summary>
    public Clip AsClip(TimeSpan length) => new(Asset, From, length)
    {
        Loops = Loops,
        Changes = [.. Changes.Select(c => c with { From = c.From + From, To = c.To + From })],
        FadeIn = FadeIn,
        FadeOut = FadeOut,
    };
}
