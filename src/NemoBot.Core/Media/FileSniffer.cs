using System.Buffers.Binary;

namespace NemoBot.Core.Media;

/// <summary>
/// Tells what a file is by its first bytes: names and reported types are not to be trusted. The name only decides between
/// readings that the bytes leave open (an MP4 container holds sound alone or pictures).
/// </summary>
internal static class FileSniffer
{
    /// <summary>How many bytes from the beginning are enough.</summary>
    public const int HeadLength = 4096;

    /// <summary>The type; null for an empty file and for everything that is neither sound, picture nor text.</summary>
    /// <param name="head">The first <see cref="HeadLength"/> bytes, or the whole file if it is shorter.</param>
    /// <param name="fileName">The name the sender gave.</param>
    public static SniffedType? Identify(ReadOnlySpan<byte> head, string? fileName)
    {
        var ending = Path.GetExtension(fileName ?? "").TrimStart('.').ToLowerInvariant();
        return Picture(head, ending)
            ?? Riff(head)
            ?? BoxedMedia.Identify(head, ending)
            ?? Container(head, ending)
            ?? PlainSound(head)
            ?? RareFormats.Identify(head)
            ?? MpegStream.Identify(head)
            ?? RarePictures.Identify(head, ending)
            ?? RareFormats.ByName(head, ending)
            ?? MpegSound.Identify(head, ending)
            ?? TextSniffer.Identify(head, ending);
    }

    private static SniffedType? Picture(ReadOnlySpan<byte> head, string ending) => head switch
    {
        // Cameras and recorders write nothing but one picture behind the other.
        _ when ending is "mjpeg" or "mjpg" && head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]) => new(MediaKind.Video, "mjpeg", "video/x-motion-jpeg"),
        _ when head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff, 0xf7]) => new(MediaKind.Image, "jls", "image/jls"),
        _ when head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]) => new(MediaKind.Image, "jpg", "image/jpeg"),
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) => new(MediaKind.Image, "png", "image/png"),
        _ when head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) => new(MediaKind.Image, "gif", "image/gif"),
        _ when head.StartsWith("BM"u8) && head.Length >= 26 && head[6..10].IndexOfAnyExcept((byte)0) < 0 && head[14] is >= 12 and <= 124 =>
            new(MediaKind.Image, "bmp", "image/bmp"),
        _ when head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) => new(MediaKind.Image, "tiff", "image/tiff"),
        _ when head.StartsWith((ReadOnlySpan<byte>)[0xff, 0x0a]) || head.StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 12, 0x4a, 0x58, 0x4c, 0x20]) =>
            new(MediaKind.Image, "jxl", "image/jxl"),
        _ => null,
    };

    private static SniffedType? Riff(ReadOnlySpan<byte> head)
    {
        if (head.Length < 12)
        {
            return null;
        }

        var form = head[8..12];
        return head[..4] switch
        {
            var id when (id.SequenceEqual("RIFF"u8) || id.SequenceEqual("RF64"u8) || id.SequenceEqual("BW64"u8)) && form.SequenceEqual("WAVE"u8) =>
                new(MediaKind.Audio, "wav", "audio/wav"),
            var id when id.SequenceEqual("RIFF"u8) && form.SequenceEqual("RMP3"u8) => new(MediaKind.Audio, "mp3", "audio/mpeg"),
            var id when id.SequenceEqual("RIFF"u8) && form.SequenceEqual("AVI "u8) && head.IndexOf("vids"u8) < 0 && head.IndexOf("auds"u8) >= 0 =>
                new(MediaKind.Audio, "avi", "video/x-msvideo"),
            var id when id.SequenceEqual("RIFF"u8) && form.SequenceEqual("AVI "u8) => new(MediaKind.Video, "avi", "video/x-msvideo"),
            var id when id.SequenceEqual("RIFF"u8) && form.SequenceEqual("WEBP"u8) => new(MediaKind.Image, "webp", "image/webp"),
            var id when id.SequenceEqual("FORM"u8) && form[..3].SequenceEqual("AIF"u8) => new(MediaKind.Audio, "aiff", "audio/aiff"),
            _ => null,
        };
    }

    private static SniffedType? Container(ReadOnlySpan<byte> head, string ending) => head switch
    {
        _ when head.StartsWith("OggS"u8) => Ogg(head),
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x1a, 0x45, 0xdf, 0xa3]) => Matroska(head, ending),
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11]) => Asf(head, ending),

        // A flag each for sound and pictures.
        _ when head.Length > 4 && head.StartsWith("FLV\x01"u8) => (head[4] & 5) == 4 ? new(MediaKind.Audio, "flv", "audio/x-flv") : new(MediaKind.Video, "flv", "video/x-flv"),
        _ => null,
    };

    private static SniffedType? PlainSound(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.StartsWith("fLaC"u8) => new(MediaKind.Audio, "flac", "audio/flac"),
        _ when head.StartsWith("#!AMR"u8) => new(MediaKind.Audio, "amr", "audio/amr"),
        _ when head.StartsWith("caff"u8) => new(MediaKind.Audio, "caf", "audio/x-caf"),
        _ when head.StartsWith("wvpk"u8) => new(MediaKind.Audio, "wv", "audio/x-wavpack"),
        _ => null,
    };

    private static SniffedType Ogg(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.IndexOf("theora"u8) >= 0 || head.IndexOf("\x01video\0\0\0"u8) >= 0 || head.IndexOf("OVP80"u8) >= 0 => new(MediaKind.Video, "ogv", "video/ogg"),
        _ when head.IndexOf("OpusHead"u8) >= 0 => new(MediaKind.Audio, "opus", "audio/ogg"),
        _ => new(MediaKind.Audio, "ogg", "audio/ogg"),
    };

    private static SniffedType Matroska(ReadOnlySpan<byte> head, string ending)
    {
        var isWeb = head[..Math.Min(head.Length, 64)].IndexOf("webm"u8) >= 0;
        return ending switch
        {
            "weba" or "mka" => new(MediaKind.Audio, ending, isWeb ? "audio/webm" : "audio/x-matroska"),
            _ when HasSoundAlone(head) => new(MediaKind.Audio, isWeb ? "weba" : "mka", isWeb ? "audio/webm" : "audio/x-matroska"),
            _ => isWeb ? new(MediaKind.Video, "webm", "video/webm") : new(MediaKind.Video, "mkv", "video/x-matroska"),
        };
    }

    /// <summary>The element TrackType is 2 for sound and 1 for pictures.</summary>
    private static bool HasSoundAlone(ReadOnlySpan<byte> head) =>
        head.IndexOf((ReadOnlySpan<byte>)[0x83, 0x81, 0x02]) >= 0 && head.IndexOf((ReadOnlySpan<byte>)[0x83, 0x81, 0x01]) < 0;

    // The header names the stream's type by an identifier; the name decides when the header is longer than the head.
    private static SniffedType Asf(ReadOnlySpan<byte> head, string ending)
    {
        ReadOnlySpan<byte> video = [0xc0, 0xef, 0x19, 0xbc, 0x4d, 0x5b, 0xcf, 0x11, 0xa8, 0xfd, 0x00, 0x80, 0x5f, 0x5c, 0x44, 0x2b];
        var isWhole = head.Length >= 24 && BinaryPrimitives.ReadUInt64LittleEndian(head[16..]) <= (ulong)head.Length;
        return head.IndexOf(video) >= 0 || (!isWhole && ending is "wmv" or "asf")
            ? new(MediaKind.Video, "wmv", "video/x-ms-wmv")
            : new(MediaKind.Audio, "wma", "audio/x-ms-wma");
    }
}
