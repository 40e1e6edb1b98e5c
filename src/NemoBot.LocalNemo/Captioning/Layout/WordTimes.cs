using NemoBot.LocalNemo.Projects;
using NemoBot.Media.Subtitles;

namespace NemoBot.LocalNemo.Captioning.Layout;

/// <summary>Finds a line's words in its text, and estimates times by width where none are known.</summary>
internal static class WordTimes
{
    /// <summary>Gives the words in order. Times are monotone and inside of the line.</summary>
    public static IReadOnlyList<TimedSpan> Of(CaptionLine line) => Locate(line) ?? Estimate(line.Text, line.Start, line.End);

    /// <summary>Words for a text that has none: spread from start to end by their widths.</summary>
    public static IReadOnlyList<TimedSpan> Estimate(string text, TimeSpan start, TimeSpan end)
    {
        var pieces = TextPieces.Split(text, double.MaxValue).Select(p => p.Trim(text)).Where(p => p.End > p.Start).ToList();
        var weights = pieces.Select(p => Weigh(p.In(text))).ToList();
        var total = weights.Sum();
        List<TimedSpan> words = [];
        double sum = 0;
        foreach (var (piece, weight) in pieces.Zip(weights))
        {
            var from = start + ((end - start) * (sum / total));
            sum += weight;
            words.Add(new TimedSpan(piece, from, start + ((end - start) * (sum / total))));
        }

        return words;
    }

    /// <summary>The time that a text takes to speak, in arbitrary units; a pause follows a sentence.</summary>
    public static double Weigh(string text)
    {
        var trimmed = text.Trim();
        var pause = trimmed.Length == 0 ? 0 : Scripts.IsSentenceEnd(trimmed[^1]) ? 3 : Scripts.IsClauseEnd(trimmed[^1]) ? 1.5 : 0;
        return Math.Max(0.5, TextWidth.Measure(trimmed)) + pause;
    }

    /// <summary>Null if the words differ from the text, because the text was edited since.</summary>
    private static List<TimedSpan>? Locate(CaptionLine line)
    {
        List<TimedSpan> found = [];
        var at = 0;
        var time = line.Start;
        foreach (var word in line.Words)
        {
            if (Match(line.Text, at, word.Text) is not { } span)
            {
                return null;
            }

            var start = word.Start < time ? time : word.Start > line.End ? line.End : word.Start;
            var end = word.End < start ? start : word.End > line.End ? line.End : word.End;
            found.Add(new TimedSpan(span, start, end));
            (at, time) = (span.End, start);
        }

        return found.Count > 0 && string.IsNullOrWhiteSpace(line.Text[at..]) ? found : null;
    }

    /// <summary>The word at a place of the text; white space counts for nothing.</summary>
    private static TextSpan? Match(string text, int at, string word)
    {
        int? first = null;
        foreach (var c in word)
        {
            if (char.IsWhiteSpace(c))
            {
                continue;
            }

            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (at >= text.Length || text[at] != c)
            {
                return null;
            }

            first ??= at;
            at++;
        }

        return first is { } start ? new TextSpan(start, at) : null;
    }
}
