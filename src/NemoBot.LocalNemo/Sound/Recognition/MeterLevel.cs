namespace NemoBot.LocalNemo.Sound.Recognition;

/// <summary>
/// Chooses between a tempo, its half and its double: the beat is the shortest step at which the drums repeat about as well as they
/// do after two of them. Cymbals that divide the beat do not count.
/// </summary>
internal static class MeterLevel
{
    private const double Enough = 0.62;
    private const double Fastest = 178;
    private const double Slowest = 62;

    /// <summary>The factor for all periods.</summary>
    public static double Choose(SoundFeatures features, double[] periods)
    {
        var low = OnsetCurve.Sharpen(features.Low);
        var mid = OnsetCurve.Sharpen(features.Mid);
        var high = OnsetCurve.Sharpen(features.High);
        var drums = new PeriodTracker([.. low.Select((l, i) => Math.Min(1, Math.Max(l, mid[i])) + (0.1f * high[i]))]);
        var usual = periods.Order().ElementAt(periods.Length / 2);
        foreach (var factor in (double[])[0.25, 1 / 3.0, 0.5, 1, 2])
        {
            var bpm = 60 * SoundFeatures.Rate / (usual * factor);
            if (bpm is >= Slowest and <= Fastest && Repeats(drums, periods, factor) >= Enough * Repeats(drums, periods, 2 * factor))
            {
                return factor;
            }
        }

        return 1;
    }

    private static double Repeats(PeriodTracker drums, double[] periods, double factor) =>
        periods.Select((period, second) => drums.Similarity((second * SoundFeatures.Rate) + (SoundFeatures.Rate / 2), period * factor)).Average();
}
