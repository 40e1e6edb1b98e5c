namespace NemoBot.Core.Media;

/// <summary>Pictures and moving pictures that editors, cameras and encoders write and FFmpeg reads, recognized by their first bytes.</summary>
internal static class RarePictures
{
    /// <summary>The type; null if it is another kind of file.</summary>
    public static SniffedType? Identify(ReadOnlySpan<byte> head, string ending) =>
        Moving(head) ?? Still(head) ?? Bare(head) ?? ByName(head, ending);

    /// <summary>What has too short a mark to be recognized without its name.</summary>
    private static SniffedType? ByName(ReadOnlySpan<byte> head, string ending) => ending switch
    {
        "tga" when IsTarga(head) => new(MediaKind.Image, "tga", "image/x-tga"),
        "h261" or "261" when head is [0, 1, < 16, ..] => new(MediaKind.Video, "h261", "video/h261"),
        "h263" or "263" when head is [0, 0, >= 0x80 and <= 0x83, ..] => new(MediaKind.Video, "h263", "video/h263"),
        _ => null,
    };

    private static SniffedType? Moving(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x06, 0x0e, 0x2b, 0x34, 0x02, 0x05, 0x01, 0x01]) => new(MediaKind.Video, "mxf", "application/mxf"),
        _ when head.StartsWith("nut/multimedia container\0"u8) => new(MediaKind.Video, "nut", "video/x-nut"),
        _ when head.StartsWith("YUV4MPEG2 "u8) => new(MediaKind.Video, "y4m", "video/x-yuv4mpeg"),
        _ when head.StartsWith(".RMF\0\0\0"u8) =>
            new(head.IndexOf("audio/x-pn-"u8) >= 0 && head.IndexOf("video/x-pn-"u8) < 0 ? MediaKind.Audio : MediaKind.Video, "rm", "application/vnd.rn-realmedia"),
        _ when head.StartsWith("DKIF\0\0"u8) => new(MediaKind.Video, "ivf", "video/x-ivf"),
        _ when head.StartsWith((ReadOnlySpan<byte>)[0xb7, 0xd8, 0x00, 0x20, 0x37, 0x49, 0xda, 0x11, 0xa6, 0x4e]) => new(MediaKind.Video, "wtv", "video/x-ms-wtv"),
        _ when head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..12].SequenceEqual("AMV "u8) => new(MediaKind.Video, "amv", "video/x-amv"),
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x12, 0x00, 0x0a]) => new(MediaKind.Video, "obu", "video/av1"),
        _ when head.Length > 160 && IsDv(head) => new(MediaKind.Video, "dv", "video/x-dv"),
        _ => null,
    };

    private static SniffedType? Still(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 12, (byte)'j', (byte)'P', (byte)' ', (byte)' ']) => new(MediaKind.Image, "jp2", "image/jp2"),
        _ when head.StartsWith((ReadOnlySpan<byte>)[0xff, 0x4f, 0xff, 0x51]) => new(MediaKind.Image, "j2k", "image/x-j2c"),
        _ when head.StartsWith("8BPS\0\x01"u8) => new(MediaKind.Image, "psd", "image/vnd.adobe.photoshop"),
        _ when head.Length > 128 && head[0] == 0x0a && head[1] is 0 or 2 or 3 or 4 or 5 && head[2] == 1 && head[3] is 1 or 2 or 4 or 8 && head[64] == 0 =>
            new(MediaKind.Image, "pcx", "image/x-pcx"),
        _ when head.StartsWith("SIMPLE  =                    T"u8) => new(MediaKind.Image, "fits", "image/fits"),
        _ when head.StartsWith("qoif"u8) => new(MediaKind.Image, "qoi", "image/qoi"),
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x76, 0x2f, 0x31, 0x01]) => new(MediaKind.Image, "exr", "image/x-exr"),
        _ when head.StartsWith("DDS \x7c\0\0\0"u8) => new(MediaKind.Image, "dds", "image/vnd-ms.dds"),
        _ when head.Length > 12 && head.StartsWith((ReadOnlySpan<byte>)[0x01, 0xda]) && head[2] < 2 && head[3] is 1 or 2 && head[4] == 0 && head[5] is >= 1 and <= 3 =>
            new(MediaKind.Image, "sgi", "image/sgi"),
        _ when head.StartsWith((ReadOnlySpan<byte>)[0x59, 0xa6, 0x6a, 0x95]) => new(MediaKind.Image, "ras", "image/x-sun-raster"),
        _ when head.StartsWith("P7\nWIDTH "u8) => new(MediaKind.Image, "pam", "image/x-portable-anymap"),
        _ when head is [(byte)'P', (byte)'F' or (byte)'f', (byte)'\n', >= (byte)'0' and <= (byte)'9', ..] => new(MediaKind.Image, "pfm", "image/x-portable-floatmap"),
        _ when head is [0, 0, _, _, 0, 0, 0, 7, 0, 0, 0, <= 2, ..] && ((head[2] << 8) | head[3]) >= 100 => new(MediaKind.Image, "xwd", "image/x-xwindowdump"),
        _ when head.StartsWith("SDPX"u8) || head.StartsWith("XPDS"u8) => new(MediaKind.Image, "dpx", "image/x-dpx"),
        _ when head.Length > 22 && head is [0, 0, 1, 0, >= 1 and <= 32, 0, _, _, _, 0, ..] && head[18..22] is [>= 22, _, 0, 0] => new(MediaKind.Image, "ico", "image/x-icon"),
        _ when head is [(byte)'P', (byte)'4' or (byte)'5' or (byte)'6', (byte)'\n' or (byte)' ', >= (byte)'0' and <= (byte)'9' or (byte)'#', ..] =>
            new(MediaKind.Image, "ppm", "image/x-portable-anymap"),
        _ => null,
    };

    /// <summary>Streams without a container: a start code, then a header that only the beginning of a stream has.</summary>
    private static SniffedType? Bare(ReadOnlySpan<byte> head)
    {
        var rest = head.StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 1]) ? head[4..] : head.StartsWith((ReadOnlySpan<byte>)[0, 0, 1]) ? head[3..] : [];
        return rest switch
        {
            // A delimiter (240: any kind of picture) or the parameters of the sequence with a profile that exists.
            [0x09, 0x10 or 0x30 or 0x50 or 0x70 or 0x90 or 0xb0 or 0xd0 or 0xf0, ..] => H264,
            [0x67 or 0x47 or 0x27, 66 or 77 or 88 or 100 or 110 or 122 or 244 or 44, ..] => H264,

            // A delimiter or the parameters of the video.
            [0x46 or 0x40, 0x01, ..] => new(MediaKind.Video, "hevc", "video/h265"),
            [0xb3, ..] => new(MediaKind.Video, "m2v", "video/mpeg"),

            // The start of an MPEG-4 sequence with its profile, then a start code.
            [0xb0, > 0, 0, 0, 1, ..] => new(MediaKind.Video, "m4v", "video/mp4v-es"),
            _ => null,
        };
    }

    private static SniffedType H264 => new(MediaKind.Video, "h264", "video/h264");

    /// <summary>The format has no mark in front: kind, depth and size must make sense.</summary>
    private static bool IsTarga(ReadOnlySpan<byte> head) =>
        head.Length > 18 && head[1] < 2 && head[2] is 1 or 2 or 3 or 9 or 10 or 11 && head[16] is 8 or 15 or 16 or 24 or 32
        && (head[12] | head[13]) != 0 && (head[14] | head[15]) != 0;

    /// <summary>A header block, then two blocks of subcodes.</summary>
    private static bool IsDv(ReadOnlySpan<byte> head) => head[0] == 0x1f && head[1] == 0x07 && head[2] == 0 && head[80] == 0x3f && head[160] == 0x3f;
}
