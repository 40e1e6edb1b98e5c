using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Finds where a clause begins without a mark or "and": add "A" remove "B", 人声大一点音乐小一点.</summary>
internal static class UnmarkedStarts
{
    /// <summary>The token begins one after what was said so far.</summary>
    public static bool IsOne(string text, Token token, List<Token> current) =>
        current.Count > 0
        && (IsVerbAfterText(text, token, current)
            || IsDenial(text, token, current)
            || IsOtherSound(token, current)
            || IsLimitOfChange(text, token, current)
            || IsReplacement(text, token, current)
            || IsCutAfterComplaint(text, token, current)
            || IsRest(text, token, current)
            || IsMakingAfterRemoval(text, token, current)
            || SentenceStarts.IsOne(text, token, current)
            || JoinedStarts.IsNextOne(token, current)
            || IsTitleOfExcerpt(token, current)
            || IsAfterNo(token, current));

    /// <summary>A verb after a quoted text: add "A" remove "B"; in 把“A”剪掉 the text is what is cut.</summary>
    private static bool IsVerbAfterText(string text, Token token, List<Token> current)
    {
        if (current[^1].Kind != TokenKind.Quote || token.Concept is not (Concept.Remove or Concept.Add or Concept.Keep or Concept.Cut or Concept.Mute))
        {
            return false;
        }

        var isCutText = token.Concept == Concept.Cut && current.Exists(t => text[t.Start..t.End] is "把" or "将" or "帮我把" or "请把");
        return !isCutText && !current.TrueForAll(t => t.Kind == TokenKind.Quote || t.Concept == Concept.Filler);
    }

    /// <summary>"no" after a wish takes it back.</summary>
    private static bool IsDenial(string text, Token token, List<Token> current) =>
        current.Count > 1
        && token is { Concept: Concept.No, Length: > 2 }
        && !text.AsSpan(token.Start, token.Length).Equals("wrong", StringComparison.OrdinalIgnoreCase);

    /// <summary>人声大一点音乐小一点, "voice louder music softer".</summary>
    private static bool IsOtherSound(Token token, List<Token> current) =>
        token.Concept is Concept.Voice or Concept.Music
        && current[^1].Concept is Concept.Bigger or Concept.Smaller or Concept.Louder or Concept.Quieter
        && current.Exists(t => t.Concept is Concept.Voice or Concept.Music && t.Concept != token.Concept);

    /// <summary>原声关小一点别关掉: the wish and what is not wanted.</summary>
    private static bool IsLimitOfChange(string text, Token token, List<Token> current) =>
        token.Concept == Concept.Not
        && text[token.Start] >= 0x2E80
        && current.FindLast(t => t.Concept != Concept.Filler) is { } last
        && IsMoreOrLess(last.Concept);

    private static bool IsMoreOrLess(Concept concept) =>
        concept is Concept.Quieter or Concept.Louder or Concept.Bigger or Concept.Smaller or Concept.Faster or Concept.Slower
            or Concept.Brighter or Concept.Darker or Concept.Upward or Concept.Downward;

    /// <summary>去掉波形换成圆环.</summary>
    private static bool IsReplacement(string text, Token token, List<Token> current) =>
        token.Concept == Concept.Change
        && text[token.Start..token.End] is "换成" or "改成" or "改用" or "换上"
        && current.Exists(t => t.Concept == Concept.Remove)
        && current.Exists(t => Verbs.IsThing(t.Concept));

    /// <summary>前奏太长了砍掉8秒.</summary>
    private static bool IsCutAfterComplaint(string text, Token token, List<Token> current) =>
        token.Concept is Concept.Cut or Concept.Remove or Concept.Trim or Concept.Keep
        && current[^1] is { Concept: Concept.TooLong or Concept.Useless } complaint
        && text[complaint.Start] >= 0x2E80
        && text[complaint.End - 1] == '了';

    /// <summary>"no visualizer just the cover".</summary>
    private static bool IsRest(string text, Token token, List<Token> current) =>
        token.Concept == Concept.Only
        && text[token.Start] < 0x2E80
        && Verbs.IsThing(current[^1].Concept)
        && current.Exists(t => t.Concept is Concept.Remove or Concept.Mute);

    /// <summary>"scrap the bars do a circle thing".</summary>
    private static bool IsMakingAfterRemoval(string text, Token token, List<Token> current) =>
        Verbs.IsThing(current[^1].Concept)
        && current.Exists(t => t.Concept == Concept.Remove)
        && text[token.Start..token.End].ToLowerInvariant() is "do" or "make" or "use" or "put" or "give" or "show";

    /// <summary>"a square clip of the first 30 seconds with the heading 'Chapter One'".</summary>
    private static bool IsTitleOfExcerpt(Token token, List<Token> current) =>
        token.Concept == Concept.Title
        && current.Exists(t => t.Concept is Concept.Video or Concept.Teaser or Concept.Shorts or Concept.Reels)
        && current.Exists(t => t.Concept is Concept.First or Concept.Last or Concept.From)
        && current.Exists(t => t.IsTime)
        && current.TrueForAll(t => Clause.SubjectOf(t.Concept) == Subject.None && t.Kind != TokenKind.Quote);

    /// <summary>"no undo that", "no not that one".</summary>
    private static bool IsAfterNo(Token token, List<Token> current) =>
        current is [{ Concept: Concept.No }]
        && token.Concept is Concept.Undo or Concept.Move or Concept.Change or Concept.OtherOne or Concept.Not;
}
