using System.Globalization;
using System.Text.Json;
using NemoBot.Core.Media;

namespace NemoBot.Media.Probing;

/// <summary>Reads ffprobe's JSON.</summary>
internal static class ProbeReport
{
    private static readonly string[] StillCodecs = ["png", "mjpeg", "webp", "bmp", "tiff", "jpegxl", "jpeg2000", "psd", "qoi", "ppm", "pgm", "targa"];

    /// <exception cref="MediaException">There is nothing in it that could be seen or heard.</exception>
    public static ProbeResult Read(byte[] json, long mostCoverPixels)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var format = root.TryGetProperty("format", out var f) ? f : default;
        var container = Text(format, "format_name") ?? "";
        ProbeStream[] streams = root.TryGetProperty("streams", out var list) ? [.. list.EnumerateArray().Select(s => new ProbeStream(s))] : [];

        var tracks = streams.Where(s => s.CodecType == "audio").ToList();
        var sounds = tracks.Where(s => s.IsSound).OrderByDescending(s => s.IsDefault && !s.IsSecondary).ThenBy(s => s.IsSecondary).ToList();
        var sound = sounds.FirstOrDefault();
        var covers = CoverChoice.Order(streams, mostCoverPixels).ToList();
        var pictures = streams.Where(s => s.IsPicture && !s.IsCover && s.Codec is not null && s.Width > 0);

        // An icon holds the same picture in several sizes.
        var picture = pictures.OrderByDescending(s => container == "ico" ? s.Width : 0).FirstOrDefault();
        var facts = Describe(format, container, sound, picture) with { HasCover = covers.Count > 0 };
        var seen = picture.IsPresent ? WithPicture(facts, picture) : covers.Count > 0 ? WithPicture(facts, covers[0]) : facts;
        MediaFacts WithSound(MediaFacts of, ProbeStream track) => of with
        {
            AudioCodec = track.Codec,
            AudioTrack = tracks.FindIndex(t => t.Index == track.Index),
            AudioChannels = track.Channels,
            AudioLayout = track.ChannelLayout,
            AudioStart = LateStart(format, track),
        };
        var heard = sound.IsPresent ? WithSound(seen, sound) : seen;
        return new ProbeResult(heard, [.. sounds.Select(s => WithSound(seen, s))], picture.IsPresent ? [] : [.. covers.Select(c => WithPicture(heard, c))]);
    }

    /// <summary>What the file is, how long it plays, what it is called.</summary>
    private static MediaFacts Describe(JsonElement format, string container, ProbeStream sound, ProbeStream picture)
    {
        var isStill = picture.IsPresent && !sound.IsPresent && IsStill(container, picture);
        var moves = picture.IsPresent && !isStill;
        var kind = isStill ? MediaKind.Image
            : moves ? MediaKind.Video
            : sound.IsPresent ? MediaKind.Audio
            : throw new MediaException(MediaProblem.Unreadable, $"No stream of {container} can be used.");
        return new MediaFacts(
            kind, container, isStill ? TimeSpan.Zero : LengthOf(format, container, sound, picture), 0, 0, sound.IsPresent, moves, HasCover: false,
            moves ? SteadyRate.Of(picture) : 0, null, picture.IsPresent ? picture.Codec : null)
        {
            Title = TagReader.Read(format, sound, "title"),
            Artist = TagReader.Read(format, sound, "artist", "album_artist"),
            AverageFrameRate = moves ? picture.AverageFrameRate : 0,
            IsInterlaced = moves && picture.FieldOrder is "tt" or "bb" or "tb" or "bt",
        };
    }

    private static TimeSpan LengthOf(JsonElement format, string container, ProbeStream sound, ProbeStream picture)
    {
        var duration = Longest(ProbeStream.ReadSeconds(Text(format, "duration")), sound, picture);

        // MP4 counts a late start into its length; FFmpeg begins where the first stream begins.
        var late = container.Contains("mp4", StringComparison.Ordinal) ? ProbeStream.ReadSeconds(Text(format, "start_time")) : TimeSpan.Zero;
        return late < duration ? duration - late : duration;
    }

    private static MediaFacts WithPicture(MediaFacts facts, ProbeStream picture) => facts with
    {
        Width = (int)Math.Round(picture.Width * Math.Max(1, picture.PixelAspect)),
        Height = (int)Math.Round(picture.Height / Math.Min(1, picture.PixelAspect)),
        PictureStream = picture.Index,
        PixelAspect = picture.PixelAspect,
        Color = picture.ReadColor(),
    };

    /// <summary>FFmpeg begins where the first stream begins; a sound that begins later is late by the difference.</summary>
    private static TimeSpan LateStart(JsonElement format, ProbeStream sound)
    {
        var start = double.TryParse(Text(format, "start_time"), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;
        return sound.StartTime > start ? TimeSpan.FromSeconds(sound.StartTime - start) : TimeSpan.Zero;
    }

    private static bool IsStill(string container, ProbeStream picture) =>
        container.EndsWith("_pipe", StringComparison.Ordinal)
        || container is "image2" or "ico" or "fits"
        || picture.Frames == 1
        || (container != "mjpeg" && StillCodecs.Contains(picture.Codec) && picture.Frames is 0 or 1 && picture.Duration == TimeSpan.Zero);

    private static TimeSpan Longest(TimeSpan declared, ProbeStream sound, ProbeStream picture)
    {
        var streams = new[] { sound, picture }.Where(s => s.IsPresent).Select(s => s.Duration).DefaultIfEmpty().Max();
        return declared > TimeSpan.Zero ? declared : streams;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
