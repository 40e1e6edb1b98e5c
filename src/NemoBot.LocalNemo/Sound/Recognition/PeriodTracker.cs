namespace NemoBot.LocalNemo.Sound.Recognition;

/// <summary>
/// Follows the distance of the beats through a recording. Each second votes by the self-similarity of the onsets around it; the
/// cheapest path through the votes wins (Viterbi), so that a change of tempo is followed and a break is bridged.
/// </summary>
internal sealed class PeriodTracker
{
    private const int Shortest = 27;
    private const int Longest = 110;
    private const int Window = 8 * SoundFeatures.Rate;
    private const int Step = SoundFeatures.Rate;
    private const double Ratio = 1.01;
    private static readonly double[] Periods = [.. Steps()];
    private readonly float[] _onsets;

    public PeriodTracker(float[] onsets) => _onsets = onsets;

    /// <summary>Distance of the beats in frames, for each second; empty if the recording is too short.</summary>
    public double[] Track()
    {
        var count = _onsets.Length / Step;
        if (count < 2)
        {
            return [];
        }

        var scores = Enumerable.Range(0, count).Select(second => Score((second * Step) + (Step / 2))).ToArray();
        return [.. FindPath(scores).Select((state, second) => Refine(second, Periods[state]))];
    }

    /// <summary>Similarity of the onsets around a frame with themselves after a time, 0 to 1.</summary>
    public double Similarity(int center, double lag)
    {
        var (from, to) = (Math.Max(0, center - (Window / 2)), Math.Min(_onsets.Length, center + (Window / 2)));
        double product = 0, energy = 1e-9;
        var whole = (int)lag;
        var part = (float)(lag - whole);
        for (var i = from; i < to; i++)
        {
            energy += _onsets[i] * _onsets[i];
            if (i + whole + 1 < to)
            {
                // Onsets are a few frames wide at most: their neighbours count, so that a period between two frames is not missed.
                product += _onsets[i] * ((_onsets[i + whole] * (1 - part)) + (_onsets[i + whole + 1] * part));
            }
        }

        var length = Math.Max(1, to - from);
        return product / energy * length / Math.Max(length / 2.0, length - lag);
    }

    private static IEnumerable<double> Steps()
    {
        for (double period = Shortest; period <= Longest; period *= Ratio)
        {
            yield return period;
        }
    }

    private double[] Score(int center) =>
        [.. Periods.Select(period =>
        {
            var likely = Math.Exp(-0.5 * Math.Pow(Math.Log2(period / 52.0) / 0.9, 2));
            return likely * (Similarity(center, period) + (0.5 * Similarity(center, 2 * period)) + (0.33 * Similarity(center, 3 * period)) + (0.25 * Similarity(center, 4 * period)));
        })];

    private static int[] FindPath(double[][] scores)
    {
        var states = Periods.Length;
        var best = (double[])scores[0].Clone();
        var from = new int[scores.Length][];
        for (var t = 1; t < scores.Length; t++)
        {
            from[t] = new int[states];
            var next = new double[states];
            var leader = Array.IndexOf(best, best.Max());
            for (var s = 0; s < states; s++)
            {
                // A step of one per cent is free; a jump to anywhere costs the same.
                var (origin, value) = (leader, best[leader] - 0.9);
                for (var near = Math.Max(0, s - 2); near <= Math.Min(states - 1, s + 2); near++)
                {
                    var kept = best[near] - (0.05 * Math.Abs(near - s));
                    (origin, value) = kept > value ? (near, kept) : (origin, value);
                }

                (from[t][s], next[s]) = (origin, value + scores[t][s]);
            }

            best = next;
        }

        var path = new int[scores.Length];
        path[^1] = Array.IndexOf(best, best.Max());
        for (var t = scores.Length - 1; t > 0; t--)
        {
            path[t - 1] = from[t][path[t]];
        }

        return path;
    }

    /// <summary>The exact period near a state, by four beats at once.</summary>
    private double Refine(int second, double period)
    {
        var center = (second * Step) + (Step / 2);
        var (best, score) = (period, double.MinValue);
        for (var factor = 0.985; factor <= 1.0151; factor += 0.0025)
        {
            var value = Similarity(center, period * factor) + Similarity(center, period * factor * 2) + Similarity(center, period * factor * 4);
            (best, score) = value > score ? (period * factor, value) : (best, score);
        }

        return best;
    }
}
