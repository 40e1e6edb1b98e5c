namespace NemoBot.Media.Probing;

/// <summary>The frame rate of a video. One that leaves frames out where nothing moves has the rate of its moving parts.</summary>
internal static class SteadyRate
{
    private const double Smooth = 24;
    private const double Gaps = 1.2;
    private static readonly double[] Usual = [24_000 / 1001.0, 24, 25, 30_000 / 1001.0, 30, 48, 50, 60_000 / 1001.0, 60];

    /// <summary>Frames per second; 0 if unknown.</summary>
    public static double Of(ProbeStream picture)
    {
        var (average, steady) = (picture.AverageFrameRate, picture.BaseFrameRate);
        if (average <= 0 || IsUsual(average) || !IsUsual(steady) || steady < average * Gaps)
        {
            return average;
        }

        while (steady / 2 >= Math.Max(average, Smooth))
        {
            steady /= 2;
        }

        return steady;
    }

    private static bool IsUsual(double rate) => Array.Exists(Usual, r => Math.Abs(r - rate) < 0.001 * r);
}
