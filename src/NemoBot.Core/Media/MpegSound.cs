namespace NemoBot.Core.Media;

/// <summary>MP3 and AAC without a container. Both are bare frames with the same eleven bits in front, with or without an ID3 tag before them.</summary>
internal static class MpegSound
{
    private const int TagHeader = 10;

    private static readonly SniffedType Mp3 = new(MediaKind.Audio, "mp3", "audio/mpeg");
    private static readonly SniffedType Aac = new(MediaKind.Audio, "aac", "audio/aac");
    private static readonly SniffedType Flac = new(MediaKind.Audio, "flac", "audio/flac");

    /// <summary>The type; null if it is another kind of file.</summary>
    public static SniffedType? Identify(ReadOnlySpan<byte> head, string ending)
    {
        if (head.Length > TagHeader && head.StartsWith("ID3"u8))
        {
            return BehindTag(head) ?? ByName(ending);
        }

        // Some encoders begin with zeros.
        var start = head.IndexOfAnyExcept((byte)0);
        return start < 0 ? null : Frame(head[start..]) ?? (MpegFrames.AreIn(head) ? Mp3 : MpegFrames.AdtsAreIn(head) ? Aac : null);
    }

    private static SniffedType? BehindTag(ReadOnlySpan<byte> head)
    {
        // Four times seven bits, so that the size never looks like a frame.
        var size = (head[6] << 21) | (head[7] << 14) | (head[8] << 7) | head[9];
        if (size < 0 || size >= head.Length - TagHeader)
        {
            return null;
        }

        var rest = head[(TagHeader + size)..];
        return rest.StartsWith("ID3"u8) ? null : Frame(rest) ?? (FileSniffer.Identify(rest, null) is { Kind: MediaKind.Audio } other ? other : null);
    }

    /// <summary>Programs put the tag before any format; a cover in it can be longer than the head.</summary>
    private static SniffedType ByName(string ending) => ending switch
    {
        "aac" => Aac,
        "flac" => Flac,
        "wav" => new(MediaKind.Audio, "wav", "audio/wav"),
        "ape" or "tta" or "mpc" or "wv" or "tak" or "aiff" or "dts" or "ac3" => new(MediaKind.Audio, ending, "audio/x-" + ending),
        _ => Mp3,
    };

    private static SniffedType? Frame(ReadOnlySpan<byte> head)
    {
        if (head.Length < 4 || head[0] != 0xff || (head[1] & 0xe0) != 0xe0)
        {
            return null;
        }

        var layer = (head[1] >> 1) & 3;
        var sampleRate = (head[2] >> 2) & 3;
        return layer switch
        {
            // ADTS has the layer bits 00, twelve sync bits and a sampling index below 13.
            0 when (head[1] & 0xf0) == 0xf0 && ((head[2] >> 2) & 15) < 13 => Aac,

            // Layer 3 or 2, with a bit rate and a sampling rate that exist, and a version that exists.
            1 or 2 when (head[2] >> 4) is not 0 and not 15 && sampleRate != 3 && ((head[1] >> 3) & 3) != 1 => Mp3,
            _ => null,
        };
    }
}
