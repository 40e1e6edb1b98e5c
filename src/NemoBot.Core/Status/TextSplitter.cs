using System.Globalization;

namespace NemoBot.Core.Status;

/// <summary>Splits a text into pieces that fit a platform, at paragraphs, lines, sentences or words, in this order of preference.</summary>
internal static class TextSplitter
{
    private static readonly string[] Seams = ["\n\n", "\n", "。", "！", "？", ". ", "! ", "? ", " "];

    /// <summary>The pieces in order; nothing but white space at the seams is lost.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="limit">The platform's limit.</param>
    /// <param name="measure">The platform's measure, which grows with the text.</param>
    public static IReadOnlyList<string> Split(string text, int limit, Func<string, int> measure)
    {
        var pieces = new List<string>();
        var rest = text.Trim();
        while (rest.Length > 0 && measure(rest) > limit)
        {
            var cut = FindCut(rest, LongestThatFits(rest, limit, measure));
            pieces.Add(rest[..cut].TrimEnd());
            rest = rest[cut..].TrimStart();
        }

        if (rest.Length > 0)
        {
            pieces.Add(rest);
        }

        return pieces;
    }

    /// <summary>The text or its beginning with an ellipsis, whichever fits.</summary>
    public static string Shorten(string text, int limit, Func<string, int> measure)
    {
        if (measure(text) <= limit)
        {
            return text;
        }

        var length = LongestThatFits(text, Math.Max(1, limit - measure("…")), measure);
        return text[..length].TrimEnd() + "…";
    }

    private static int LongestThatFits(string text, int limit, Func<string, int> measure)
    {
        int fits = 1, tooLong = Math.Min(text.Length, Math.Max(limit, 1)) + 1;
        while (tooLong - fits > 1)
        {
            var middle = (fits + tooLong) / 2;
            if (measure(text[..middle]) <= limit)
            {
                fits = middle;
            }
            else
            {
                tooLong = middle;
            }
        }

        return WholeCharacters(text, fits);
    }

    /// <summary>
    /// Moves a cut back to where a character as people see it ends: a family or a flag consists of several emoji. One that does not fit at
    /// all is cut, but never within a surrogate pair.
    /// </summary>
    private static int WholeCharacters(string text, int cut)
    {
        var whole = 0;
        while (whole < cut)
        {
            var next = whole + StringInfo.GetNextTextElementLength(text, whole);
            if (next > cut)
            {
                break;
            }

            whole = next;
        }

        return whole > 0 ? whole
            : cut < text.Length && char.IsSurrogatePair(text, cut - 1) ? Math.Max(1, cut - 1)
            : cut;
    }

    private static int FindCut(string text, int most)
    {
        foreach (var seam in Seams)
        {
            // A seam in the first third would leave a stump of a message.
            var at = text.LastIndexOf(seam, most - 1, most, StringComparison.Ordinal);
            if (at > most / 3 && at + seam.Length <= most)
            {
                return at + seam.Length;
            }
        }

        return most;
    }
}
