namespace NemoBot.LocalNemo.Language.Lexing;

/// <summary>Numbers written as words.</summary>
internal static class NumberWords
{
    private const string Digits = "零一二三四五六七八九";

    private static readonly Dictionary<string, double> English = new(StringComparer.Ordinal)
    {
        ["half a"] = 0.5,
        ["half"] = 0.5,
        ["a couple of"] = 2,
        ["a few"] = 3,
        ["one and a half"] = 1.5,
        ["two and a half"] = 2.5,
        ["zero"] = 0,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["a hundred"] = 100,
        ["hundred"] = 100,
    };

    private static readonly (string Words, double Value)[] Vague =
        [("a couple of", 2), ("a couple", 2), ("couple of", 2), ("couple", 2), ("a few", 3), ("few", 3), ("an", 1), ("a", 1)];

    /// <summary>Reads a number's words; null if there are none.</summary>
    public static (double Value, int End)? Read(string text, int start) =>
        text[start] < 0x2E80 ? ReadEnglish(text, start) : ReadChinese(text, start);

    private static (double Value, int End)? ReadEnglish(string text, int start)
    {
        if (!char.IsAsciiLetter(text[start]) || (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1])))
        {
            return null;
        }

        if (ReadArticle(text, start) is { } article)
        {
            return article;
        }

        (double Value, int End)? found = null;
        var end = start;
        for (var words = 0; words < 4 && end < text.Length; words++)
        {
            while (end < text.Length && char.IsAsciiLetter(text[end]) && end - start < 24)
            {
                end++;
            }

            if (English.TryGetValue(text[start..end].Replace('-', ' '), out var value))
            {
                found = (value, end);
            }

            if (end + 1 >= text.Length || text[end] is not (' ' or '-') || !char.IsAsciiLetter(text[end + 1]))
            {
                break;
            }

            end++;
        }

        return found is { Value: >= 20 and < 100 } tens ? WithOnes(text, tens) : found;
    }

    /// <summary>"a minute", "a couple of seconds": an article counts only right before a unit. "a second" is more often a second thing.</summary>
    private static (double Value, int End)? ReadArticle(string text, int start)
    {
        foreach (var (words, value) in Vague)
        {
            var end = start + words.Length;
            if (end < text.Length && text[end] == ' ' && text.AsSpan(start).StartsWith(words, StringComparison.Ordinal)
                && (text.AsSpan(end + 1).StartsWith("min") || text.AsSpan(end + 1).StartsWith("hour") || (words.Length > 2 && text.AsSpan(end + 1).StartsWith("sec"))))
            {
                return (value, end);
            }
        }

        return null;
    }

    private static (double Value, int End) WithOnes(string text, (double Value, int End) tens) =>
        tens.End + 1 < text.Length && text[tens.End] is ' ' or '-' && ReadEnglish(text, tens.End + 1) is { Value: >= 1 and <= 9 } ones
            ? (tens.Value + ones.Value, ones.End) : tens;

    private static (double Value, int End)? ReadChinese(string text, int start)
    {
        var (total, digit, end, any) = (0.0, -1, start, false);
        for (; end < text.Length && end - start < 8; end++)
        {
            var c = text[end] switch { '两' => '二', '〇' => '零', var other => other };
            if (Digits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var value)
            {
                digit = value;
            }
            else if (c is '十' or '百')
            {
                total += Math.Max(digit, digit < 0 ? 1 : 0) * (c == '十' ? 10 : 100);
                digit = -1;
            }
            else
            {
                break;
            }

            any = true;
        }

        if (!any)
        {
            // 几秒: a few.
            if (text[start] == '几' && (start == 0 || text[start - 1] is not ('那' or '这')) && start + 1 < text.Length && text[start + 1] == '秒')
            {
                return (3, start + 1);
            }

            return text[start] == '半' ? (0.5, start + 1) : null;
        }

        // 一百二 is 120.
        total += Math.Max(digit, 0) * (end - start > 2 && text[end - 2] == '百' ? 10 : 1);
        return end < text.Length && text[end] == '个' && end + 1 < text.Length && text[end + 1] == '半' ? (total + 0.5, end + 2) : (total, end);
    }
}
