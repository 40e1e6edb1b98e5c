using System.Text;

namespace NemoBot.Telegram.Messages;

/// <summary>Prepares plain text for Telegram. An invisible word joiner after @ keeps names from pinging people.</summary>
internal static class Markup
{
    private const char WordJoiner = '\u2060';

    /// <summary>The text as sent without a parse mode; also what Telegram's limits count.</summary>
    public static string Plain(string text)
    {
        if (!NeedsWork(text))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length + 8);
        var inLink = false;
        for (var i = 0; i < text.Length; i++)
        {
            inLink = inLink ? !char.IsWhiteSpace(text[i]) : StartsLink(text, i);
            plain.Append(Whole(text, i));
            if (text[i] == '@' && !inLink && Pings(text, i))
            {
                plain.Append(WordJoiner);
            }
        }

        return plain.ToString();
    }

    /// <summary>Escapes the characters that HTML parse mode reads as markup.</summary>
    public static string Escape(string plain) => plain
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    private static bool NeedsWork(string text) => text.AsSpan().ContainsAny('@', '\0') || text.Any(char.IsSurrogate);

    /// <summary>Replaces half of a surrogate pair, which JSON cannot represent.</summary>
    private static char Whole(string text, int i)
    {
        var c = text[i];
        var broken = (char.IsHighSurrogate(c) && (i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])))
            || (char.IsLowSurrogate(c) && (i == 0 || !char.IsHighSurrogate(text[i - 1])));
        return broken ? '\uFFFD' : c == '\0' ? ' ' : c;
    }

    private static bool Pings(string text, int at) =>
        at + 1 < text.Length && IsNamePart(text[at + 1]) && (at == 0 || !IsNamePart(text[at - 1]));

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static bool StartsLink(string text, int at) =>
        text[at] is 'h' or 'H' && text.AsSpan(at) is var rest
        && (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase));
}
