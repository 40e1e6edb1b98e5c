namespace NemoBot.Core.Media;

/// <summary>Sound formats that few programs write and FFmpeg reads, recognized by their first bytes.</summary>
internal static class RareFormats
{
    /// <summary>The type; null if it is another kind of file.</summary>
    public static SniffedType? Identify(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x72, 0x69, 0x66, 0x66, 0x2e, 0x91, 0xcf, 0x11]) => new(MediaKind.Audio, "w64", "audio/x-w64"),
        _ when head.StartsWith(".snd"u8) => new(MediaKind.Audio, "au", "audio/basic"),
        _ when head.StartsWith("TTA1"u8) => new(MediaKind.Audio, "tta", "audio/x-tta"),
        _ when head.StartsWith("MAC "u8) => new(MediaKind.Audio, "ape", "audio/x-ape"),
        _ when head.StartsWith("MPCK"u8) || head.StartsWith("MP+"u8) => new(MediaKind.Audio, "mpc", "audio/x-musepack"),
        _ when head.StartsWith("tBaK"u8) => new(MediaKind.Audio, "tak", "audio/x-tak"),
        _ when head.StartsWith("DSD "u8) => new(MediaKind.Audio, "dsf", "audio/x-dsf"),
        _ when head.StartsWith("Creative Voice File"u8) => new(MediaKind.Audio, "voc", "audio/x-voc"),
        _ when head.StartsWith((ReadOnlySpan<byte>)[(byte)'.', (byte)'r', (byte)'a', 0xfd]) => new(MediaKind.Audio, "ra", "audio/x-realaudio"),
        _ when head.StartsWith("ea3\x03"u8) || head.StartsWith("EA3\x01"u8) => new(MediaKind.Audio, "oma", "audio/x-oma"),
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x7f, 0xfe, 0x80, 0x01]) => new(MediaKind.Audio, "dts", "audio/vnd.dts"),
        _ when IsAc3(head) => new(MediaKind.Audio, "ac3", "audio/ac3"),
        _ when IsLatm(head) => new(MediaKind.Audio, "latm", "audio/aac"),
        _ => null,
    };

    /// <summary>A sync word, a sampling rate that exists, and a frame size that exists.</summary>
    private static bool IsAc3(ReadOnlySpan<byte> head) =>
        head.Length > 6 && head[0] == 0x0b && head[1] == 0x77 && (head[5] >> 3) is <= 16 && ((head[5] >> 3) > 10 || ((head[4] >> 6) != 3 && (head[4] & 63) < 38));

    /// <summary>Eleven sync bits and the length of the frame; the next one follows behind it.</summary>
    private static bool IsLatm(ReadOnlySpan<byte> head)
    {
        if (head.Length < 3 || !IsLatmSync(head))
        {
            return false;
        }

        var next = 3 + (((head[1] & 0x1f) << 8) | head[2]);
        return next + 2 <= head.Length && IsLatmSync(head[next..]);
    }

    private static bool IsLatmSync(ReadOnlySpan<byte> head) => head[0] == 0x56 && (head[1] & 0xe0) == 0xe0;
}
