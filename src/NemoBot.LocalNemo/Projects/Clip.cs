namespace NemoBot.LocalNemo.Projects;

/// <summary>A piece of an asset.</summary>
/// <param name="Asset">Source.</param>
/// <param name="From">Start position in the asset.</param>
/// <param name="Length">Length in the asset, before any change of speed.</param>
internal sealed record Clip(Asset Asset, TimeSpan From, TimeSpan Length)
{
    /// <summary>2 is twice as fast; the pitch is kept.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Volume of this clip alone, 0 to 2.</summary>
    public double Volume { get; init; } = 1;

    /// <summary>Parts with a volume of their own, in order and without overlap.</summary>
    public IReadOnlyList<VolumeChange> Changes { get; init; } = [];

    /// <summary>Plays backwards.</summary>
    public bool Reversed { get; init; }

    /// <summary>Repeats the asset when <see cref="Length"/> goes past its end, instead of holding the last picture.</summary>
    public bool Loops { get; init; }

    /// <summary>Rises from black and silence over this time.</summary>
    public TimeSpan FadeIn { get; init; }

    /// <summary>Sinks to black and silence over this time.</summary>
    public TimeSpan FadeOut { get; init; }

    /// <summary>Overlap with the clip before; ignored on the first clip.</summary>
    public TimeSpan Crossfade { get; init; }

    /// <summary>Length on the timeline.</summary>
    public TimeSpan Duration => Speed == 1 ? Length : Length / Speed;

    /// <summary>When a part of the asset is played, from the start of the clip; it may lie outside of it.</summary>
    public (TimeSpan From, TimeSpan To) Played(TimeSpan from, TimeSpan to)
    {
        var (first, last) = Reversed ? (From + Length - to, From + Length - from) : (from - From, to - From);
        return Speed == 1 ? (first, last) : (first / Speed, last / Speed);
    }
}
