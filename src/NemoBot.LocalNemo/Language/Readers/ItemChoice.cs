using NemoBot.LocalNemo.Edits;

namespace NemoBot.LocalNemo.Language.Readers;

/// <summary>Reads "use the second clip only": the other clips or pictures go.</summary>
internal static class ItemChoice
{
    /// <summary>True if the clause names the one that stays.</summary>
    public static bool Read(Clause clause, Reading reading)
    {
        var project = reading.Project;
        var (kind, count) = clause.HasFree(Concept.Video) && project.Clips.Count > 1 ? (ItemKind.Clip, project.Clips.Count)
            : clause.HasFree(Concept.Image, Concept.Images) && project.Slides.Count > 1 ? (ItemKind.Slide, project.Slides.Count) : default;
        if (count == 0 || !clause.Has(Concept.Only) || clause.Has(Concept.Remove, Concept.Cut, Concept.Mute, Concept.Add, Concept.Move) || !clause.Tokens.All(IsPart))
        {
            return false;
        }

        var kept = clause.Tokens.Select(t => t.Kind == TokenKind.Ordinal ? (int)t.Value : t.Concept == Concept.First ? 1 : t.Concept == Concept.Last ? count : 0).FirstOrDefault(n => n > 0);
        if (kept < 1 || kept > count)
        {
            return false;
        }

        for (var other = count; other > 0; other--)
        {
            if (other != kept)
            {
                reading.Add(new RemoveItem(kind, other), Subject.Video);
            }
        }

        clause.ClaimEverything();
        return true;
    }

    private static bool IsPart(Token token) => token.Kind == TokenKind.Ordinal
        || token.Concept is Concept.First or Concept.Last or Concept.Only or Concept.Keep or Concept.Use or Concept.Video or Concept.Image or Concept.Images or Concept.Filler or Concept.It or Concept.Let or Concept.Change;
}
