using System.Globalization;
using System.Text.Json;
using NemoBot.Core.Media;

namespace NemoBot.Media.Probing;

/// <summary>Reads ffprobe's JSON.</summary>
internal static class ProbeReport
{
    private static readonly string[] StillCodecs = ["png", "mjpeg", "webp", "bmp", "tiff", "jpegxl", "jpeg2000"];

    /// <exception cref="MediaException">There is nothing in it that could be seen or heard.</exception>
    public static MediaFacts Read(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var format = root.TryGetProperty("format", out var f) ? f : default;
        var container = Text(format, "format_name") ?? "";
        ProbeStream[] streams = root.TryGetProperty("streams", out var list) ? [.. list.EnumerateArray().Select(s => new ProbeStream(s))] : [];

        var tracks = streams.Where(s => s.CodecType == "audio").ToList();
        var sound = tracks.Where(s => s.IsSound).OrderByDescending(s => s.IsDefault && !s.IsSecondary).ThenBy(s => s.IsSecondary).FirstOrDefault();
        var cover = streams.FirstOrDefault(s => s.IsCover);
        var picture = streams.FirstOrDefault(s => s.IsPicture && !s.IsCover && s.Codec is not null && s.Width > 0);
        var hasSound = sound.IsPresent;
        var hasPicture = picture.IsPresent;
        var duration = Longest(ProbeStream.ReadSeconds(Text(format, "duration")), sound, picture);

        // MP4 counts a late start into its length; FFmpeg begins where the first stream begins.
        var late = container.Contains("mp4", StringComparison.Ordinal) ? ProbeStream.ReadSeconds(Text(format, "start_time")) : TimeSpan.Zero;
        duration = late < duration ? duration - late : duration;
        var isStill = hasPicture && !hasSound && IsStill(container, picture);

        var kind = isStill ? MediaKind.Image
            : hasPicture ? MediaKind.Video
            : hasSound ? MediaKind.Audio
            : throw new MediaException(MediaProblem.Unreadable, $"No stream of {container} can be used.");
        var seen = hasPicture ? picture : cover;
        return new MediaFacts(
            kind,
            container,
            isStill ? TimeSpan.Zero : duration,
            seen.IsPresent ? seen.Width : 0,
            seen.IsPresent ? seen.Height : 0,
            hasSound,
            hasPicture && !isStill,
            cover.IsPresent,
            hasPicture && !isStill ? picture.FrameRate : 0,
            hasSound ? sound.Codec : null,
            hasPicture ? picture.Codec : null)
        {
            AudioTrack = hasSound ? tracks.FindIndex(t => t.Index == sound.Index) : 0,
            AudioChannels = hasSound ? sound.Channels : 0,
            AudioLayout = hasSound ? sound.ChannelLayout : null,
            AudioStart = hasSound ? LateStart(format, sound) : TimeSpan.Zero,
        };
    }

    /// <summary>FFmpeg begins where the first stream begins; a sound that begins later is late by the difference.</summary>
    private static TimeSpan LateStart(JsonElement format, ProbeStream sound)
    {
        var start = double.TryParse(Text(format, "start_time"), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;
        return sound.StartTime > start ? TimeSpan.FromSeconds(sound.StartTime - start) : TimeSpan.Zero;
    }

    private static bool IsStill(string container, ProbeStream picture) =>
        container.EndsWith("_pipe", StringComparison.Ordinal)
        || container == "image2"
        || (container is "gif" or "apng" && picture.Frames == 1)
        || (StillCodecs.Contains(picture.Codec) && picture.Frames is 0 or 1 && picture.Duration == TimeSpan.Zero);

    private static TimeSpan Longest(TimeSpan declared, ProbeStream sound, ProbeStream picture)
    {
        var streams = new[] { sound, picture }.Where(s => s.IsPresent).Select(s => s.Duration).DefaultIfEmpty().Max();
        return declared > TimeSpan.Zero ? declared : streams;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
