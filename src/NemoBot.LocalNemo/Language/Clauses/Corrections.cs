using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Carries out what a message takes back itself: "30 seconds, no wait, 20" asks for 20 seconds.</summary>
internal static class Corrections
{
    /// <summary>A clause that only gives another value after a "no" changes the clause before it.</summary>
    public static List<List<Token>> Apply(string text, List<List<Token>> clauses)
    {
        var result = new List<List<Token>>();
        var denied = false;
        foreach (var clause in clauses)
        {
            denied |= clause.Exists(IsDenial);
            var target = result.FindLast(c => !IsBareDenial(c));
            if (denied && target is not null && (ReplacesValue(target, clause) || ReplacesRange(target, clause)))
            {
                denied = false;
                result.RemoveAll(c => c != target && IsBareDenial(c));
                continue;
            }

            if (result.Count > 0 && Joins(text, result[^1], clause))
            {
                continue;
            }

            denied &= IsBareDenial(clause);
            result.Add(clause);
        }

        // "cut 0:10 to 0:20? no, leave it": the last word counts.
        if (result.Count > 1 && IsBareDenial(result[^1]) && result[^1].Exists(t => WordLists.Cancelling.Contains(text[t.Start..t.End])))
        {
            result.RemoveAt(result.FindLastIndex(c => !IsBareDenial(c)) is >= 0 and var last ? last : 0);
        }

        return result;
    }

    /// <summary>"30 seconds, no, 20".</summary>
    private static bool ReplacesValue(List<Token> target, List<Token> clause)
    {
        if (Values.In(clause) is not { } value || target.FindLastIndex(t => Values.AreAlike(t, value)) is not (>= 0 and var at))
        {
            return false;
        }

        target[at] = Values.Fitted(value, target[at]);
        return true;
    }

    /// <summary>"cut 0:10-0:20, no sorry 0:12-0:20".</summary>
    private static bool ReplacesRange(List<Token> target, List<Token> clause)
    {
        var (first, last) = (target.FindIndex(t => t.IsTime), target.FindLastIndex(t => t.IsTime));
        if (first < 0 || last == first || !IsRange(clause) || !target.GetRange(first, last - first + 1).TrueForAll(TimeCompletions.IsOfRange))
        {
            return false;
        }

        target.RemoveRange(first, last - first + 1);
        target.InsertRange(first, clause.Where(t => t.IsTime || t.Kind == TokenKind.Dash || t.Concept == Concept.To));
        return true;
    }

    /// <summary>The clause says nothing new or belongs to the one before, which takes its words.</summary>
    private static bool Joins(string text, List<Token> before, List<Token> clause)
    {
        if (IsDeniedValue(before, clause))
        {
            return true;
        }

        if (NameFor(text, before, clause) is { } name)
        {
            before.Add(name);
            return true;
        }

        if (!Completions.Completes(text, before, clause))
        {
            return false;
        }

        before.AddRange(clause);
        return true;
    }

    /// <summary>"I'd like it wide, not square".</summary>
    private static bool IsDeniedValue(List<Token> before, List<Token> clause)
    {
        if (clause.Count < 2
            || clause[0].Concept != Concept.Not
            || clause.FindAll(t => t.Concept is not (Concept.Not or Concept.Filler or Concept.At or Concept.It)) is not [var value])
        {
            return false;
        }

        var family = Values.FamilyOf(value);
        return Values.IsExclusive(family)
            && before.Exists(t => Values.FamilyOf(t) == family && (t.Concept != value.Concept || t.Content != value.Content));
    }

    /// <summary>"add my podcast name at the top, The Quiet Hour": words in capitals after a title that has no text are the text.</summary>
    private static Token? NameFor(string text, List<Token> before, List<Token> clause)
    {
        var isName = clause.Count > 1 && clause.TrueForAll(t => char.IsUpper(text[t.Start]) || t.Kind == TokenKind.Number || t.Concept == Concept.And);
        if (!isName || !LacksText(text, before))
        {
            return null;
        }

        var (start, end) = (clause[0].Start, clause[^1].End);
        return new Token(TokenKind.Quote, start, end - start) { Content = text[start..end] };
    }

    /// <summary>"add a title", "my podcast name": a title, and no word of what it says.</summary>
    private static bool LacksText(string text, List<Token> clause)
    {
        var endsWithName = clause is [.., { Concept: Concept.Title } last] && text[last.Start..last.End].EndsWith("name", StringComparison.OrdinalIgnoreCase);
        return clause.Exists(t => t.Concept == Concept.Title)
            && (endsWithName || clause.Exists(t => t.Concept == Concept.Add))
            && !clause.Exists(t => t.Kind is TokenKind.Quote or TokenKind.Unknown or TokenKind.Colon || t.Concept == Concept.Called);
    }

    private static bool IsRange(List<Token> clause) =>
        clause.Count(t => t.IsTime) == 2
        && clause.Exists(t => t.Kind == TokenKind.Dash || t.Concept == Concept.To)
        && clause.TrueForAll(t => TimeCompletions.IsOfRange(t) || IsDenial(t) || t.Concept is Concept.Cut or Concept.Remove or Concept.It);

    /// <summary>"no", "no wait", "no, keep it".</summary>
    private static bool IsBareDenial(List<Token> clause) =>
        clause.TrueForAll(t => IsDenial(t) || t.Concept == Concept.Filler)
        || (clause.Exists(IsDenial) && clause.TrueForAll(t => IsDenial(t) || t.Concept is Concept.Filler or Concept.Keep or Concept.It));

    private static bool IsDenial(Token token) => token.Concept == Concept.No;
}
