using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Captioning.Layout;

/// <summary>Corrects the times of captions: none overlap, none flash, none outlast the video.</summary>
internal static class CaptionTiming
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1000);
    private static readonly TimeSpan TooShort = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan SmallGap = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(7);

    /// <summary>Orders the lines and corrects their times.</summary>
    /// <param name="lines">In any order.</param>
    /// <param name="duration">Of the video; null if unknown.</param>
    public static IReadOnlyList<CaptionLine> Tidy(IEnumerable<CaptionLine> lines, TimeSpan? duration)
    {
        var limit = duration ?? TimeSpan.MaxValue;
        var ordered = lines.Where(l => l.Start < limit && !string.IsNullOrWhiteSpace(l.Text)).Select(l => WithEnd(l, limit)).OrderBy(l => l.Start).ToList();
        List<CaptionLine> tidy = [];
        foreach (var line in ordered)
        {
            if (tidy.Count > 0 && tidy[^1].End > line.Start)
            {
                var last = tidy[^1];
                if (line.Start - last.Start < TooShort)
                {
                    tidy[^1] = Merge(last, line);
                    continue;
                }

                tidy[^1] = CutAt(last, line.Start);
            }

            tidy.Add(line);
        }

        return Lengthen(tidy, limit);
    }

    /// <summary>Assigns times to lines that have none, by the length of their text.</summary>
    /// <param name="lines">Their times are ignored.</param>
    /// <param name="start">When the first one begins.</param>
    /// <param name="end">When the last one ends.</param>
    public static IReadOnlyList<CaptionLine> Spread(IReadOnlyList<CaptionLine> lines, TimeSpan start, TimeSpan end)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var weights = lines.Select(l => 2 + WordTimes.Weigh(l.Text)).ToList();
        var total = weights.Sum();
        List<CaptionLine> timed = [];
        double sum = 0;
        foreach (var (line, weight) in lines.Zip(weights))
        {
            var from = start + ((end - start) * (sum / total));
            sum += weight;
            timed.Add(new CaptionLine(from, start + ((end - start) * (sum / total)), line.Text));
        }

        return timed;
    }

    private static CaptionLine WithEnd(CaptionLine line, TimeSpan limit)
    {
        var end = line.End > line.Start ? line.End : line.Start + ReadingTime(line.Text);
        return CutAt(line with { End = end }, end < limit ? end : limit);
    }

    private static TimeSpan ReadingTime(string text)
    {
        var time = TimeSpan.FromMilliseconds(700 + (WordTimes.Weigh(text) * 90));
        return time < Slowest ? time : Slowest;
    }

    private static CaptionLine CutAt(CaptionLine line, TimeSpan end) => line with
    {
        End = end,
        Words = [.. line.Words.Select(w => w.End <= end ? w : w with { Start = w.Start < end ? w.Start : end, End = end })],
    };

    /// <summary>Two that begin together are shown together: two speakers, or two languages.</summary>
    private static CaptionLine Merge(CaptionLine first, CaptionLine second) => first with
    {
        End = first.End > second.End ? first.End : second.End,
        Text = first.Text == second.Text ? first.Text : $"{first.Text}\n{second.Text}",
        Words = first.Text == second.Text ? first.Words : [],
    };

    /// <summary>Short ones stay until they can be read, if there is room; small gaps would flicker.</summary>
    private static List<CaptionLine> Lengthen(List<CaptionLine> lines, TimeSpan limit)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var next = i + 1 < lines.Count ? lines[i + 1].Start : limit;
            var wanted = line.End - line.Start < Shortest ? line.Start + Shortest : line.End;
            if (i + 1 < lines.Count && next - wanted < SmallGap)
            {
                wanted = next;
            }

            lines[i] = line with { End = wanted < next ? wanted : next };
        }

        return lines;
    }
}
