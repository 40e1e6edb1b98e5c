using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Reads how many words the captions show at a time: "max three words at a time", 每次最多8个字. One word at a time is a style.</summary>
internal static partial class CaptionAmounts
{
    private const string English = "two|three|four|five|six|seven|eight|nine|ten|\\d{1,2}";
    private static readonly string[] EnglishNumbers = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>True if the clause says so.</summary>
    public static bool Read(Reading reading, int index)
    {
        var clause = reading.Clauses[index];
        var isOfCaptions = reading.Project.Captions is not null || reading.Says(Concept.Captions, Concept.Lyrics, Concept.Transcript) || reading.Focus == Subject.Captions;
        if (clause.IsForbidden || !isOfCaptions || clause.Has(Concept.Title) || AmountIn(clause.Text) is not { } most)
        {
            return false;
        }

        reading.Add(new SetCaptions { Most = most }, Subject.Captions);
        clause.ClaimEverything();
        return true;
    }

    private static int? AmountIn(string text) =>
        Words().Match(text) is { Success: true } words ? NumberOf(words.Groups["n"].Value)
        : Characters().Match(text) is { Success: true } characters ? NumberOf(characters.Groups["n"].Value)
        : Whole().IsMatch(text) ? 0 : null;

    private static int? NumberOf(string word)
    {
        var number = int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits
            : Array.IndexOf(EnglishNumbers, word.ToLowerInvariant()) is >= 0 and var english ? english + 2
            : word == "两" ? 2
            : word.Length == 2 && word[0] == '十' ? 10 + "一二三四五六七八九".IndexOf(word[1], StringComparison.Ordinal) + 1
            : "一二三四五六七八九十".IndexOf(word, StringComparison.Ordinal) + 1;
        return number is >= 2 and <= 100 ? number : null;
    }

    [GeneratedRegex($@"^(?:[^""]{{0,60}}?\b)?(?<n>{English})(?: or fewer| or less)? words?(?: max(?:imum)?| at most)? (?:at a time|at once|at the same time|per (?:line|caption|screen|subtitle)|on (?:the )?screen|in (?:a|each|one) (?:line|caption))\b|\b(?:max(?:imum)?(?: of)?|at most|no more than|not more than|up to) (?<n>{English}) words\b(?! (?:title|text))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex("(?:最多|不超过|不要超过|至多|只显示|只出现?|只放|别超过)(?<n>[一二两三四五六七八九十]{1,2}|[0-9]{1,2})个?[字词]|(?:每次|一次|一行|每行|每屏|一屏|每条|一条)(?:就|只)?(?:显示|出现?|放|打)?(?<n>[一二两三四五六七八九十]{1,2}|[0-9]{1,2})个?[字词](?!幕)", RegexOptions.CultureInvariant)]
    private static partial Regex Characters();

    [GeneratedRegex(@"\b(?:captions?|subtitles?|show|with|back to|in) [^,;.]{0,20}\b(?:whole|full|complete|entire) (?:sentences|lines)\b|字幕[^，。]{0,6}(?:整句|完整的?句子)|(?:整句|完整的?句子)[^，。]{0,4}字幕", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
