namespace NemoBot.Core.Timeline;

/// <summary>A draft as people see it. The draft itself stays the JSON that was received.</summary>
/// <param name="Tracks">In the draft's order.</param>
/// <param name="Width">Pixels of the canvas, if known.</param>
/// <param name="Height">Pixels of the canvas, if known.</param>
public sealed record TimelineView(IReadOnlyList<Track> Tracks, int? Width, int? Height)
{
    /// <summary>A timeline with nothing in it.</summary>
    public static TimelineView Empty { get; } = new([], null, null);

    /// <summary>The title of the work, if the draft has one.</summary>
    public string? Title { get; init; }

    /// <summary>The kind of file that it becomes, as the ending of its name.</summary>
    public string FileType { get; init; } = "mp4";

    /// <summary>The formats that it is to be made in, the draft's own first; empty: only its own.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>Where the last segment ends.</summary>
    public TimeSpan Duration => Tracks.SelectMany(t => t.Segments).Select(s => s.End).DefaultIfEmpty().Max();

    /// <summary>At least one track has a segment: the backend would render it.</summary>
    public bool CanExport => Tracks.Any(t => t.Segments.Count > 0);
}
