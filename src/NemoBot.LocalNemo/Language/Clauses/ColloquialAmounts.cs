using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Colloquial words for how much, how loud and when: "by a third", "this underneath, very low", "leave at 0:09".</summary>
internal static class ColloquialAmounts
{
    /// <summary>The word as it is meant; null if it says nothing of an amount or a time.</summary>
    public static Token? Read(WordInClause word) => word.Word switch
    {
        "leave" or "leaves" or "exit" or "exits" or "go away" or "goes away" or "走" or "离开" or "离场" when IsEndOfShowing(word) =>
            word.AsWord(Concept.Remove),
        "on" when word.Next?.Kind == TokenKind.Time => word.AsWord(Concept.At),
        "back" or "the back" when IsEndOfTime(word) => word.AsWord(Concept.End),

        // "put the picture back".
        "back" when word.Next is null && word.Has(Concept.Add, Concept.Change, Concept.Move) => word.AsWord(Concept.Filler),

        // 后面十秒是废话.
        "废话" when word.All.Exists(t => t.IsTime) => word.As(Concept.Useless),

        // 图片4秒换一张.
        "换一张" or "换一次" or "切一张" when word.Previous is { Kind: TokenKind.Duration } => word.AsWord(Concept.Each),
        "加大" or "放大" or "调大" or "加大点" when IsOfLoudness(word) => word.As(Concept.Louder),
        "low" when IsLevelAlone(word) || IsLevelOfMusic(word) => word.AsWord(Concept.Quieter),
        "quarter" or "四分之一" => Part(word, 0.25, 0.25),
        "third" or "三分之一" => Part(word, Math.Round(1 / 3.0, 3), 1 / 3.0),

        // 放大一倍 is twice as large.
        "一倍" when word.Token.Kind == TokenKind.Factor && word.Previous?.Concept is Concept.Bigger or Concept.Taller or Concept.Louder =>
            word.Token with { Value = 2 },
        _ => null,
    };

    /// <summary>"at a quarter of the volume" is a level; 快了四分之一, "by a third" say how much.</summary>
    private static Token? Part(WordInClause word, double level, double difference)
    {
        if (word.Has(Concept.Volume))
        {
            return word.Token with { Kind = TokenKind.Factor, Concept = Concept.None, Value = level };
        }

        return word.All.Exists(IsComparison) ? word.Token with { Kind = TokenKind.Percent, Concept = Concept.None, Value = difference } : null;
    }

    private static bool IsComparison(Token token) =>
        token.Concept is Concept.Faster or Concept.Slower or Concept.Bigger or Concept.Smaller
            or Concept.Louder or Concept.Quieter or Concept.Taller or Concept.Thinner;

    /// <summary>"leave at 0:09", 第9秒走: what is shown until then.</summary>
    private static bool IsEndOfShowing(WordInClause word) =>
        word.All.Count(t => t.IsTime) == 1
        && !word.Has(TokenKind.Dash)
        && !word.Has(Concept.To, Concept.Cut, Concept.Voice, Concept.Music, Concept.First, Concept.Last);

    /// <summary>"take 2 seconds off the back".</summary>
    private static bool IsEndOfTime(WordInClause word) => word.All.Exists(t => t.IsTime) && word.Has(Concept.Cut, Concept.Remove, Concept.Trim);

    /// <summary>音乐加大20%: louder, not larger.</summary>
    private static bool IsOfLoudness(WordInClause word) =>
        word.Token.Concept == Concept.Bigger && word.Has(Concept.Music, Concept.Voice, Concept.Volume) && NamesNothingShown(word);

    /// <summary>"very low" after a clause about the music.</summary>
    private static bool IsLevelAlone(WordInClause word) => word.All.TrueForAll(t =>
        t.Concept is Concept.Filler or Concept.Volume or Concept.It or Concept.At or Concept.Keep or Concept.Change || word.Spelling(t) == "low");

    /// <summary>"this underneath, very low".</summary>
    private static bool IsLevelOfMusic(WordInClause word) =>
        (word.Has(Concept.Music, Concept.Under, Concept.WhileSpeaking) || word.All.Exists(t => WordLists.Softly.Contains(word.Spelling(t))))
        && NamesNothingShown(word);

    private static bool NamesNothingShown(WordInClause word) => word.All.TrueForAll(t => Clause.SubjectOf(t.Concept) == Subject.None);
}
