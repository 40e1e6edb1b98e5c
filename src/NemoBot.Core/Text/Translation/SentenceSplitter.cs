namespace NemoBot.Core.Text.Translation;

/// <summary>Divides a line into sentences. Points in numbers, file names and abbreviations end none.</summary>
internal static class SentenceSplitter
{
    private static readonly string[] Abbreviations = ["e.g", "i.e", "etc", "vs", "approx", "sec", "min", "mr", "mrs", "dr", "no"];

    /// <summary>The sentences with the white space behind them; together they are the text.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsEnd(text, i))
            {
                continue;
            }

            while (i + 1 < text.Length && (text[i + 1] is '.' or '!' or '?' or '。' or '！' or '？' or '"' or '”' or ')' or '）' || char.IsWhiteSpace(text[i + 1]) || IsPicture(text, i + 1)))
            {
                i++;
            }

            yield return text[start..(i + 1)];
            start = i + 1;
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }

    /// <summary>How much of a growing text is complete sentences.</summary>
    public static int CompleteLength(string text)
    {
        var complete = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (IsEnd(text, i) && (i + 1 < text.Length || text[i] is '。' or '！' or '？')))
            {
                complete = i + 1;
            }
        }

        return complete;
    }

    private static bool IsEnd(string text, int i) => text[i] switch
    {
        '。' or '！' or '？' => true,
        '!' or '?' => i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]),
        '.' => (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]) || text[i + 1] is ')' or '"' || IsPicture(text, i + 1))
            && !IsAbbreviation(text, i) && !IsListNumber(text, i),
        _ => false,
    };

    private static bool IsAbbreviation(string text, int point)
    {
        var start = point;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }

        return Abbreviations.Contains(text[start..point].ToLowerInvariant()) && point + 2 < text.Length && !char.IsUpper(text[point + 2]);
    }

    // "1. Video: city (0-10s) 2. BGM" numbers its parts; "in 2024." ends a sentence.
    private static bool IsListNumber(string text, int point)
    {
        var start = point;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        return start < point && point - start <= 2 && (start == 0 || text[..start].TrimEnd().LastOrDefault() is ')' or ':' or '.' or '：' or '）');
    }

    private static bool IsPicture(string text, int i) => char.IsSurrogate(text[i]) || text[i] is >= '\u2190' and <= '\u2bff' or '\ufe0f';
}
