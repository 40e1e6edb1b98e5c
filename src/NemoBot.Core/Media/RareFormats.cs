namespace NemoBot.Core.Media;

/// <summary>Sound formats that few programs write and FFmpeg reads, recognized by their first bytes.</summary>
internal static class RareFormats
{
    /// <summary>The type; null if it is another kind of file.</summary>
    public static SniffedType? Identify(ReadOnlySpan<byte> head) => RareMark.Find(head) is { } mark ? Sound(mark.Extension, mark.MimeType) : ByFrames(head);

    /// <summary>What has no mark of its own, but frames or a header of a certain build.</summary>
    private static SniffedType? ByFrames(ReadOnlySpan<byte> head) => head switch
    {
        [0x64, 0xa3, >= 1 and <= 4, 0, ..] or [0, >= 1 and <= 4, 0xa3, 0x64, ..] => Sound("sf", "audio/x-ircam"),
        [0x80, 0x00, _, _, 3, 18, 4, >= 1 and <= 8, ..] => Sound("adx", "audio/x-adx"),
        [2 or 3, (byte)'d', (byte)'s', (byte)'s', ..] => Sound("dss", "audio/x-dss"),
        _ when TrackerModule(head) is { } module => Sound(module, "audio/x-" + module),
        _ when IsGsm(head) => Sound("gsm", "audio/x-gsm"),
        _ when IsAc3(head) => Sound("ac3", "audio/ac3"),
        _ when IsLatm(head) => Sound("latm", "audio/aac"),
        _ => null,
    };

    /// <summary>Samples with little or no header: the name tells what they are.</summary>
    public static SniffedType? ByName(ReadOnlySpan<byte> head, string ending) => ending switch
    {
        "g722" when head.IndexOfAnyInRange<byte>(0x80, 0xff) >= 0 => Sound("g722", "audio/G722"),
        "sbc" when head is [0x9c, ..] => Sound("sbc", "audio/x-sbc"),
        "tco" or "rco" or "g723_1" when head.IndexOfAnyInRange<byte>(0x80, 0xff) >= 0 => Sound("tco", "audio/G723"),
        _ => null,
    };

    private static SniffedType Sound(string extension, string mimeType) => new(MediaKind.Audio, extension, mimeType);

    /// <summary>Notes with the sounds that play them; the oldest kind has its mark far inside.</summary>
    private static string? TrackerModule(ReadOnlySpan<byte> head) =>
        head.StartsWith("Extended Module: "u8) ? "xm"
        : head.StartsWith("IMPM"u8) ? "it"
        : head.Length > 48 && head[44..].StartsWith("SCRM"u8) ? "s3m"
        : head.Length > 1084 && (head[1080..].StartsWith("M.K."u8) || head[1080..].StartsWith("M!K!"u8) || head[1080..].StartsWith("FLT4"u8) || head[1081..].StartsWith("CHN"u8)) ? "mod"
        : null;

    /// <summary>Frames of 33 bytes, each with the same four bits in front.</summary>
    private static bool IsGsm(ReadOnlySpan<byte> head)
    {
        const int Frame = 33;
        const int Needed = 10;
        for (var i = 0; i < Needed; i++)
        {
            if (head.Length <= i * Frame || head[i * Frame] >> 4 != 0xd)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A sync word, a sampling rate that exists, and a frame size that exists.</summary>
    private static bool IsAc3(ReadOnlySpan<byte> head) =>
        head.Length > 6 && head[0] == 0x0b && head[1] == 0x77 && (head[5] >> 3) is <= 16 && ((head[5] >> 3) > 10 || ((head[4] >> 6) != 3 && (head[4] & 63) < 38));

    /// <summary>Eleven sync bits and the length of the frame; the next ones follow behind it. A recording may begin within a frame.</summary>
    private static bool IsLatm(ReadOnlySpan<byte> head)
    {
        const int MostSkipped = 2048;
        const int Needed = 3;
        for (var start = 0; start < MostSkipped && start + 3 <= head.Length; start++)
        {
            var (at, count) = (start, 0);
            while (count < Needed && at + 3 <= head.Length && IsLatmSync(head[at..]))
            {
                count++;
                at += 3 + (((head[at + 1] & 0x1f) << 8) | head[at + 2]);
            }

            if (count == Needed)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLatmSync(ReadOnlySpan<byte> head) => head[0] == 0x56 && (head[1] & 0xe0) == 0xe0;
}
