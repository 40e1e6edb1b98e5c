namespace NemoBot.Speech.Listening;

/// <summary>
/// Finds speech by loudness, for machines without the voice activity model: frames well above the noise floor, in ranges that rise
/// and fall as syllables do. Steady music has no such gaps.
/// </summary>
internal static class EnergyActivity
{
    public const int Frame = WavFile.Rate / 50;

    private const double Silence = 0.0015;
    private const double AboveFloor = 2.5;
    private const double LowShare = 0.08;
    private const int Bridge = 15;
    private const int Shortest = 6;
    private const int LongEnoughToJudge = 200;

    /// <summary>Ranges with speech, ordered.</summary>
    /// <param name="samples">A few minutes at most.</param>
    /// <param name="offset">Position of the first sample.</param>
    public static IReadOnlyList<SampleRange> Find(ReadOnlySpan<float> samples, long offset)
    {
        var levels = Levels(samples);
        if (levels.Length == 0)
        {
            return [];
        }

        var sorted = levels.Order().ToArray();
        var (floor, loud) = (sorted[sorted.Length / 10], sorted[sorted.Length * 95 / 100]);
        var threshold = Math.Max(Silence, Math.Min(floor * AboveFloor, loud * 0.25));
        List<SampleRange> found = [];
        foreach (var (start, end) in Runs(levels, threshold))
        {
            if (end - start >= Shortest && (end - start < LongEnoughToJudge || HasSyllables(levels.AsSpan(start, end - start))))
            {
                found.Add(new SampleRange(offset + ((long)start * Frame), offset + ((long)end * Frame)));
            }
        }

        return found;
    }

    private static double[] Levels(ReadOnlySpan<float> samples)
    {
        var levels = new double[samples.Length / Frame];
        for (var i = 0; i < levels.Length; i++)
        {
            double sum = 0;
            foreach (var sample in samples.Slice(i * Frame, Frame))
            {
                sum += sample * sample;
            }

            levels[i] = Math.Sqrt(sum / Frame);
        }

        return levels;
    }

    /// <summary>Runs of frames over the threshold; short gaps between them belong to speech.</summary>
    private static List<(int Start, int End)> Runs(double[] levels, double threshold)
    {
        List<(int Start, int End)> runs = [];
        for (var i = 0; i < levels.Length; i++)
        {
            if (levels[i] < threshold)
            {
                continue;
            }

            if (runs.Count > 0 && i - runs[^1].End <= Bridge)
            {
                runs[^1] = (runs[^1].Start, i + 1);
            }
            else
            {
                runs.Add((i, i + 1));
            }
        }

        return runs;
    }

    /// <summary>Enough frames are much quieter than the mean.</summary>
    private static bool HasSyllables(ReadOnlySpan<double> levels)
    {
        double sum = 0;
        foreach (var level in levels)
        {
            sum += level;
        }

        var (mean, low) = (sum / levels.Length, 0);
        foreach (var level in levels)
        {
            low += level < mean / 2 ? 1 : 0;
        }

        return low > levels.Length * LowShare;
    }
}
