using System.Text.Json;

namespace NemoBot.Core.Timeline;

/// <summary>Reads the backend's draft (short keys: <c>t</c> tracks, <c>tt</c> type, <c>sg</c> segments, <c>d</c> milliseconds, <c>m</c> more).</summary>
internal static class DraftReader
{
    private const int MostFormats = 4;
    private const int LongestFormat = 20;

    /// <summary>What people see in a draft; <see cref="TimelineView.Empty"/> if it is not JSON. Never throws.</summary>
    /// <param name="json">The draft as received.</param>
    /// <param name="width">Canvas width in pixels from the state; null: the draft's own, if it has one.</param>
    /// <param name="height">Canvas height in pixels from the state.</param>
    public static TimelineView Read(string json, int? width, int? height)
    {
        using var document = DraftElement.Parse(json);
        if (document is null)
        {
            return TimelineView.Empty;
        }

        var root = document.RootElement;
        var tracks = root.Get("t", "tracks").Items()
            .Where(t => t.ValueKind == JsonValueKind.Object)
            .Select(ReadTrack)
            .ToList();
        var canvas = root.Get("canvas_config", "canvas", "m");
        return new(
            tracks,
            width ?? Side(canvas, root, "width", "w"),
            height ?? Side(canvas, root, "height", "h"))
        {
            Title = root.Get("output").Get("name", "title").Text() is { } title && !string.IsNullOrWhiteSpace(title) ? title.Trim() : null,
            FileType = root.Get("output").Get("format").Text() is ("gif" or "mp3" or "m4a" or "srt" or "vtt") and var type ? type : "mp4",
            Formats = ReadFormats(root.Get("output").Get("formats")),
        };
    }

    private static List<string> ReadFormats(JsonElement formats) =>
        formats.Items().Select(f => f.Text()).OfType<string>().Where(f => f.Length is > 0 and <= LongestFormat).Distinct().Take(MostFormats).ToList() is { Count: > 1 } all ? all : [];

    private static Track ReadTrack(JsonElement track)
    {
        var kind = KindOf(track.Get("tt", "type", "track_type"));
        var more = track.Get("m", "metadata");
        var label = LabelReader.Read(track, more, TrackKind.Effect);
        return new(kind, label, ReadSegments(track, more, kind));
    }

    private static List<Segment> ReadSegments(JsonElement track, JsonElement more, TrackKind kind)
    {
        var segments = new List<Segment>();
        var volume = SegmentReader.VolumeOf(track, more);
        var next = TimeSpan.Zero;
        foreach (var element in track.Get("sg", "segments").Items().Where(s => s.ValueKind == JsonValueKind.Object))
        {
            var segment = SegmentReader.Read(element, kind, next, volume);
            next = segment.End;
            segments.Add(segment);
        }

        // Stable: segments at the same place stay in the draft's order.
        return [.. segments.OrderBy(s => s.Start)];
    }

    private static TrackKind KindOf(JsonElement type) => type.Number() switch
    {
        0 => TrackKind.Video,
        1 => TrackKind.Audio,
        7 => TrackKind.Text,
        not null => TrackKind.Effect,
        null => type.Text()?.Trim().ToUpperInvariant() switch
        {
            "VIDEO" or "IMAGE" => TrackKind.Video,
            "AUDIO" or "MUSIC" or "BGM" => TrackKind.Audio,
            "TEXT" or "TITLE" or "SUBTITLE" or "CAPTION" => TrackKind.Text,
            _ => TrackKind.Effect,
        },
    };

    private static int? Side(JsonElement canvas, JsonElement root, string name, string shortName) =>
        (canvas.Get(name, shortName).Number() ?? root.Get(name, shortName).Number()) is >= 1 and <= 100_000 and var pixels
            ? (int)pixels
            : null;
}
