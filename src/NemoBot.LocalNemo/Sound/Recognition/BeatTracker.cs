namespace NemoBot.LocalNemo.Sound.Recognition;

/// <summary>Chooses the chain of onsets that is strongest and keeps the distance of the beats best (dynamic programming).</summary>
internal static class BeatTracker
{
    /// <summary>How much an uneven step costs.</summary>
    private const double Tightness = 110;

    /// <summary>The spectrum of 43 ms sees an onset before its middle.</summary>
    private const double Lead = 0.003;

    /// <param name="onsets">Strength of onsets every 10 ms.</param>
    /// <param name="periods">Distance of the beats in frames, for each second.</param>
    /// <returns>Frames of the beats.</returns>
    public static List<int> Track(float[] onsets, double[] periods)
    {
        var scores = new double[onsets.Length];
        var from = new int[onsets.Length];
        for (var i = 0; i < onsets.Length; i++)
        {
            var period = periods[Math.Min(periods.Length - 1, i / SoundFeatures.Rate)];
            (from[i], var before) = FindBest(scores, i, period);
            scores[i] = Smooth(onsets, i) + before;
        }

        return Follow(scores, from, periods[^1]);
    }

    /// <summary>Time of a frame.</summary>
    public static TimeSpan TimeOf(double frame) => TimeSpan.FromSeconds(Math.Max(0, (frame / SoundFeatures.Rate) + Lead));

    private static double Smooth(float[] onsets, int i) =>
        onsets[i] + (0.5 * ((i > 0 ? onsets[i - 1] : 0) + (i + 1 < onsets.Length ? onsets[i + 1] : 0)));

    private static (int From, double Score) FindBest(double[] scores, int at, double period)
    {
        var (best, value) = (-1, 0.0);
        for (var i = Math.Max(0, at - (int)(1.8 * period)); i <= at - (int)(0.6 * period); i++)
        {
            var uneven = Math.Log((at - i) / period);
            var score = scores[i] - (Tightness * uneven * uneven);
            (best, value) = score > value ? (i, score) : (best, value);
        }

        return (best, value);
    }

    private static List<int> Follow(double[] scores, int[] from, double period)
    {
        var last = scores.Length - 1;
        for (var i = Math.Max(0, scores.Length - (int)period - 1); i < scores.Length; i++)
        {
            last = scores[i] > scores[last] ? i : last;
        }

        List<int> beats = [];
        for (var i = last; i >= 0; i = from[i])
        {
            beats.Add(i);
        }

        beats.Reverse();
        return beats;
    }
}
