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
        var (kind, count) = (clause.HasFree(Concept.Video) || IsCounted(clause, "段条")) && project.Clips.Count > 1 ? (ItemKind.Clip, project.Clips.Count)
            : (clause.HasFree(Concept.Image, Concept.Images) || IsCounted(clause, "张幅")) && project.Slides.Count > 1 ? (ItemKind.Slide, project.Slides.Count) : default;
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
        var isOnly = clause.Has(Concept.Only) || clause.Tokens.Any(t => t.Concept == Concept.Keep && "只就光仅净".Contains(clause.TextOf(t)[0], StringComparison.Ordinal)) || reading.Clauses.Any(c => c != clause && AreOthersDropped(c));
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

    /// <summary>只留第二张: the word that counts says of what.</summary>
    private static bool IsCounted(Clause clause, string measures) =>
        clause.Tokens.Any(t => t.Kind == TokenKind.Ordinal && measures.Contains(clause.TextOf(t)[^1], StringComparison.Ordinal));

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

    /// <summary>就要第一张和第三张，中间那张不要: the one between them is another one.</summary>
    private static bool IsOther(Token token) => token.Concept is Concept.OtherOne or Concept.Whole or Concept.Middle;

    private static bool IsPart(Token token) => token.Kind is TokenKind.Ordinal or TokenKind.Number
        || token.Concept is Concept.And or Concept.First or Concept.Last or Concept.Only or Concept.Keep or Concept.Use or Concept.Let or Concept.Change
            or Concept.Video or Concept.Image or Concept.Images or Concept.Filler or Concept.It;
}
