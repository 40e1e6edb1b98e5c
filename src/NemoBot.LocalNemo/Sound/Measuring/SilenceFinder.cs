namespace NemoBot.LocalNemo.Sound.Measuring;

/// <summary>Finds pauses in a curve of levels.</summary>
internal static class SilenceFinder
{
    /// <summary>Clicks shorter than this do not end a silence.</summary>
    private const int ShortestSound = 3;

    /// <summary>Silent parts, in order, with the padding left out.</summary>
    public static IReadOnlyList<TimeRange> Find(IReadOnlyList<float> levels, double integrated, SilenceOptions options)
    {
        var threshold = options.ThresholdDb ?? Choose(levels, integrated);
        List<TimeRange> found = [];
        var start = 0;
        while (start < levels.Count)
        {
            if (levels[start] >= threshold && IsSound(levels, start, threshold))
            {
                start++;
                continue;
            }

            var end = start;
            while (end < levels.Count && (levels[end] < threshold || !IsSound(levels, end, threshold)))
            {
                end++;
            }

            Add(found, start, end, levels.Count, options);
            start = end;
        }

        return found;
    }

    /// <summary>Well below the speech, and above the noise of the room where there is one.</summary>
    private static double Choose(IReadOnlyList<float> levels, double integrated)
    {
        if (levels.Count == 0 || double.IsNegativeInfinity(integrated))
        {
            return -60;
        }

        var sorted = levels.Order().ToArray();
        var noise = sorted[sorted.Length / 20];
        return Math.Clamp(Math.Max(integrated - 20, noise + 6), -60, Math.Max(-60, integrated - 8));
    }

    private static bool IsSound(IReadOnlyList<float> levels, int at, double threshold)
    {
        var (from, to) = (at, at);
        while (from > 0 && at - from < ShortestSound && levels[from - 1] >= threshold)
        {
            from--;
        }

        while (to + 1 < levels.Count && to - at < ShortestSound && levels[to + 1] >= threshold)
        {
            to++;
        }

        return to - from + 1 >= ShortestSound;
    }

    private static void Add(List<TimeRange> found, int start, int end, int count, SilenceOptions options)
    {
        var range = new TimeRange(TimeSpan.FromSeconds(start / (double)LevelCurve.Rate), TimeSpan.FromSeconds(end / (double)LevelCurve.Rate));
        if (range.Length < options.MinLength)
        {
            return;
        }

        // Only a side next to sound needs padding.
        var padded = new TimeRange(
            start == 0 ? range.Start : range.Start + options.Padding, end == count ? range.End : range.End - options.Padding);
        if (padded.Length > TimeSpan.Zero)
        {
            found.Add(padded);
        }
    }
}
