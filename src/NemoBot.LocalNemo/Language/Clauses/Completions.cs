using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Finds clauses that only complete the one before: "title on top, 'Slow Burn'", "the gaps are annoying, remove them".</summary>
internal static class Completions
{
    /// <summary>The clause says more of the wish before it. Words of both that are in the way are taken out.</summary>
    public static bool Completes(string text, List<Token> before, List<Token> clause)
    {
        var value = Values.In(clause);
        if (value is { Kind: TokenKind.Duration })
        {
            return TimeCompletions.TakesLength(before);
        }

        return NamesThing(before, clause)
            || GivesText(before, clause)
            || DeniesText(text, before, clause)
            || CorrectsText(text, before, clause)
            || GivesTextOfLine(before, clause)
            || ChangesPace(before, clause)
            || GivesAmount(text, before, value)
            || TimeCompletions.Completes(text, before, clause)
            || TightensPauses(text, before, clause)
            || RemovesIt(before, clause);
    }

    private static bool HasVerb(List<Token> clause) => clause.Exists(t => Verbs.IsVerb(t.Concept));

    /// <summary>"not so big, the title": what it is about comes last.</summary>
    private static bool NamesThing(List<Token> before, List<Token> clause) =>
        before.Exists(t => Verbs.IsLook(t.Concept) || t.Kind == TokenKind.Color)
        && !before.Exists(t => Verbs.IsThing(t.Concept) || t.Kind == TokenKind.Quote || t.IsTime)
        && clause.Count(t => Verbs.IsThing(t.Concept)) == 1
        && clause.TrueForAll(t => Verbs.IsThing(t.Concept) || t.Concept == Concept.Filler);

    /// <summary>"title on top, 'Slow Burn'".</summary>
    private static bool GivesText(List<Token> before, List<Token> clause) =>
        clause is [{ Kind: TokenKind.Quote }]
        && before.Exists(t => t.Concept == Concept.Title)
        && !before.Exists(t => t.Kind == TokenKind.Quote || t.Concept is Concept.Called or Concept.Remove or Concept.Captions);

    /// <summary>"the name is spelled 'Ashford', not 'Nemo'".</summary>
    private static bool DeniesText(string text, List<Token> before, List<Token> clause) =>
        clause is [{ Concept: Concept.Not }, { Kind: TokenKind.Quote }]
        && before[^1].Kind == TokenKind.Quote
        && !before.Exists(t => t.Concept == Concept.Title && text[t.Start..t.End].ToLowerInvariant() is not "name");

    /// <summary>名字错了，不是“李梅”，是“李玫”.</summary>
    private static bool CorrectsText(string text, List<Token> before, List<Token> clause) =>
        clause is [{ Concept: Concept.Called }, { Kind: TokenKind.Quote }, ..]
        && before is [.., var mark, { Kind: TokenKind.Quote }]
        && text[mark.Start..mark.End] is "不是" or "别写";

    /// <summary>"there's a typo in line 2, should be 'Nemo'": what the line is to say.</summary>
    private static bool GivesTextOfLine(List<Token> before, List<Token> clause) =>
        clause.Exists(t => t.Kind == TokenKind.Quote)
        && clause.TrueForAll(t => t.Kind == TokenKind.Quote || t.Concept is Concept.Filler or Concept.It or Concept.Change or Concept.To or Concept.Called)
        && !HasVerb(before)
        && before.Exists(t => t.Concept is Concept.Line or Concept.LineWord or Concept.Captions)
        && before.Exists(t => t.Kind is TokenKind.Number or TokenKind.Ordinal)
        && !before.Exists(t => t.Kind == TokenKind.Quote);

    /// <summary>"the reading speed is a touch quick, bring it down 5%".</summary>
    private static bool ChangesPace(List<Token> before, List<Token> clause)
    {
        var pace = clause.FindIndex(t => t.Concept is Concept.Quieter or Concept.TurnDown or Concept.Louder or Concept.TurnUp);
        if (pace < 0
            || HasVerb(before)
            || !before.Exists(t => t.Concept == Concept.SpeedWord)
            || clause.Exists(t => t.Concept is Concept.Voice or Concept.Music or Concept.Volume || t.Kind == TokenKind.Decibel))
        {
            return false;
        }

        var isDown = clause[pace].Concept is Concept.Quieter or Concept.TurnDown;
        clause[pace] = clause[pace] with { Concept = isDown ? Concept.Slower : Concept.Faster };
        before.RemoveAll(t => t.Concept == Concept.SpeedWord);
        return true;
    }

    /// <summary>"slow it down a little, about ten per cent": how much.</summary>
    private static bool GivesAmount(string text, List<Token> before, Token? value) =>
        !(value is { Kind: TokenKind.Percent } && before.Exists(t => IsTooMuch(text, t)))
        && value is { Kind: TokenKind.Percent or TokenKind.Factor or TokenKind.Decibel }
        && before.Exists(t => t.Concept is Concept.Faster or Concept.Slower or Concept.Louder or Concept.Quieter or Concept.Bigger or Concept.Smaller)
        && !before.Exists(t => t.Kind == value.Kind);

    /// <summary>"the music is too loud, 10%": what it is to be, not by how much less.</summary>
    private static bool IsTooMuch(string text, Token token) =>
        text[token.Start..token.End].Contains("too ", StringComparison.OrdinalIgnoreCase) && Verbs.IsLook(token.Concept);

    /// <summary>"the pauses are too long, tighten them".</summary>
    private static bool TightensPauses(string text, List<Token> before, List<Token> clause) =>
        before.Exists(t => t.Concept == Concept.SilenceNoun)
        && !HasVerb(before)
        && clause.Exists(t => IsTightening(text, t))
        && clause.TrueForAll(t => IsTightening(text, t) || t.Concept is Concept.Filler or Concept.It);

    private static bool IsTightening(string text, Token token) =>
        token.Concept == Concept.Trim || WordLists.Tightening.Contains(text[token.Start..token.End]);

    /// <summary>"the gaps are annoying, remove them".</summary>
    private static bool RemovesIt(List<Token> before, List<Token> clause) =>
        clause.Exists(t => t.Concept is Concept.Remove or Concept.Cut)
        && clause.TrueForAll(t => t.Concept is Concept.Remove or Concept.Cut or Concept.Filler or Concept.It or Concept.CanYou or Concept.AllOf)
        && !HasVerb(before)
        && before.Exists(t => Verbs.IsThing(t.Concept) || t.IsTime)
        && !before.Exists(t => t.Concept is Concept.No or Concept.Yes or Concept.QuestionWord || t.Kind == TokenKind.Quote);
}
