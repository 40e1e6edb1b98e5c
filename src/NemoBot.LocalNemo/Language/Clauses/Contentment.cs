using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Recognizes clauses that are content with what is there: "keep the sound", "the captions are great".</summary>
internal static class Contentment
{
    /// <summary>"keep the sound", 图片留着: names what is there and asks for nothing.</summary>
    public static bool Preserves(Clause clause)
    {
        var keeps = clause.Tokens.Any(t => IsKeeping(clause, t));
        return keeps && (IsKeptAsItIs(clause) || (NamesOneThing(clause) && clause.Tokens.All(t => IsKeeping(clause, t) || IsKept(t))));
    }

    /// <summary>"the captions are great", "rest is fine": praises what is there.</summary>
    public static bool Praises(Clause clause) =>
        clause.Tokens.Count > 1
        && clause.Text[0] < 0x2E80
        && clause.Tokens.Any(IsPraised)
        && clause.Tokens.Any(t => WordLists.Copulas.Contains(clause.TextOf(t)))
        && clause.Tokens.Any(t => WordLists.Praise.Contains(clause.TextOf(t)))
        && clause.Tokens.All(t => WordLists.Praise.Contains(clause.TextOf(t)) || IsPraised(t) || IsBesidePraise(t.Concept));

    /// <summary>"get rid of the first title, keep the second": the other one is not touched.</summary>
    public static bool PreservesOther(Clause clause, Clause before) =>
        before.Has(Concept.Remove, Concept.Cut)
        && before.Tokens.Any(t => t.Kind == TokenKind.Ordinal || t.Concept is Concept.First or Concept.Last or Concept.UpperOne or Concept.LowerOne)
        && clause.Tokens.Any(t => IsKeeping(clause, t) || t.Concept == Concept.Keep)
        && clause.Tokens.All(t => IsKeeping(clause, t) || IsKept(t) || t.Kind == TokenKind.Ordinal
            || t.Concept is Concept.Keep or Concept.First or Concept.Last or Concept.OtherOne or Concept.UpperOne or Concept.LowerOne);

    /// <summary>One thing, or how it looks: "keep its color".</summary>
    private static bool NamesOneThing(Clause clause)
    {
        var things = clause.Tokens.Select(SubjectOf).Where(s => s != Subject.None).Distinct().Count();
        return things == 1 || clause.Has(Concept.ColorWord, Concept.Video) || clause.Tokens.Any(t => clause.TextOf(t) == "画面");

        static Subject SubjectOf(Token token) => token.Concept is Concept.Voice or Concept.Music ? Subject.Voice : Clause.SubjectOf(token.Concept);
    }

    private static bool IsKeeping(Clause clause, Token token) => WordLists.Keeping.Contains(clause.TextOf(token));

    /// <summary>What stays, and the words around it.</summary>
    private static bool IsKept(Token token) =>
        Verbs.IsThing(token.Concept)
        || token.Concept is Concept.Filler or Concept.It or Concept.AllOf or Concept.OriginalWord or Concept.And or Concept.ColorWord or Concept.Video;

    /// <summary>"keep it": all of it stays.</summary>
    private static bool IsKeptAsItIs(Clause clause) =>
        clause.Tokens.Count > 1
        && clause.Has(Concept.It)
        && clause.Tokens.All(t => IsKeeping(clause, t) || t.Concept is Concept.It or Concept.Filler);

    private static bool IsPraised(Token token) =>
        Verbs.IsThing(token.Concept) || token.Concept is Concept.Whole or Concept.Video or Concept.ColorWord or Concept.AllOf;

    private static bool IsBesidePraise(Concept concept) =>
        concept is Concept.Filler or Concept.It or Concept.Thanks or Concept.Begin or Concept.End;
}
