namespace NemoBot.Core.Timeline;

/// <summary>A segment and what it is on its track.</summary>
/// <param name="Kind">The track's.</param>
/// <param name="Role">What it is to people.</param>
/// <param name="Segment">Itself.</param>
internal sealed record PlacedSegment(TrackKind Kind, TrackRole Role, Segment Segment)
{
    /// <summary>All segments of a timeline with a kind, in order of time.</summary>
    public static List<PlacedSegment> All(TimelineView view, TrackKind kind) =>
    [
        .. view.Tracks.Where(t => t.Kind == kind)
            .SelectMany(t => t.Segments.Select(s => new PlacedSegment(kind, SegmentWords.RoleOf(kind, t.Label, s), Named(s, t))))
            .OrderBy(p => p.Segment.Start),
    ];

    private static Segment Named(Segment segment, Track track) =>
        segment.Label.Length == 0 && track.Segments.Count == 1 ? segment with { Label = track.Label } : segment;
}
