namespace NemoBot.Core.Timeline;

/// <summary>One track, its segments in order of time.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Label">The track's own name; empty if it has none.</param>
/// <param name="Segments">May be empty.</param>
public sealed record Track(TrackKind Kind, string Label, IReadOnlyList<Segment> Segments);
