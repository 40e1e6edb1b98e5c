namespace NemoBot.LocalNemo.Language.Lexing;

/// <summary>Finds quoted texts. One pass: each place is looked at a bounded number of times, whatever the text.</summary>
internal static class QuoteScanner
{
    private const int Longest = 1000;
    private const string Opening = "“‘「『《«„\"'`";
    private const string Closing = "”’」』》»“\"'`";

    /// <summary>Index of the closing mark if a quote opens here; -1 otherwise.</summary>
    public static int FindEnd(string text, int start)
    {
        var kind = Opening.IndexOf(text[start], StringComparison.Ordinal);
        if (kind < 0 || (text[start] == '\'' && start > 0 && char.IsLetterOrDigit(text[start - 1])))
        {
            return -1;
        }

        var close = Closing[kind];
        var nested = close == text[start] ? FindSymmetric(text, start, close) : FindPaired(text, start, close);
        return nested >= 0 ? nested : FindFirst(text, start, close);
    }

    private static int Limit(string text, int start) => Math.Min(text.Length, start + Longest);

    private static int FindPaired(string text, int start, char close)
    {
        var depth = 0;
        for (var i = start; i < Limit(text, start); i++)
        {
            depth += text[i] == close ? -1 : text[i] == text[start] ? 1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>With equal marks, one after a space and before a letter opens another quote inside.</summary>
    private static int FindSymmetric(string text, int start, char mark)
    {
        var depth = 1;
        for (var i = start + 1; i < Limit(text, start); i++)
        {
            if (text[i] != mark)
            {
                continue;
            }

            var letterBefore = char.IsLetterOrDigit(text[i - 1]);
            var letterAfter = i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]);
            if (mark == '\'' && letterBefore && letterAfter && text[i - 1] < 0x2E80 && text[i + 1] < 0x2E80)
            {
                continue;
            }

            depth += i > start + 1 && char.IsWhiteSpace(text[i - 1]) && letterAfter ? 1 : -1;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static int FindFirst(string text, int start, char close)
    {
        var end = text.IndexOf(close, start + 1, Limit(text, start) - start - 1);
        // A lone apostrophe before a space is more likely an omission ('cause) than a quote.
        return end > start + 1 && (close != '\'' || end + 1 >= text.Length || !char.IsLetterOrDigit(text[end + 1])) ? end : -1;
    }
}
