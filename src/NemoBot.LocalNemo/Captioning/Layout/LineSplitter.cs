using NemoBot.LocalNemo.Projects;
using NemoBot.Media.Subtitles;

namespace NemoBot.LocalNemo.Captioning.Layout;

/// <summary>Splits captions that need more lines than are shown at a time, at sentence ends, pauses and commas near the middle.</summary>
internal static class LineSplitter
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(350);

    /// <summary>Gives the caption itself if it fits.</summary>
    /// <param name="line">With or without words.</param>
    /// <param name="width">Of a line of text, in units of the font size.</param>
    /// <param name="maxLines">Lines of text at a time.</param>
    public static IEnumerable<CaptionLine> Split(CaptionLine line, double width, int maxLines) =>
        LineBreaker.Count(line.Text, width) <= maxLines ? [line] : SplitJoined(line with { Text = Join(line.Text) }, width, maxLines);

    private static IEnumerable<CaptionLine> SplitJoined(CaptionLine line, double width, int maxLines)
    {
        var pieces = TextPieces.Split(line.Text, width);
        if (pieces.Count < 2 || LineBreaker.Count(line.Text, width) <= maxLines)
        {
            return [line];
        }

        var words = WordTimes.Of(line);
        var cut = FindCut(line.Text, pieces, words);
        var time = TimeAt(words, cut, line);
        var first = Part(line, new TextSpan(0, cut), line.Start, time.End, words);
        var second = Part(line, new TextSpan(cut, line.Text.Length), time.Start, line.End, words);
        return SplitJoined(first, width, maxLines).Concat(SplitJoined(second, width, maxLines));
    }

    /// <summary>Rows become one; ideographs need no space between them.</summary>
    public static string Join(string text)
    {
        var joined = new System.Text.StringBuilder();
        foreach (var row in text.Split('\n').Select(r => r.Trim()).Where(r => r.Length > 0))
        {
            if (joined.Length > 0 && !(IsIdeographic(joined[^1]) && IsIdeographic(row[0])))
            {
                joined.Append(' ');
            }

            joined.Append(row);
        }

        return joined.ToString();
    }

    private static bool IsIdeographic(char c) => !char.IsSurrogate(c) && Scripts.IsIdeographic(new System.Text.Rune(c));

    private static int FindCut(string text, List<TextSpan> pieces, IReadOnlyList<TimedSpan> words)
    {
        var pauses = words.Zip(words.Skip(1)).Where(p => p.Second.Start - p.First.End >= Pause).Select(p => p.Second.Span.Start).ToHashSet();
        var half = TextWidth.Measure(text) / 2;
        var (best, lowest, measured) = (pieces[1].Start, double.MaxValue, 0.0);
        for (var i = 1; i < pieces.Count; i++)
        {
            var piece = pieces[i - 1].In(text);
            measured += TextWidth.Measure(piece);
            var last = piece.TrimEnd() is { Length: > 0 } word ? word[^1] : ' ';
            var at = pieces[i].Start;
            var bonus = Scripts.IsSentenceEnd(last) ? 0.6 : Scripts.IsClauseEnd(last) || pauses.Contains(at) ? 0.45 : 0;
            var price = (Math.Abs(measured - half) / half) - bonus;
            if (price < lowest)
            {
                (best, lowest) = (at, price);
            }
        }

        return best;
    }

    /// <summary>When the part before a place ends and the part after it starts.</summary>
    private static (TimeSpan End, TimeSpan Start) TimeAt(IReadOnlyList<TimedSpan> words, int at, CaptionLine line)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.Span.Start >= at)
            {
                return (i > 0 ? words[i - 1].End : word.Start, word.Start);
            }

            if (word.Span.End > at)
            {
                // A long word is cut itself.
                var time = word.Start + ((word.End - word.Start) * ((double)(at - word.Span.Start) / (word.Span.End - word.Span.Start)));
                return (time, time);
            }
        }

        return (line.End, line.End);
    }

    private static CaptionLine Part(CaptionLine line, TextSpan span, TimeSpan start, TimeSpan end, IReadOnlyList<TimedSpan> words)
    {
        var kept = line.Words.Count == 0 ? [] : words
            .Where(w => w.Span.Start < span.End && w.Span.End > span.Start)
            .Select(w => new CaptionWord(
                w.Start < start ? start : w.Start,
                w.End > end ? end : w.End,
                line.Text[Math.Max(w.Span.Start, span.Start)..Math.Min(w.Span.End, span.End)]))
            .ToList();
        return new CaptionLine(start, end, span.Trim(line.Text).In(line.Text)) { Words = kept };
    }
}
