namespace NemoBot.Tests.Corpus;

/// <summary>Stills in every format and depth.</summary>
internal static class StillCases
{
    public static IEnumerable<CorpusCase> All()
    {
        (string Name, string Arguments)[] files =
        [
            ("rgb.png", "-pix_fmt rgb24"), ("rgba.png", "-pix_fmt rgba"), ("rgb48.png", "-pix_fmt rgb48be"), ("rgba64.png", "-pix_fmt rgba64be"),
            ("420.jpg", "-pix_fmt yuvj420p -q:v 2"), ("422.jpg", "-pix_fmt yuvj422p -q:v 2"), ("444.jpg", "-pix_fmt yuvj444p -q:v 2"),
            ("lossy.webp", "-c:v libwebp -quality 95"), ("lossless.webp", "-c:v libwebp -lossless 1"), ("24.bmp", "-pix_fmt bgr24"), ("32.bmp", "-pix_fmt bgra"),
            ("rgb.tiff", "-pix_fmt rgb24"), ("lzw.tiff", "-pix_fmt rgb24 -compression_algo lzw"), ("rgb48.tiff", "-pix_fmt rgb48le"), ("still.gif", ""),
        ];
        foreach (var (name, arguments) in files)
        {
            foreach (var (width, height) in ((int, int)[])[(160, 120), (121, 163)])
            {
                yield return new($"{width}-{name}", "still", arguments) { Width = width, Height = height, HasSound = false };
            }
        }
    }
}
