namespace NemoBot.LocalNemo.Sound.Recognition;

/// <summary>How strongly something begins, every 10 ms, against the seconds around it.</summary>
internal static class OnsetCurve
{
    private const int Near = SoundFeatures.Rate / 2;
    private const int Wide = 4 * SoundFeatures.Rate;

    /// <summary>The beat: drums count most, the treble a little, because it often divides the beat.</summary>
    public static float[] Combine(SoundFeatures features)
    {
        var (low, mid, high) = (Sharpen(features.Low), Sharpen(features.Mid), Sharpen(features.High));
        var combined = new float[low.Length];
        for (var i = 0; i < combined.Length; i++)
        {
            combined[i] = low[i] + low[i] + mid[i] + (0.5f * high[i]);
        }

        return Level(combined);
    }

    /// <summary>Rises above the mean of the half second around, and at most as strong as the strong ones of the file.</summary>
    /// <param name="onsets">Rises as they were measured.</param>
    /// <param name="least">What is weaker than this in the whole file is noise.</param>
    public static float[] Sharpen(IReadOnlyList<float> onsets, float least = 0.3f)
    {
        var means = Mean(onsets, Near);
        var rises = new float[onsets.Count];
        for (var i = 0; i < rises.Length; i++)
        {
            rises[i] = Math.Max(0, onsets[i] - means[i]);
        }

        var strong = Math.Max(least, Strong(rises));
        for (var i = 0; i < rises.Length && strong > 0; i++)
        {
            rises[i] = Math.Min(1.5f, rises[i] / strong);
        }

        return rises;
    }

    /// <summary>Evens out quiet and loud parts, but leaves silence silent.</summary>
    private static float[] Level(float[] onsets)
    {
        var powers = Mean([.. onsets.Select(o => o * o)], Wide);
        var floor = 0.1f * powers.DefaultIfEmpty().Max();
        return [.. onsets.Select((o, i) => o / MathF.Sqrt(Math.Max(powers[i], Math.Max(floor, 1e-9f))))];
    }

    /// <summary>The usual height of a clear onset: the strongest value of each second, of which the upper quarter counts.</summary>
    private static float Strong(float[] rises)
    {
        var peaks = rises.Chunk(SoundFeatures.Rate).Select(c => c.Max()).Order().ToArray();
        return peaks.Length == 0 ? 0 : peaks[(int)(0.75 * (peaks.Length - 1))];
    }

    private static float[] Mean(IReadOnlyList<float> values, int reach)
    {
        var means = new float[values.Count];
        double sum = 0;
        for (int i = 0, from = 0, to = 0; i < means.Length; i++)
        {
            for (; to < Math.Min(values.Count, i + reach + 1); to++)
            {
                sum += values[to];
            }

            for (; from < i - reach; from++)
            {
                sum -= values[from];
            }

            means[i] = (float)(sum / (to - from));
        }

        return means;
    }
}
