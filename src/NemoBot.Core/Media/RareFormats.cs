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
        _ when head.StartsWith(".SoX"u8) || head.StartsWith("XoS."u8) => new(MediaKind.Audio, "sox", "audio/x-sox"),
        _ when head is [0x64, 0xa3, >= 1 and <= 4, 0, ..] or [0, >= 1 and <= 4, 0xa3, 0x64, ..] => new(MediaKind.Audio, "sf", "audio/x-ircam"),
        _ when head is [0x80, 0x00, _, _, 3, 18, 4, >= 1 and <= 8, ..] => new(MediaKind.Audio, "adx", "audio/x-adx"),
        _ when head.StartsWith("NIST_1A"u8) => new(MediaKind.Audio, "sph", "audio/x-nist"),
        _ when head.StartsWith("#!iLBC"u8) => new(MediaKind.Audio, "lbc", "audio/iLBC"),
        _ when head is [2 or 3, (byte)'d', (byte)'s', (byte)'s', ..] => new(MediaKind.Audio, "dss", "audio/x-dss"),
        _ when head.StartsWith("MMMD"u8) => new(MediaKind.Audio, "mmf", "application/vnd.smaf"),
        _ when head.StartsWith("PVF1\n"u8) => new(MediaKind.Audio, "pvf", "audio/x-pvf"),
        _ when head.StartsWith("2BIT"u8) => new(MediaKind.Audio, "avr", "audio/x-avr"),
        _ when head.StartsWith("TWIN97"u8) || head.StartsWith("TWIN00"u8) => new(MediaKind.Audio, "vqf", "audio/x-twinvq"),
        _ when head.StartsWith("ajkg"u8) => new(MediaKind.Audio, "shn", "audio/x-shorten"),
        _ when Form(head, "RIFF"u8, 8, "QLCM"u8) => new(MediaKind.Audio, "qcp", "audio/qcelp"),
        _ when Form(head, "RIFF"u8, 8, "XWMA"u8) => new(MediaKind.Audio, "xwma", "audio/x-xwma"),
        _ when Form(head, "FORM"u8, 8, "8SVX"u8) => new(MediaKind.Audio, "8svx", "audio/x-8svx"),
        _ when Form(head, "FRM8"u8, 12, "DSD "u8) => new(MediaKind.Audio, "dff", "audio/x-dff"),
        _ when TrackerModule(head) is { } module => new(MediaKind.Audio, module, "audio/x-" + module),
        _ when IsDts(head) => new(MediaKind.Audio, "dts", "audio/vnd.dts"),
        _ when head.Length > 8 && head[4..].StartsWith((ReadOnlySpan<byte>)[0xf8, 0x72, 0x6f, 0xba]) => new(MediaKind.Audio, "thd", "audio/vnd.dolby.mlp"),
        _ when head.Length > 8 && head[4..].StartsWith((ReadOnlySpan<byte>)[0xf8, 0x72, 0x6f, 0xbb]) => new(MediaKind.Audio, "mlp", "audio/vnd.dolby.mlp"),
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x72, 0xf8, 0x1f, 0x4e]) => new(MediaKind.Audio, "spdif", "audio/x-spdif"),
        _ when IsGsm(head) => new(MediaKind.Audio, "gsm", "audio/x-gsm"),
        _ when IsAc3(head) => new(MediaKind.Audio, "ac3", "audio/ac3"),
        _ when IsLatm(head) => new(MediaKind.Audio, "latm", "audio/aac"),
        _ => null,
    };

    /// <summary>Samples with little or no header: the name tells what they are.</summary>
    public static SniffedType? ByName(ReadOnlySpan<byte> head, string ending) => ending switch
    {
        "g722" when head.IndexOfAnyInRange<byte>(0x80, 0xff) >= 0 => new(MediaKind.Audio, "g722", "audio/G722"),
        "sbc" when head is [0x9c, ..] => new(MediaKind.Audio, "sbc", "audio/x-sbc"),
        "tco" or "rco" or "g723_1" when head.IndexOfAnyInRange<byte>(0x80, 0xff) >= 0 => new(MediaKind.Audio, "tco", "audio/G723"),
        _ => null,
    };

    private static bool Form(ReadOnlySpan<byte> head, ReadOnlySpan<byte> group, int at, ReadOnlySpan<byte> form) =>
        head.Length >= at + form.Length && head.StartsWith(group) && head[at..].StartsWith(form);

    /// <summary>Notes with the sounds that play them; the oldest kind has its mark far inside.</summary>
    private static string? TrackerModule(ReadOnlySpan<byte> head) =>
        head.StartsWith("Extended Module: "u8) ? "xm"
        : head.StartsWith("IMPM"u8) ? "it"
        : head.Length > 48 && head[44..].StartsWith("SCRM"u8) ? "s3m"
        : head.Length > 1084 && (head[1080..].StartsWith("M.K."u8) || head[1080..].StartsWith("M!K!"u8) || head[1080..].StartsWith("FLT4"u8) || head[1081..].StartsWith("CHN"u8)) ? "mod"
        : null;

    /// <summary>The sync word in 16 or 14 bits, in either order, or the header of a DTS-HD file.</summary>
    private static bool IsDts(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x7f, 0xfe, 0x80, 0x01]) || head.StartsWith((ReadOnlySpan<byte>)[0xfe, 0x7f, 0x01, 0x80])
        || head.StartsWith((ReadOnlySpan<byte>)[0x1f, 0xff, 0xe8, 0x00]) || head.StartsWith((ReadOnlySpan<byte>)[0xff, 0x1f, 0x00, 0xe8])
        || head.StartsWith("DTSHDHDR"u8);

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
