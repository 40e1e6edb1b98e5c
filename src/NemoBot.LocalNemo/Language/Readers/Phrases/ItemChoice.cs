using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Phrases;

/// <summary>Reads "use the second clip only" and "keep photo 1 and 3, drop the rest": the other clips or pictures go.</summary>
internal static class ItemChoice
{
    /// <summary>True if the clause names the one that stays.</summary>
    public static bool Read(Clause clause, Reading reading)
    {
        var project = reading.Project;
        var (kind, count) = clause.HasFree(Concept.Video) && project.Clips.Count > 1 ? (ItemKind.Clip, project.Clips.Count)
            : clause.HasFree(Concept.Image, Concept.Images) && project.Slides.Count > 1 ? (ItemKind.Slide, project.Slides.Count) : default;
        if (count == 0)
        {
            return DropsOthers(clause, reading);
        }

        if (!clause.Has(Concept.Only, Concept.Keep) || clause.Has(Concept.Remove, Concept.Cut, Concept.Mute, Concept.Add, Concept.Move)
            || !clause.Tokens.All(IsPart))
        {
            return false;
        }

        var kept = clause.Tokens.Select(t => NumberOf(t, count)).Where(n => n > 0).ToHashSet();
        var isOnly = clause.Has(Concept.Only) || reading.Clauses.Any(c => c != clause && AreOthersDropped(c));
        if (!isOnly || kept.Count == 0 || kept.Count == count || kept.Any(n => n > count))
        {
            return false;
        }

        for (var other = count; other > 0; other--)
        {
            if (!kept.Contains(other))
            {
                reading.Add(new RemoveItem(kind, other), Subject.Video);
            }
        }

        clause.ClaimEverything();
        return true;
    }

    /// <summary>The number that a word says; 0 if it says none.</summary>
    private static int NumberOf(Token token, int count) => token switch
    {
        { Kind: TokenKind.Ordinal or TokenKind.Number } => (int)token.Value,
        { Concept: Concept.First } => 1,
        { Concept: Concept.Last } => count,
        _ => 0,
    };

    /// <summary>"drop the others" after the clause that names those that stay.</summary>
    private static bool DropsOthers(Clause clause, Reading reading)
    {
        var isSaid = AreOthersDropped(clause) && reading.Edits is [.., RemoveItem];
        if (isSaid)
        {
            clause.ClaimEverything();
        }

        return isSaid;
    }

    private static bool AreOthersDropped(Clause clause) => clause.Has(Concept.Remove, Concept.Cut) && clause.Tokens.Any(IsOther)
        && clause.Tokens.All(t => IsOther(t) || t.Concept is Concept.Remove or Concept.Cut or Concept.Filler or Concept.It
            or Concept.Images or Concept.Image or Concept.Video or Concept.AllOf);

    private static bool IsOther(Token token) => token.Concept is Concept.OtherOne or Concept.Whole;

    private static bool IsPart(Token token) => token.Kind is TokenKind.Ordinal or TokenKind.Number
        || token.Concept is Concept.And or Concept.First or Concept.Last or Concept.Only or Concept.Keep or Concept.Use or Concept.Let or Concept.Change
            or Concept.Video or Concept.Image or Concept.Images or Concept.Filler or Concept.It;
}
