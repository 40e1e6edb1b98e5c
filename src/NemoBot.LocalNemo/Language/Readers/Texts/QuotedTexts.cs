using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Tells the quoted texts that are to be shown from those that name a file, or something that is said.</summary>
internal static partial class QuotedTexts
{
    /// <summary>The places of the quoted texts that nobody has claimed and that name no file.</summary>
    public static List<int> In(Clause clause, Reading reading) =>
        [.. clause.Free(TokenKind.Quote).Where(i => clause.Tokens[i].Content.Length > 0 && !IsFile(reading, clause.Tokens[i]))];

    /// <summary>They are not to be shown, and what they are for is not known.</summary>
    public static bool AreUnclear(Clause clause, Reading reading, List<int> quotes) => quotes.Count > 0
        && (IsSpoken(clause, quotes[0]) || IsCutOut(clause, reading, quotes[0]) || CorrectsUnknown(clause, reading, quotes));

    /// <summary>A quoted text without a word that asks for it to be shown is no title among unknown words, and never takes the place of one.</summary>
    public static bool IsStray(Clause clause, Reading reading)
    {
        var hasTitles = reading.TitleTexts.Count > 0;
        if (IsNameOfSound(clause, reading) || (hasTitles && reading.Clauses.Any(c => c.HasWord(WritingLists.Misspelling))))
        {
            return false;
        }

        var isAside = clause.Tokens.Any(t => t.Kind == TokenKind.Unknown) || (hasTitles && reading.Focus != Subject.Title);
        var isReplaced = clause.Tokens[0].Kind == TokenKind.Quote && TitleTexts.IsArrow(clause, 0);
        return isAside && !isReplaced && !clause.Has(Concept.Captions, Concept.Called, Concept.Artist, Concept.QuoteCard)
            && !clause.Tokens.Any(t => Verbs.IsVerb(t.Concept) || Verbs.IsLook(t.Concept) || t.IsTime);
    }

    private static bool IsFile(Reading reading, Token quote) =>
        reading.Situation.Files.Any(f => string.Equals(f.Name, quote.Content, StringComparison.OrdinalIgnoreCase));

    /// <summary>那句“谢谢大家”之后的都剪掉: what is said there, not a text to show.</summary>
    private static bool IsSpoken(Clause clause, int quote)
    {
        var isShown = clause.Has(Concept.Add) && !clause.Has(Concept.FadeIn, Concept.FadeOut, Concept.Crossfade);
        return !isShown && !clause.Has(Concept.Title, Concept.Captions, Concept.Called)
            && quote > 0 && clause.Tokens.Count > quote + 1 && SpokenPart().IsMatch(clause.Text);
    }

    [GeneratedRegex("(?:那|这|最后一?|第一)句(?:话)?(?:是)?[“「\"‘'].*[”」\"’'](?:那里|那儿|那边|那段|之后|以后|后面|之前|以前|前面|开始|为止)|(?:说|讲)(?:到|完|了)?[“「\"‘'].*[”」\"’'](?:的?时候|那里|那段|之后|以后|后面|之前|以前|前面)", RegexOptions.CultureInvariant)]
    private static partial Regex SpokenPart();

    /// <summary>把前面的“喂喂喂”剪掉: where that is said is not known.</summary>
    private static bool IsCutOut(Clause clause, Reading reading, int quote) => clause.Has(Concept.Cut) && clause.IsChinese(clause.Tokens[^1])
        && !clause.Has(Concept.Title, Concept.Captions, Concept.Add, Concept.Called) && !clause.HasTime && !IsTitle(clause, reading, quote);

    /// <summary>"'hello' should be 'hallo'", 把“你好”改成“您好”, and the first is not shown.</summary>
    private static bool CorrectsUnknown(Clause clause, Reading reading, List<int> quotes) => quotes is [var wrong, var right] && right == wrong + 2
        && (clause.Tokens[wrong + 1].Concept == Concept.Called || (clause.Tokens[wrong + 1].Concept == Concept.Change && clause.IsChinese(clause.Tokens[wrong + 1])))
        && !IsTitle(clause, reading, wrong);

    private static bool IsTitle(Clause clause, Reading reading, int quote) =>
        reading.TitleTexts.Contains(clause.Tokens[quote].Content, StringComparer.OrdinalIgnoreCase);

    /// <summary>Music video for "Velvet Hour": the only text of a first message is the name of what was sent, unless it is said somewhere.</summary>
    private static bool IsNameOfSound(Clause clause, Reading reading) => reading.Situation.Project is null && reading.TitleTexts.Count == 0
        && reading.Clauses.Sum(c => c.Tokens.Count(t => t.Kind == TokenKind.Quote)) == 1
        && clause.Tokens.ToList().FindIndex(t => t.Kind == TokenKind.Quote) is > 0 and var quote && !IsPlace(clause.Tokens[quote - 1])
        && !Saying().IsMatch(reading.Situation.Text) && !clause.Has(Concept.Remove, Concept.Cut, Concept.Trim, Concept.Keep);

    /// <summary>"after 'hello'": where something is said.</summary>
    private static bool IsPlace(Token before) => before.Concept is Concept.After or Concept.Before or Concept.From or Concept.To or Concept.Not;

    [GeneratedRegex(@"\b(say|says|said|saying|when|where)\b|说|讲", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Saying();
}
