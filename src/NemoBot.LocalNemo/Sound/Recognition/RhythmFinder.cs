namespace NemoBot.LocalNemo.Sound.Recognition;

/// <summary>Finds tempo and beats in the features of a recording.</summary>
internal static class RhythmFinder
{
    /// <summary>Weaker rhythm than this is no beat that a picture should follow.</summary>
    private const double LeastConfidence = 0.12;

    /// <returns>Frames of the beats, and how clear they are, 0 to 1.</returns>
    public static (IReadOnlyList<int> Beats, double Confidence) Find(SoundFeatures features)
    {
        var onsets = OnsetCurve.Combine(features);
        var tracker = new PeriodTracker(onsets);
        var periods = tracker.Track();
        if (periods.Length == 0 || onsets.Max() <= 0)
        {
            return ([], 0);
        }

        var factor = MeterLevel.Choose(features, periods);
        periods = [.. periods.Select(p => p * factor)];
        var confidence = periods.Select((p, second) => Clarity(tracker, (second * SoundFeatures.Rate) + (SoundFeatures.Rate / 2), p)).Average();
        return confidence < LeastConfidence ? ([], confidence) : (BeatTracker.Track(onsets, periods), Math.Min(1, confidence));
    }

    /// <summary>Beats per minute of the longest run of beats with a steady distance; 0 for too few beats.</summary>
    public static double TempoOf(IReadOnlyList<TimeSpan> beats)
    {
        var (best, tempo) = (TimeSpan.Zero, 0.0);
        for (var start = 0; start + 4 < beats.Count;)
        {
            var period = (beats[start + 4] - beats[start]) / 4;
            var end = start + 4;
            while (end + 1 < beats.Count && (((beats[end + 1] - beats[end - 3]) / 4) - period).Duration() < 0.04 * period)
            {
                end++;
            }

            var length = beats[end] - beats[start];
            if (length > best)
            {
                (best, tempo) = (length, 60 * (end - start) / length.TotalSeconds);
            }

            start = end > start + 4 ? end - 3 : start + 1;
        }

        return tempo;
    }

    /// <summary>How much more alike the onsets are after a whole beat than at any other time.</summary>
    private static double Clarity(PeriodTracker tracker, int center, double period)
    {
        var other = ((double[])[0.37, 0.41, 0.59, 0.63, 0.71, 0.79]).Average(part => tracker.Similarity(center, period * (1 + part)));
        return Math.Max(tracker.Similarity(center, period), tracker.Similarity(center, 2 * period)) - other;
    }
}
