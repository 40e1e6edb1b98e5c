using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Gives each of several things the look that is said once: "make the title and the waveform white".</summary>
internal static class Distribution
{
    /// <summary>The clauses; one that only names a thing gets the look of the next one that it is joined to.</summary>
    public static List<List<Token>> Apply(string text, List<List<Token>> clauses)
    {
        for (var i = 0; i + 1 < clauses.Count; i++)
        {
            var (first, second) = (clauses[i], clauses[i + 1]);
            if (first.Count == 0
                || second.Count == 0
                || !first.TrueForAll(IsNaming)
                || ThingsOf(first) is not [var thing]
                || !IsJoined(text, first[^1].End, second[0].Start))
            {
                continue;
            }

            Remove(first, second);
            var other = second.FindIndex(t => Clause.SubjectOf(t.Concept) != Subject.None);
            var look = second.Skip(other + 1).ToList();
            if (ThingsOf(second) is [var named] && named != thing && look.Exists(IsLook) && !second.Exists(t => t.Kind is TokenKind.Quote or TokenKind.Colon))
            {
                // The parts keep their identity: what is known of them is looked up by it.
                first.AddRange(look.Where(t => t.Concept != Concept.AllOf));
                second.RemoveAll(t => t.Concept == Concept.AllOf);
            }
        }

        return clauses;
    }

    /// <summary>标题和波形都去掉: both are removed.</summary>
    private static void Remove(List<Token> first, List<Token> second)
    {
        if (ThingsOf(second).Count == 1
            && second.Exists(t => t.Concept == Concept.Remove)
            && second.TrueForAll(t => t.Concept is Concept.Remove or Concept.AllOf || IsNaming(t)))
        {
            first.AddRange(second.Where(t => t.Concept == Concept.Remove).ToList());
        }
    }

    private static bool IsNaming(Token token) =>
        token.Concept is Concept.Filler or Concept.Change or Concept.Let or Concept.Move or Concept.It or Concept.CanYou
        || Clause.SubjectOf(token.Concept) is not (Subject.None or Subject.Slides);

    private static List<Subject> ThingsOf(List<Token> clause) => [.. clause.Select(t => Clause.SubjectOf(t.Concept)).Where(s => s != Subject.None).Distinct()];

    private static bool IsLook(Token token) => token.Kind == TokenKind.Color || Verbs.IsLook(token.Concept);

    private static bool IsJoined(string text, int end, int start) =>
        start > end && text[end..start].Trim().ToLowerInvariant() is "and" or "&" or "n" or "和" or "与" or "跟" or "及" or "以及" or "、";
}
