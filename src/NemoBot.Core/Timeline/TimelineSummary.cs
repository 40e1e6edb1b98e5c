using NemoBot.Core.Text;

namespace NemoBot.Core.Timeline;

/// <summary>Tells what is on a timeline, one line a track.</summary>
internal static class TimelineSummary
{
    private const int MostTracks = 8;
    private const int MostSegments = 3;

    /// <summary>For example <c>Timeline (2 tracks):</c>, <c>1. Video: city timelapse (0-10s)</c>, <c>2. BGM: Lo-fi (0-10s, 35%)</c>.</summary>
    public static string Describe(TimelineView view, Texts texts)
    {
        var tracks = view.Tracks.Where(t => t.Segments.Count > 0).ToList();
        if (tracks.Count == 0)
        {
            return texts["timeline.empty"];
        }

        var words = new SegmentWords(texts);
        var times = new TimeWords(texts);
        var lines = tracks.Take(MostTracks)
            .Select((t, i) => texts.Format("timeline.line", i + 1, DescribeTrack(t, texts, words, times)))
            .Prepend(tracks.Count == 1 ? texts["timeline.head.one"] : texts.Format("timeline.head", tracks.Count));
        return string.Join('\n', tracks.Count > MostTracks ? lines.Append(texts.Format("timeline.more.tracks", tracks.Count - MostTracks)) : lines);
    }

    /// <summary>The same timeline with tracks named as in the summary, for the picture beside it.</summary>
    public static TimelineView InWords(TimelineView view, Texts texts)
    {
        var words = new SegmentWords(texts);
        return view with { Tracks = [.. view.Tracks.Where(t => t.Segments.Count > 0).Select(t => Named(t) with { Label = WordFor(t, texts, words) })] };
    }

    /// <summary>A lone segment without a name takes the track's.</summary>
    private static Track Named(Track track) =>
        track.Segments.Count == 1 && track.Segments[0].Label.Length == 0 ? track with { Segments = [track.Segments[0] with { Label = track.Label }] } : track;

    private static string WordFor(Track track, Texts texts, SegmentWords words) => SegmentWords.RoleOf(track.Kind, track.Label, track.Segments[0]) switch
    {
        TrackRole.Music => texts["timeline.role.bgm"],
        TrackRole.Title when track.Segments.Count > MostSegments || SegmentWords.IsCaptions(track.Label) => texts["timeline.role.captions"],
        var role => words.Word(role),
    };

    private static string DescribeTrack(Track track, Texts texts, SegmentWords words, TimeWords times)
    {
        var role = SegmentWords.RoleOf(track.Kind, track.Label, track.Segments[0]);
        var isLong = track.Segments.Count > MostSegments;
        var word = WordFor(track, texts, words);
        if (isLong || (track.Segments.Count > 1 && track.Segments.All(s => s.Label.Length == 0)))
        {
            return texts.Format("timeline.track", word, DescribeMany(track, role, texts, words, times));
        }

        var named = Named(track).Segments;
        var parts = string.Join(texts["timeline.separator"], named.Select(s => DescribeSegment(s, role, texts, words, times)));
        return named[0].Label.Length == 0 ? word + parts : texts.Format("timeline.track", word, parts);
    }

    private static string DescribeSegment(Segment segment, TrackRole role, Texts texts, SegmentWords words, TimeWords times)
    {
        var place = times.Range(segment.Start, segment.End);
        var note = texts.Format("timeline.note", segment.Volume is { } volume && role is not TrackRole.Title and not TrackRole.Effect && volume != 1
            ? place + texts["timeline.separator"] + SegmentWords.Percent(volume)
            : place);
        return (role == TrackRole.Title && segment.Label.Length > 0 ? words.Quote(segment.Label) : SegmentWords.Shorten(segment.Label)) + note;
    }

    private static string DescribeMany(Track track, TrackRole role, Texts texts, SegmentWords words, TimeWords times)
    {
        var labels = track.Segments.Select(s => s.Label).Where(l => l.Length > 0).Distinct(StringComparer.Ordinal).Take(2)
            .Select(l => role == TrackRole.Title ? words.Quote(l) : SegmentWords.Shorten(l));
        var examples = string.Join(texts["timeline.separator"], labels);
        var place = texts.Format("timeline.note", times.Range(track.Segments[0].Start, track.Segments.Max(s => s.End)));
        var count = words.Count(role, track.Segments.Count);
        return (examples.Length == 0 ? count : texts.Format("timeline.examples", count, examples)) + place;
    }
}
