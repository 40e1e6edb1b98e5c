using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Words that ask for something elsewhere and only tell something here: "my reading group", "once I stop talking".</summary>
internal static class Asides
{
    /// <summary>The word without what it would ask for; null if it is no aside.</summary>
    public static Token? Read(WordInClause word)
    {
        if (IsAccount(word))
        {
            return word.As(Concept.Filler);
        }

        return word.Word switch
        {
            "reading" when IsActivity(word) => word.As(Concept.Filler),
            "stories" or "story" when IsTold(word) => word.As(Concept.Filler),
            "slow" or "slowly" or "slow-" when IsMovement(word) => word.As(Concept.Filler),
            "kill" or "kills" when IsEvent(word) => word.AsUnknown(),

            // "once I stop talking" stops no music.
            "stop" or "stops" when word.PreviousWord is "i" or "we" or "he" or "she" or "they" or "you" => word.As(Concept.Filler),
            "covers" or "covering" when IsInTheWay(word) => word.AsWord(Concept.Filler),

            // "both a bit muted" is about colors.
            "muted" when WordLists.Excesses.Contains(word.PreviousWord) || word.PreviousWord is "more" or "less" => word.AsUnknown(),

            // 只要改小.
            "只要" or "只想要" or "只需要" when word.Next?.Concept == Concept.Change => word.AsWord(Concept.Filler),

            // "the captions are not right".
            "right" when word.Next is null && IsBeforeOpinion(word.PreviousWord) => word.AsUnknown(),
            _ => null,
        };
    }

    /// <summary>"my instagram @coffee.talks": a name to show.</summary>
    private static bool IsAccount(WordInClause word) =>
        word.Token.Concept is Concept.Instagram or Concept.TikTok or Concept.YouTube
        && (word.NextWord is "handle" or "username" || word.NextWord.StartsWith('@'));

    /// <summary>"my reading group" introduces no text.</summary>
    private static bool IsActivity(WordInClause word) =>
        word.Token.Concept == Concept.Called
        && word.Next is not { Kind: TokenKind.Quote or TokenKind.Colon }
        && !word.Before.Any(t => t.Concept == Concept.Title);

    /// <summary>"my grandpa's stories": what is told, not the shape of a platform.</summary>
    private static bool IsTold(WordInClause word) =>
        word.Token.Concept == Concept.Story
        && word.Previous is not null
        && word.All.Count > 2
        && !word.Before.Any(t => IsBeforePlatform(t, word.Spelling(t)));

    /// <summary>"change it to a story", "for facebook stories".</summary>
    private static bool IsBeforePlatform(Token token, string word) =>
        token.Concept is Concept.Instagram or Concept.For or Concept.To or Concept.Change or Concept.Add
        || word is "for" or "to" or "as" or "in" or "on" or "a" or "an" or "facebook" or "whatsapp";

    /// <summary>"a slow moving background".</summary>
    private static bool IsMovement(WordInClause word) => WordLists.Movements.Contains(word.NextWord) || word.Next?.Concept is Concept.Scene or Concept.Flow;

    /// <summary>"slowmo for the last kill": a thing that happens.</summary>
    private static bool IsEvent(WordInClause word) =>
        word.Previous is { Concept: Concept.First or Concept.Last } or { Kind: TokenKind.Ordinal or TokenKind.Number }
        || word.PreviousWord is "the" or "my" or "that" or "this" or "final" or "best" or "triple" or "double";

    /// <summary>"the title covers my face" names no picture.</summary>
    private static bool IsInTheWay(WordInClause word) =>
        word.Token.Concept == Concept.Cover
        && word.Previous is { } thing
        && (thing.Concept == Concept.It || Clause.SubjectOf(thing.Concept) is Subject.Title or Subject.Captions or Subject.Logo or Subject.Visual);

    private static bool IsBeforeOpinion(string word) =>
        word is "not" or "is" or "are" or "isnt" or "isn't" or "arent" or "aren't" or "quite" or "looks" or "look";
}
