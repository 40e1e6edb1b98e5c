using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Finds clauses that say when or how long for the one before: 把前奏剪掉，大概8秒; "the good part is 0:20-0:45, use that".</summary>
internal static class TimeCompletions
{
    /// <summary>A mere length says how much of what was named before.</summary>
    public static bool TakesLength(List<Token> before)
    {
        if (before.Exists(t => t.IsTime))
        {
            return false;
        }

        var cutsAtEdge = before.Exists(t => t.Concept is Concept.Cut or Concept.Remove or Concept.Trim) && before.Exists(IsEdge);
        var changesPauses = before.Exists(t => t.Concept == Concept.SilenceNoun) && HasVerb(before);
        return cutsAtEdge || changesPauses || before.Exists(HasLength);
    }

    /// <summary>The clause says when. Words of both that are in the way are taken out.</summary>
    public static bool Completes(string text, List<Token> before, List<Token> clause) =>
        UsesThatPart(before, clause)
        || CutsFromThere(before, clause)
        || CutsBoth(before, clause)
        || EndsThere(before, clause)
        || LocatesCut(before, clause)
        || Lasts(before, clause)
        || ShortensClip(text, before, clause)
        || CutsEdge(before, clause);

    /// <summary>"0:12 to 0:20".</summary>
    public static bool IsOfRange(Token token) => token.IsTime || token.Kind == TokenKind.Dash || token.Concept is Concept.To or Concept.From or Concept.Filler;

    private static bool HasVerb(List<Token> clause) => clause.Exists(t => Verbs.IsVerb(t.Concept));

    private static bool IsEdge(Token token) => token.Concept is Concept.Begin or Concept.End;

    private static bool HasLength(Token token) =>
        token.Concept is Concept.FadeIn or Concept.FadeOut or Concept.Crossfade or Concept.Chorus or Concept.Teaser or Concept.Later or Concept.Earlier;

    private static bool IsCutOrKeep(Token token) => token.Concept is Concept.Cut or Concept.Remove or Concept.Trim or Concept.Keep;

    /// <summary>"the good part is 0:20-0:45, use that".</summary>
    private static bool UsesThatPart(List<Token> before, List<Token> clause) =>
        before.Exists(t => t.IsTime)
        && !HasVerb(before)
        && clause.Exists(t => t.Concept is Concept.Use or Concept.Keep)
        && clause.Exists(t => t.Concept == Concept.It)
        && clause.TrueForAll(t => t.Concept is Concept.Use or Concept.Keep or Concept.It or Concept.Only or Concept.Filler);

    /// <summary>"I stop talking at 0:50, cut everything after".</summary>
    private static bool CutsFromThere(List<Token> before, List<Token> clause) =>
        before.Count(t => t.IsTime) == 1
        && !before.Exists(t => Clause.SubjectOf(t.Concept) != Subject.None || t.Kind == TokenKind.Quote)
        && !before.Exists(t => t.Concept is Concept.Cut or Concept.Trim or Concept.Keep or Concept.First or Concept.Last)
        && clause.Exists(IsCutOrKeep)
        && clause.Exists(IsSide)
        && clause.TrueForAll(t => IsCutOrKeep(t) || IsSide(t) || t.Concept is Concept.AllOf or Concept.It or Concept.Filler or Concept.CanYou);

    private static bool IsSide(Token token) => token.Concept is Concept.Before or Concept.After;

    /// <summary>0:30到0:35、1:00到1:10剪掉: both parts are cut.</summary>
    private static bool CutsBoth(List<Token> before, List<Token> clause) =>
        before.Exists(t => t.IsTime)
        && before.TrueForAll(t => IsOfRange(t) || t.Kind == TokenKind.Number)
        && before.Exists(t => t.Kind == TokenKind.Dash || t.Concept == Concept.To)
        && clause.Exists(t => t.IsTime)
        && clause.TrueForAll(IsOfCut);

    private static bool IsOfCut(Token token) =>
        IsOfRange(token)
        || token.Kind == TokenKind.Number
        || token.Concept is Concept.Cut or Concept.Remove or Concept.First or Concept.Last or Concept.Begin or Concept.End or Concept.And or Concept.AllOf;

    /// <summary>标题从第3秒开始，到第10秒结束: until when.</summary>
    private static bool EndsThere(List<Token> before, List<Token> clause)
    {
        var isEnd = clause[0].Concept == Concept.To
            && clause.Count(t => t.IsTime) == 1
            && clause.TrueForAll(t => IsOfRange(t) || t.Concept is Concept.End or Concept.Remove);
        var hasStart = isEnd
            && before.Count(t => t.IsTime) == 1
            && before.Exists(t => t.Concept is Concept.From or Concept.Begin)
            && !before.Exists(t => t.Concept is Concept.Cut or Concept.Keep);
        if (hasStart)
        {
            clause.RemoveAll(t => t.Concept is Concept.End or Concept.Remove);
        }

        return hasStart;
    }

    /// <summary>开头那句口误剪掉，大概2秒到5秒那里: where it is.</summary>
    private static bool LocatesCut(List<Token> before, List<Token> clause)
    {
        var isPlace = before.Exists(t => t.Concept is Concept.Cut or Concept.Remove)
            && !before.Exists(t => t.IsTime || t.Kind == TokenKind.Quote || Verbs.IsThing(t.Concept))
            && clause.Count(t => t.IsTime) == 2
            && clause.TrueForAll(IsOfRange);
        if (isPlace)
        {
            before.RemoveAll(t => t.Concept is Concept.Begin or Concept.End or Concept.First or Concept.Last);
        }

        return isPlace;
    }

    /// <summary>"music only for the intro, first 6 s": when it is shown or heard.</summary>
    private static bool Lasts(List<Token> before, List<Token> clause)
    {
        var isTime = clause.Exists(t => t.IsTime) && clause.TrueForAll(IsOfTime)
            && !before.Exists(t => t.IsTime)
            && before.Exists(t => t.Concept is Concept.Music or Concept.Title or Concept.Logo)
            && before.Exists(t => IsEdge(t) || t.Concept == Concept.Only);
        if (isTime && clause.Exists(t => t.Concept is Concept.First or Concept.Last))
        {
            before.RemoveAll(IsEdge);
        }

        return isTime;
    }

    private static bool IsOfTime(Token token) =>
        token.IsTime
        || token.Kind == TokenKind.Dash
        || token.Concept is Concept.First or Concept.Last or Concept.Filler or Concept.For or Concept.From or Concept.To or Concept.Only;

    /// <summary>第一段剪短，留前8秒: of that clip.</summary>
    private static bool ShortensClip(string text, List<Token> before, List<Token> clause)
    {
        var isOfClip = NamesTooLongClip(before)
            && text[before[0].Start] >= 0x2E80
            && clause.Exists(t => t.Concept is Concept.Keep or Concept.Only)
            && clause.Count(t => t.Kind == TokenKind.Duration) == 1
            && clause.TrueForAll(IsOfKept);
        if (isOfClip)
        {
            before.RemoveAll(t => t.Concept is Concept.TooLong or Concept.Trim);
        }

        return isOfClip;
    }

    private static bool NamesTooLongClip(List<Token> clause) =>
        clause.Exists(t => t.Concept == Concept.Video)
        && clause.Exists(t => t.Kind == TokenKind.Ordinal)
        && clause.TrueForAll(t => t.Kind == TokenKind.Ordinal || t.Concept is Concept.Video or Concept.Filler or Concept.TooLong or Concept.Trim);

    private static bool IsOfKept(Token token) =>
        token.Kind == TokenKind.Duration
        || IsEdge(token)
        || token.Concept is Concept.Keep or Concept.Only or Concept.First or Concept.Last or Concept.Filler;

    /// <summary>前奏太长了，砍掉8秒: from where.</summary>
    private static bool CutsEdge(List<Token> before, List<Token> clause)
    {
        var isLength = !HasVerb(before)
            && !before.Exists(t => t.IsTime)
            && before.Exists(IsEdge)
            && clause.Count(t => t.Kind == TokenKind.Duration) == 1
            && clause.Exists(t => t.Concept is Concept.Cut or Concept.Remove)
            && clause.TrueForAll(t => t.Kind == TokenKind.Duration || t.Concept is Concept.Cut or Concept.Remove or Concept.Filler or Concept.It);
        if (isLength)
        {
            before.RemoveAll(t => t.Concept == Concept.TooLong);
        }

        return isLength;
    }
}
