using System.Text;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Captioning.Layout;

/// <summary>Splits captions into short groups of words, or of characters where a script has no spaces: evenly, and at commas first.</summary>
internal static class CaptionGroups
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(350);

    /// <summary>Gives the caption itself if it is short enough.</summary>
    /// <param name="line">With or without words.</param>
    /// <param name="most">Words or characters at a time; null: no matter how many.</param>
    public static IReadOnlyList<CaptionLine> Split(CaptionLine line, int? most)
    {
        if (most is not { } size)
        {
            return [line];
        }

        var joined = line with { Text = LineSplitter.Join(line.Text) };
        var units = UnitsOf(joined);
        if (units.Count <= size)
        {
            return [line];
        }

        var starts = Clauses(joined.Text, units).SelectMany(c => Cut(joined.Text, units, c.From, c.To, size)).ToList();
        return [.. starts.Select((from, i) => Group(joined, units, from, i + 1 < starts.Count ? starts[i + 1] : units.Count))];
    }

    /// <summary>Every word, and every character of a word without spaces, with its time. Signs belong to what is before them.</summary>
    private static List<TimedSpan> UnitsOf(CaptionLine line)
    {
        List<TimedSpan> units = [];
        foreach (var word in WordTimes.Of(line))
        {
            var at = word.Span.Start;
            List<int> starts = [];
            foreach (var rune in word.Span.In(line.Text).EnumerateRunes())
            {
                if (starts.Count == 0 || (Scripts.IsUnspaced(rune) && Rune.IsLetter(rune)))
                {
                    starts.Add(at);
                }

                at += rune.Utf16SequenceLength;
            }

            TimeSpan Time(int place) => word.Start + ((word.End - word.Start) * ((double)(place - word.Span.Start) / Math.Max(1, word.Span.End - word.Span.Start)));
            units.AddRange(starts.Select((from, i) => (from, To: i + 1 < starts.Count ? starts[i + 1] : word.Span.End))
                .Select(p => new TimedSpan(new TextSpan(p.from, p.To), Time(p.from), Time(p.To))));
        }

        return units;
    }

    /// <summary>The units from one comma, full stop or pause to the next.</summary>
    private static IEnumerable<(int From, int To)> Clauses(string text, List<TimedSpan> units)
    {
        var from = 0;
        for (var i = 1; i <= units.Count; i++)
        {
            var last = text[..units[i - 1].Span.End].TrimEnd() is { Length: > 0 } before ? before[^1] : ' ';
            if (i == units.Count || Scripts.IsSentenceEnd(last) || Scripts.IsClauseEnd(last) || units[i].Start - units[i - 1].End >= Pause)
            {
                yield return (from, i);
                from = i;
            }
        }
    }

    /// <summary>Where the groups of a clause begin: about equally long, and not within a word.</summary>
    private static IEnumerable<int> Cut(string text, List<TimedSpan> units, int from, int to, int most)
    {
        var breaks = new WordBreaks(text);
        while (from < to)
        {
            yield return from;
            var left = to - from;
            var groups = (left + most - 1) / most;
            var wanted = (double)left / groups;
            var fewest = Math.Max(1, left - ((groups - 1) * most));
            var begin = from;
            from += groups == 1 ? left : Enumerable.Range(fewest, Math.Min(most, left) - fewest + 1)
                .MinBy(n => (0.15 * Math.Abs(n - wanted)) + breaks.PriceAt(units[begin + n].Span.Start));
        }
    }

    private static CaptionLine Group(CaptionLine line, List<TimedSpan> units, int from, int to)
    {
        var (start, end) = (from == 0 ? line.Start : units[from].Start, to == units.Count ? line.End : units[to].Start);
        end = to < units.Count && units[to].Start - units[to - 1].End >= Pause ? units[to - 1].End : end;
        var span = new TextSpan(from == 0 ? 0 : units[from].Span.Start, to == units.Count ? line.Text.Length : units[to].Span.Start);
        return new CaptionLine(start, end, span.Trim(line.Text).In(line.Text))
        {
            Words = line.Words.Count == 0 ? [] : [.. units[from..to].Select(u => new CaptionWord(u.Start, u.End, u.Span.In(line.Text)))],
        };
    }
}
