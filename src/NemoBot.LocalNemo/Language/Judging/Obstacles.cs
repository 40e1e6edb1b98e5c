using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Recognizes what is in the way of something: "they cover the waveform", 挡住波形了.</summary>
internal static class Obstacles
{
    /// <summary>"captions up, they cover the waveform", 挡住波形了: says what is in the way, not what to do.</summary>
    public static bool IsOne(Clause clause) =>
        IsUncovering(clause)
        || (clause.Tokens.Where((_, i) => Obscures(clause, i)).Any()
            && BeginsObstacle(clause)
            && !clause.Tokens.Any(t => WordLists.Wanting.Contains(clause.TextOf(t))));

    /// <summary>"they …", "the title …", 挡住…, 有点挡住….</summary>
    private static bool BeginsObstacle(Clause clause)
    {
        var head = clause.TextOf(clause.Tokens[0]);
        return WordLists.Persons.Contains(head)
            || BeginsWithThing(clause)
            || Obscures(clause, 0)
            || (head is "被" or "会" or "都" && clause.Tokens.Count > 1 && Obscures(clause, 1))
            || (clause.Tokens.Count > 1 && WordLists.Excesses.Contains(head) && Obscures(clause, 1));
    }

    private static bool BeginsWithThing(Clause clause) =>
        clause.Tokens.FirstOrDefault(t => t.Concept != Concept.Filler) is { } first
        && (Verbs.IsThing(first.Concept) || Verbs.IsShape(first.Concept))
        && !WordLists.Obscuring.Contains(clause.TextOf(first));

    /// <summary>"they cover the title" says what is in the way; "with my cover" and "cover as background" name a picture.</summary>
    private static bool Obscures(Clause clause, int index) => WordLists.Obscuring.Contains(clause.TextOf(clause.Tokens[index]))
        && (clause.Tokens[index].Concept is not (Concept.Cover or Concept.Blocks)
            || (index > 0 && index + 1 < clause.Tokens.Count && !WordLists.NounMarks.Contains(clause.TextOf(clause.Tokens[index - 1]))));

    /// <summary>唔好遮住波形, "don't cover the waveform".</summary>
    private static bool IsUncovering(Clause clause) =>
        clause.Tokens.Count > 1
        && Denials.BeginsWithNo(clause)
        && clause.Tokens.Skip(1).FirstOrDefault(t => t.Concept != Concept.Filler || WordLists.Obscuring.Contains(clause.TextOf(t))) is { } second
        && WordLists.Obscuring.Contains(clause.TextOf(second));
}
