namespace NemoBot.Media.Processes;

/// <summary>
/// Names the demuxer of a still where FFmpeg would choose a wrong one: it reads <c>%d</c> in a name as a numbered series, and a JPEG with
/// a second picture or a clip behind it, as phones write them, as a film or as nothing.
/// </summary>
internal static class StillFormat
{
    /// <summary><c>-f</c> and the demuxer; nothing if FFmpeg finds it out itself.</summary>
    public static string[] Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        Span<byte> head = stackalloc byte[12];
        try
        {
            using var file = File.OpenRead(path);
            head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }
        catch (IOException)
        {
            return [];
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]))
        {
            return path.EndsWith(".mjpeg", StringComparison.OrdinalIgnoreCase) ? ["-f", "mjpeg"] : ["-f", head.Length > 3 && head[3] == 0xf7 ? "jpegls_pipe" : "jpeg_pipe"];
        }

        return !path.Contains('%', StringComparison.Ordinal) ? [] : head switch
        {
            _ when head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4e, 0x47]) => ["-f", "png_pipe"],
            _ when head.Length == 12 && head[8..].SequenceEqual("WEBP"u8) => ["-f", "webp_pipe"],
            _ when head.StartsWith("BM"u8) => ["-f", "bmp_pipe"],
            _ when head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) => ["-f", "tiff_pipe"],
            _ => [],
        };
    }
}
