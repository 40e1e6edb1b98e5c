using System.Globalization;

namespace NemoBot.LocalNemo.Rendering.Pictures;

/// <summary>Frame rates of television are thousand-and-firsts: 29.97 is 30000/1001.</summary>
internal static class FrameRates
{
    private static readonly int[] Television = [24, 30, 48, 60];

    /// <summary>The exact rate of a rounded one.</summary>
    public static double Exact(double rate) => Whole(rate) is { } whole ? whole * 1000 / 1001.0 : rate;

    /// <summary>As an argument of FFmpeg.</summary>
    public static string Argument(double rate) =>
        Whole(rate) is { } whole ? $"{whole}000/1001" : rate.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>Frames from one key frame to the next.</summary>
    public static int In(int seconds, double rate) => Math.Max(1, (int)Math.Round(seconds * rate));

    private static int? Whole(double rate)
    {
        var whole = Array.FindIndex(Television, t => Math.Abs((t * 1000 / 1001.0) - rate) < 0.006);
        return whole < 0 ? null : Television[whole];
    }
}
