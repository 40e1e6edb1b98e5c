namespace NemoBot.Core.Timeline;

/// <summary>
/// Which parts could be taken away again. A generation has two stages: the raw video comes first, the backend adds music, title and
/// effects by itself, and the user decides which of them stay.
/// </summary>
internal static class TimelineParts
{
    /// <summary>There are pictures and nothing else yet: the first stage.</summary>
    public static bool IsRawVideo(TimelineView view) => view.CanExport && Of(view).Count == 0 && Has(view, TrackKind.Video);

    /// <summary>The parts beside the pictures, in the order they are offered; none when there are no pictures to keep.</summary>
    public static IReadOnlyList<TimelinePart> Of(TimelineView view)
    {
        var parts = new List<TimelinePart>();
        if (!Has(view, TrackKind.Video))
        {
            return parts;
        }

        if (view.Tracks.Any(t => t.Kind == TrackKind.Audio
            && !SegmentWords.IsPlainSound(t.Label)
            && t.Segments.Any(s => SegmentWords.RoleOf(t.Kind, t.Label, s) != TrackRole.Voice)))
        {
            parts.Add(TimelinePart.Music);
        }

        if (Has(view, TrackKind.Text))
        {
            parts.Add(TimelinePart.Title);
        }

        if (Has(view, TrackKind.Effect))
        {
            parts.Add(TimelinePart.Effects);
        }

        return parts;
    }

    /// <summary>The parts that came since <paramref name="before"/>.</summary>
    public static IReadOnlyList<TimelinePart> Added(TimelineView before, TimelineView after) => [.. Of(after).Except(Of(before))];

    /// <summary>What a file of sound alone holds of a timeline: the sounds, or else the videos that they come from.</summary>
    public static TimelineView SoundOf(TimelineView view)
    {
        var kind = Has(view, TrackKind.Audio) ? TrackKind.Audio : TrackKind.Video;
        return view with { Tracks = [.. view.Tracks.Where(t => t.Kind == kind)] };
    }

    private static bool Has(TimelineView view, TrackKind kind) => view.Tracks.Any(t => t.Kind == kind && t.Segments.Count > 0);
}
