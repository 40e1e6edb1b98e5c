namespace NemoBot.LocalNemo.Projects;

/// <summary>A picture or a silent video of a slideshow.</summary>
/// <param name="Asset">Source.</param>
/// <param name="Start">When it appears.</param>
/// <param name="Length">How long it is seen, crossfade included.</param>
internal sealed record Slide(Asset Asset, TimeSpan Start, TimeSpan Length)
{
    /// <summary>Slow movement.</summary>
    public Motion Motion { get; init; }

    /// <summary>How long it is to be seen, whatever the others last; null: as long as they.</summary>
    public TimeSpan? OwnLength { get; init; }

    /// <summary>Overlap with the slide before.</summary>
    public TimeSpan Crossfade { get; init; }
}
