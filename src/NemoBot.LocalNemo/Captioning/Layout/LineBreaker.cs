using NemoBot.Media.Subtitles;

namespace NemoBot.LocalNemo.Captioning.Layout;

/// <summary>Breaks text into as few lines as it needs, of about the same width, preferably after punctuation and not inside words.</summary>
internal static class LineBreaker
{
    /// <summary>More lines than this are a text, not a title or caption: they are filled one by one, which takes no time however long it is.</summary>
    private const int MostBalanced = 8;
    private const double AfterPunctuation = -0.08;
    private const double AfterFunctionWord = 0.05;

    private static readonly HashSet<string> FunctionWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "and", "or", "but", "my", "your", "his", "her", "our", "their", "is", "are", "i",
        "le", "la", "les", "de", "du", "des", "un", "une", "et", "el", "los", "y", "der", "die", "das", "und", "ein", "eine",
    };

    /// <summary>Gives the lines without white space around them; more than one for each paragraph that is too wide.</summary>
    /// <param name="text">May hold line breaks; they are kept.</param>
    /// <param name="width">In units of the font size.</param>
    public static IReadOnlyList<TextSpan> Break(string text, double width)
    {
        List<TextSpan> lines = [];
        var start = 0;
        foreach (var paragraph in text.Split('\n'))
        {
            foreach (var line in BreakParagraph(paragraph, width))
            {
                var trimmed = new TextSpan(start + line.Start, start + line.End).Trim(text);
                if (trimmed.End > trimmed.Start)
                {
                    lines.Add(trimmed);
                }
            }

            start += paragraph.Length + 1;
        }

        return lines;
    }

    /// <summary>How many lines <see cref="Break"/> gives.</summary>
    public static int Count(string text, double width) =>
        text.Split('\n').Where(p => !string.IsNullOrWhiteSpace(p)).Sum(p => Math.Max(1, Fill(p, TextPieces.Split(p, width), width).Count - 1));

    private static IEnumerable<TextSpan> BreakParagraph(string text, double width)
    {
        var pieces = TextPieces.Split(text, width);
        var breaks = Fill(text, pieces, width);
        var count = breaks.Count - 1;
        if (count <= 1)
        {
            return [new TextSpan(0, text.Length)];
        }

        breaks = count <= MostBalanced ? FindBreaks(text, pieces, width, count) : breaks;
        return breaks.Zip(breaks.Skip(1), (from, to) => new TextSpan(pieces[from].Start, pieces[to - 1].End));
    }

    /// <summary>Each line takes all that fits.</summary>
    private static List<int> Fill(string text, List<TextSpan> pieces, double width)
    {
        List<int> breaks = [0];
        double used = 0;
        foreach (var (index, piece) in pieces.Index())
        {
            if (used > 0 && used + Measure(text, piece.Start, piece.End) > width)
            {
                breaks.Add(index);
                used = 0;
            }

            used += TextWidth.Measure(piece.In(text));
        }

        if (pieces.Count > 0)
        {
            breaks.Add(pieces.Count);
        }

        return breaks;
    }

    /// <summary>The cheapest way to spread the pieces over a number of lines: squares of the differences from the mean width.</summary>
    private static List<int> FindBreaks(string text, List<TextSpan> pieces, double width, int count)
    {
        var ideal = TextWidth.Measure(text) / count;
        var words = new WordBreaks(text);
        var ends = MeasureEnds(text, pieces);
        var cost = new double[count + 1, pieces.Count + 1];
        var from = new int[count + 1, pieces.Count + 1];
        for (var line = 0; line <= count; line++)
        {
            for (var end = 0; end <= pieces.Count; end++)
            {
                cost[line, end] = line == 0 && end == 0 ? 0 : double.PositiveInfinity;
                for (var start = end - 1; line > 0 && start >= 0; start--)
                {
                    var measured = ends[end].Seen - ends[start].Whole;
                    if (measured > width && start < end - 1)
                    {
                        break;
                    }

                    var sum = cost[line - 1, start] + Math.Pow((measured - ideal) / width, 2) + (end < pieces.Count ? PriceOfBreak(text, pieces[end - 1], words) : 0);
                    if (sum < cost[line, end])
                    {
                        (cost[line, end], from[line, end]) = (sum, start);
                    }
                }
            }
        }

        List<int> breaks = [pieces.Count];
        for (var line = count; line > 0; line--)
        {
            breaks.Insert(0, from[line, breaks[0]]);
        }

        return breaks;
    }

    /// <summary>Width of the text up to each piece, with and without the white space at its end.</summary>
    private static List<(double Whole, double Seen)> MeasureEnds(string text, List<TextSpan> pieces)
    {
        List<(double Whole, double Seen)> ends = [(0, 0)];
        foreach (var piece in pieces)
        {
            var before = ends[^1].Whole;
            ends.Add((before + TextWidth.Measure(piece.In(text)), before + TextWidth.Measure(piece.In(text).TrimEnd())));
        }

        return ends;
    }

    private static double Measure(string text, int start, int end) => TextWidth.Measure(new TextSpan(start, end).Trim(text).In(text));

    private static double PriceOfBreak(string text, TextSpan piece, WordBreaks words)
    {
        var word = piece.Trim(text).In(text);
        return word.Length == 0 ? 0
            : Scripts.IsSentenceEnd(word[^1]) || Scripts.IsClauseEnd(word[^1]) ? AfterPunctuation
            : FunctionWords.Contains(word) ? AfterFunctionWord : words.PriceAt(piece.End);
    }
}
