using System.Globalization;

namespace NemoBot.Core.Requests.Intents;

/// <summary>Finds the version that an utterance names: "version 2", "v2", "the second version", 版本2, 第二版.</summary>
internal static class VersionNumber
{
    private const string Digits = "一二三四五六七八九十";

    private static readonly string[] Ordinals =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    private static readonly string[] Words = ["version", "ver", "v", "number", "no", "第", "版", "版本", "个版本", "个", "号"];

    /// <summary>The number; null if none is named, or several are.</summary>
    public static int? Find(Utterance utterance)
    {
        var pieces = utterance.Tokens.SelectMany(Pieces).ToList();
        int? found = null;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (Value(pieces[i]) is not { } value)
            {
                continue;
            }

            if (found is not null || !Names(pieces, i))
            {
                return null;
            }

            found = value;
        }

        return found;
    }

    /// <summary>True for the words a version is named with.</summary>
    public static bool IsPartOfOne(string word) => Words.Contains(word) || Value(word) is not null;

    /// <summary>True if the utterance names a version and says nothing else.</summary>
    public static bool IsAll(Utterance utterance) => utterance.Tokens.SelectMany(Pieces).All(p => p is "the" || IsPartOfOne(p));

    // "v2" names itself; a bare number needs the word before it, an ordinal behind it.
    private static bool Names(List<string> pieces, int i) =>
        pieces[i][0] == 'v'
        || (i > 0 && pieces[i - 1] is "version" or "ver" or "v" or "number" or "no" && IsVersionNear(pieces, i))
        || (i > 0 && (pieces[i - 1].EndsWith('第') || pieces[i - 1].EndsWith("版本", StringComparison.Ordinal)))
        || (Ordinals.Contains(pieces[i]) && i + 1 < pieces.Count && pieces[i + 1] is "version" or "one");

    private static bool IsVersionNear(List<string> pieces, int i) =>
        pieces[i - 1] is "version" or "ver" or "v" || (i > 1 && pieces[i - 2] is "version");

    private static int? Value(string word)
    {
        var digits = word.StartsWith('v') ? word.AsSpan(1) : word;
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number is > 0 and < 100_000 ? number : null;
        }

        var ordinal = Array.IndexOf(Ordinals, word);
        return ordinal >= 0 ? ordinal + 1 : word.Length == 1 && Digits.IndexOf(word[0], StringComparison.Ordinal) is >= 0 and var digit ? digit + 1 : null;
    }

    // 第二版 is one run of characters: the numeral is cut out of it. Elsewhere 一 is a mere article (上一个, 一下).
    private static IEnumerable<string> Pieces(string token)
    {
        if (!Utterance.IsChinese(token[0]))
        {
            yield return token;
            yield break;
        }

        var from = 0;
        for (var i = 1; i < token.Length; i++)
        {
            if (Digits.Contains(token[i]) && (token[i - 1] == '第' || token[from..i].EndsWith("版本", StringComparison.Ordinal)))
            {
                yield return token[from..i];
                yield return token.Substring(i, 1);
                from = i + 1;
            }
        }

        if (from < token.Length)
        {
            yield return token[from..];
        }
    }
}
