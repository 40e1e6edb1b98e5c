using System.Text;

namespace NemoBot.Discord.Messages;

/// <summary>Escapes plain text for Discord: nothing a user or the backend wrote can become bold, a link, a list or a mention.</summary>
internal static class Markdown
{
    private const string Special = "\\*_~`|<[";

    /// <summary>Escapes a text. URLs are left alone: a backslash would become part of them.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length;)
        {
            if (StartsAddress(text, i))
            {
                var end = AddressEnd(text, i);
                result.Append(text, i, end - i);
                i = end;

                // The backslash before it would belong to the address, and the bracket would open a mention.
                _ = i < text.Length && text[i] == '<' ? result.Append(' ') : result;
                continue;
            }

            var c = text[i];
            if (Special.Contains(c, StringComparison.Ordinal) || (IsLineStart(text, i) && OpensBlock(text, i)))
            {
                result.Append('\\');
            }

            // "1." at the start of a line would be renumbered as a list.
            if (c == '.' && IsNumbered(text, i))
            {
                result.Append('\\');
            }

            result.Append(c);
            i++;
        }

        return result.ToString();
    }

    /// <summary>Reverses <see cref="Escape"/>.</summary>
    public static string Unescape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            i += text[i] == '\\' && i + 1 < text.Length && !char.IsLetterOrDigit(text[i + 1]) ? 1 : 0;
            result.Append(text[i]);
        }

        return result.ToString();
    }

    /// <summary>The length as Discord counts it: code points, after escaping.</summary>
    public static int Measure(string text)
    {
        var count = 0;
        foreach (var c in Escape(text))
        {
            count += char.IsLowSurrogate(c) ? 0 : 1;
        }

        return count;
    }

    /// <summary>Escapes a text and truncates it to the given number of code points.</summary>
    public static string Shorten(string text, int length)
    {
        if (Measure(text) <= length)
        {
            return Escape(text);
        }

        var kept = text;
        while (kept.Length > 0 && Measure(kept) > length - 1)
        {
            var cut = Math.Max(1, (Measure(kept) - length) / 2);
            kept = kept[..Math.Max(0, kept.Length - cut)];
            kept = kept.Length > 0 && char.IsHighSurrogate(kept[^1]) ? kept[..^1] : kept;
        }

        return Escape(kept) + "…";
    }

    private static bool StartsAddress(string text, int i) =>
        text[i] == 'h' && (text.AsSpan(i).StartsWith("https://", StringComparison.Ordinal) || text.AsSpan(i).StartsWith("http://", StringComparison.Ordinal));

    /// <summary>To Discord an address goes on to the next white space or opening bracket, whatever is in it.</summary>
    private static int AddressEnd(string text, int i)
    {
        while (i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] != '<')
        {
            i++;
        }

        return i;
    }

    private static bool IsLineStart(string text, int i)
    {
        while (i > 0 && text[i - 1] is ' ' or '\t')
        {
            i--;
        }

        return i == 0 || text[i - 1] == '\n';
    }

    private static bool OpensBlock(string text, int i) =>
        text[i] is '>' or '#' || (text[i] is '-' or '+' && i + 1 < text.Length && text[i + 1] is ' ' or '#');

    private static bool IsNumbered(string text, int dot)
    {
        var i = dot;
        while (i > 0 && char.IsAsciiDigit(text[i - 1]))
        {
            i--;
        }

        return i < dot && IsLineStart(text, i) && dot + 1 < text.Length && text[dot + 1] == ' ';
    }
}
