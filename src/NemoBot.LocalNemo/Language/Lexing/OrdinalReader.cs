using System.Globalization;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Lexing;

/// <summary>Reads places in an order: second, 3rd, 第二张.</summary>
internal static class OrdinalReader
{
    private const string MeasureWords = "个張张条段幅首页";

    private static readonly string[] Words =
        ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

    /// <summary>Reads what begins at a position of a folded text; null if it is no ordinal.</summary>
    public static Token? Read(string text, int start)
    {
        if (text[start] == '第')
        {
            return ReadChinese(text, start);
        }

        if (start > 0 && char.IsLetterOrDigit(text[start - 1]))
        {
            return null;
        }

        return char.IsAsciiDigit(text[start]) ? ReadDigits(text, start) : ReadWord(text, start);
    }

    private static Token? ReadDigits(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]) && end - start < 4)
        {
            end++;
        }

        return end + 1 < text.Length && text.AsSpan(end, 2) is "st" or "nd" or "rd" or "th" && !IsLetter(text, end + 2)
            ? Make(int.Parse(text.AsSpan(start, end - start), CultureInfo.InvariantCulture), start, end + 2) : null;
    }

    private static Token? ReadWord(string text, int start)
    {
        for (var i = 0; i < Words.Length; i++)
        {
            if (text.AsSpan(start).StartsWith(Words[i], StringComparison.Ordinal) && !IsLetter(text, start + Words[i].Length))
            {
                return Make(i + 2, start, start + Words[i].Length);
            }
        }

        return null;
    }

    private static Token? ReadChinese(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]) && end - start < 5)
        {
            end++;
        }

        var value = end > start + 1 ? int.Parse(text.AsSpan(start + 1, end - start - 1), CultureInfo.InvariantCulture) : 0;
        if (value == 0 && end < text.Length && text[end] != '第' && NumberWords.Read(text, end) is { } words)
        {
            (value, end) = ((int)words.Value, words.End);
        }

        return value > 0 ? Make(value, start, end < text.Length && MeasureWords.Contains(text[end]) ? end + 1 : end) : null;
    }

    private static bool IsLetter(string text, int at) => at < text.Length && char.IsAsciiLetterOrDigit(text[at]);

    private static Token Make(int value, int start, int end) => new(TokenKind.Ordinal, start, end - start) { Value = value };
}
