using System.Text;
using NemoBot.Speech.Protocol;

namespace NemoBot.Speech.Listening;

/// <summary>
/// Makes words of a segment's text and its tokens. Characters come from the text, which is whole; times come from the tokens, of
/// which several may share a character.
/// </summary>
internal static class TokenWords
{
    private const double Shortest = 0.06;
    private const double SmallGap = 0.15;

    /// <summary>Words in order, inside of the segment, each at least 60 ms.</summary>
    public static IReadOnlyList<WorkerWord> Read(string text, IReadOnlyList<TimedToken> tokens, double start, double end)
    {
        var times = TimeCharacters(text, tokens);
        var words = Split(text).Select(w => new WorkerWord(FirstTime(times, w), LastTime(text, times, w), text[w])).ToList();
        return words.Count == 0 ? [] : AreUseless(words) ? Spread(words, start, end) : Order(words, start, end);
    }

    /// <summary>Each character's time; NaN where no token was found for it.</summary>
    private static (double Start, double End)[] TimeCharacters(string text, IReadOnlyList<TimedToken> tokens)
    {
        var times = new (double Start, double End)[text.Length];
        Array.Fill(times, (double.NaN, double.NaN));
        var cursor = 0;
        (double Start, double End)? pending = null;
        foreach (var token in tokens.Where(t => !t.IsSpecial))
        {
            if (token.IsBroken)
            {
                pending = (pending?.Start ?? token.Start, token.End);
                continue;
            }

            var found = text.IndexOf(token.Text, cursor, StringComparison.Ordinal);
            if (found < 0)
            {
                continue;
            }

            // The leading space is silent.
            var letters = found + token.Text.Length - token.Text.TrimStart().Length;
            Fill(times, cursor, found, pending ?? (double.NaN, double.NaN));
            Fill(times, letters, found + token.Text.Length, (token.Start, token.End));
            (cursor, pending) = (found + token.Text.Length, null);
        }

        if (pending is { } last)
        {
            Fill(times, cursor, text.Length, last);
        }

        return times;
    }

    /// <summary>Several characters share a time by their number.</summary>
    private static void Fill((double Start, double End)[] times, int from, int to, (double Start, double End) time)
    {
        for (var i = from; i < to; i++)
        {
            var step = (time.End - time.Start) / (to - from);
            times[i] = (time.Start + (step * (i - from)), time.Start + (step * (i - from + 1)));
        }
    }

    /// <summary>A space begins a word, an ideograph is one, punctuation belongs to the word before it.</summary>
    private static List<Range> Split(string text)
    {
        List<Range> words = [];
        var start = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var isSpace = char.IsWhiteSpace(text[i]);
            var beginsNew = start >= 0 && !isSpace && (IsIdeograph(text, i) || (IsIdeograph(text, start) && char.IsLetterOrDigit(text[i]))) && !char.IsLowSurrogate(text[i]);
            if (start >= 0 && (isSpace || beginsNew))
            {
                words.Add(start..i);
                start = -1;
            }

            start = start < 0 && !isSpace ? i : start;
        }

        if (start >= 0)
        {
            words.Add(start..text.Length);
        }

        return words;
    }

    private static bool IsIdeograph(string text, int at) => Rune.TryGetRuneAt(text, at, out var rune)
        && rune.Value is (>= 0x3040 and <= 0x30ff) or (>= 0x3400 and <= 0x9fff) or (>= 0xf900 and <= 0xfaff) or (>= 0x20000 and <= 0x3fffd);

    private static double FirstTime((double Start, double End)[] times, Range word)
    {
        foreach (var (start, _) in times[word])
        {
            if (!double.IsNaN(start))
            {
                return start;
            }
        }

        return double.NaN;
    }

    /// <summary>The last letter's: the model gives a pause to the punctuation.</summary>
    private static double LastTime(string text, (double Start, double End)[] times, Range word)
    {
        var (from, length) = word.GetOffsetAndLength(text.Length);
        for (var i = from + length - 1; i >= from; i--)
        {
            if (!double.IsNaN(times[i].End) && (!char.IsPunctuation(text[i]) || i == from))
            {
                return times[i].End;
            }
        }

        return double.NaN;
    }

    private static bool AreUseless(List<WorkerWord> words) =>
        words.Any(w => double.IsNaN(w.Start) || double.IsNaN(w.End)) || (words.Count > 2 && words.Count(w => w.End - w.Start < 0.011) * 2 > words.Count);

    private static List<WorkerWord> Spread(List<WorkerWord> words, double start, double end)
    {
        double total = words.Sum(w => w.Text.Length);
        double sum = 0;
        List<WorkerWord> spread = [];
        foreach (var word in words)
        {
            var from = start + ((end - start) * sum / total);
            sum += word.Text.Length;
            spread.Add(word with { Start = from, End = start + ((end - start) * sum / total) });
        }

        return spread;
    }

    private static List<WorkerWord> Order(List<WorkerWord> words, double start, double end)
    {
        if (end - start < words.Count * Shortest)
        {
            return Spread(words, start, end);
        }

        // Room for the words behind is kept, so that every one has its shortest time.
        List<WorkerWord> ordered = [];
        for (var i = 0; i < words.Count; i++)
        {
            var earliest = i == 0 ? start : ordered[^1].Start + Shortest;
            var latest = end - ((words.Count - i) * Shortest);
            ordered.Add(words[i] with { Start = Math.Clamp(words[i].Start, earliest, Math.Max(earliest, latest)) });
        }

        for (var i = 0; i < ordered.Count; i++)
        {
            var next = i + 1 < ordered.Count ? ordered[i + 1].Start : end;
            var wanted = Math.Max(ordered[i].End, ordered[i].Start + Shortest);
            ordered[i] = ordered[i] with { End = wanted > next || next - wanted < SmallGap ? next : wanted };
        }

        return ordered;
    }
}
