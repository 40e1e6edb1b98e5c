using NemoBot.Core.Media;

namespace NemoBot.LocalNemo.Projects;

/// <summary>Sizes of the picture.</summary>
internal static class CanvasSizes
{
    private const int LongestSide = 1920;
    private static readonly double[] Usual = [24000 / 1001.0, 24, 25, 30000 / 1001.0, 30, 48, 50, 60000 / 1001.0, 60];
    private static readonly double[] Even60 = [12, 15, 20, 24, 25, 30, 48, 50, 60];

    /// <summary>A canvas of a ratio with a number of pixels on its shorter side, as far as the longer one allows.</summary>
    public static Canvas Of(double ratio, int shortSide, double frameRate)
    {
        var (width, height) = ratio >= 1 ? (shortSide * ratio, (double)shortSide) : (shortSide, shortSide / ratio);
        var scale = Math.Min(1, LongestSide / Math.Max(width, height));
        return new Canvas(Even(width * scale), Even(height * scale), frameRate);
    }

    /// <summary>The usual canvas nearest to a video's own shape, at its own frame rate where that is an even one.</summary>
    public static Canvas Like(MediaFacts facts)
    {
        var ratio = facts.Height > 0 ? facts.Width / (double)facts.Height : 16.0 / 9;
        return Of(ratio < 0.8 ? 9.0 / 16 : ratio < 1.25 ? 1 : 16.0 / 9, 1080, RateOf(facts));
    }

    /// <summary>The even rate nearest to a video's own. Phones record at about 30: the frames are not evenly spaced there.</summary>
    public static double RateOf(MediaFacts facts)
    {
        var rate = facts.FrameRate;
        while (rate > 60.5)
        {
            rate /= 2;
        }

        return rate < 9.5 ? 30
            : Array.Find(Usual, u => Math.Abs(u - rate) < 0.012) is > 0 and var exact ? exact
            : Math.Abs(rate - Math.Round(rate)) < 0.01 ? Math.Round(rate)
            : Array.Find(Even60, u => u >= rate * 0.995) is > 0 and var next ? next
            : 60;
    }

    private static int Even(double side) => (int)Math.Round(side / 2) * 2;
}
