using NemoBot.Core.Media;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Edits;

/// <summary>Sizes of the picture.</summary>
internal static class CanvasSizes
{
    private const int LongestSide = 1920;

    /// <summary>A canvas of a ratio with a number of pixels on its shorter side, as far as the longer one allows.</summary>
    public static Canvas Of(double ratio, int shortSide, double frameRate)
    {
        var (width, height) = ratio >= 1 ? (shortSide * ratio, (double)shortSide) : (shortSide, shortSide / ratio);
        var scale = Math.Min(1, LongestSide / Math.Max(width, height));
        return new Canvas(Even(width * scale), Even(height * scale), frameRate);
    }

    /// <summary>The usual canvas nearest to a video's own shape, at its own frame rate.</summary>
    public static Canvas Like(MediaFacts facts)
    {
        var ratio = facts.Height > 0 ? facts.Width / (double)facts.Height : 16.0 / 9;
        return Of(ratio < 0.8 ? 9.0 / 16 : ratio < 1.25 ? 1 : 16.0 / 9, 1080, RateOf(facts));
    }

    private static double RateOf(MediaFacts facts) => facts.FrameRate is >= 10 and <= 60 ? facts.FrameRate : 30;

    private static int Even(double side) => (int)Math.Round(side / 2) * 2;
}
