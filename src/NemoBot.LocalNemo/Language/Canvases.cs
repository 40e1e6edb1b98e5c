using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language;

/// <summary>Sizes of the picture.</summary>
internal static class Canvases
{
    private const int LongestSide = 1920;

    /// <summary>A canvas of a ratio whose shorter side has so many pixels, as far as the longer one allows.</summary>
    public static Canvas Of(double ratio, int shortSide, double frameRate)
    {
        var (width, height) = ratio >= 1 ? (shortSide * ratio, (double)shortSide) : (shortSide, shortSide / ratio);
        var scale = Math.Min(1, LongestSide / Math.Max(width, height));
        return new Canvas(Even(width * scale), Even(height * scale), frameRate);
    }

    /// <summary>The usual canvas nearest to a video's own shape.</summary>
    public static Canvas Like(MediaFacts facts)
    {
        var ratio = facts.Height > 0 ? facts.Width / (double)facts.Height : 16.0 / 9;
        return Of(ratio < 0.8 ? 9.0 / 16 : ratio < 1.25 ? 1 : 16.0 / 9, 1080, 30);
    }

    /// <summary>Pixels of the shorter side.</summary>
    public static int ShortSide(Canvas canvas) => Math.Min(canvas.Width, canvas.Height);

    private static int Even(double side) => (int)Math.Round(side / 2) * 2;
}
