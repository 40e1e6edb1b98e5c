using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads "swap the second picture for this one": one picture of a slideshow gives its place to another.</summary>
internal static class SlideExchange
{
    /// <summary>True if the clause asks for it; without a picture that has just come it is left over.</summary>
    public static bool Read(Clause clause, Reading reading)
    {
        var with = clause.Tokens.ToList().FindIndex(t => clause.TextOf(t).ToLowerInvariant() is "for" or "with" or "by" or "to");
        var exchanges = clause.Has(Concept.Swap, Concept.Replace, Concept.Change) && clause.HasFree(Concept.Image, Concept.Images);
        if (reading.Project.Slides.Count < 2 || with < 0 || !exchanges || !clause.Tokens.Skip(with).Any(t => IsNewOne(clause, t)))
        {
            return false;
        }

        var number = References.Number(clause, Concept.Image, Concept.Images);
        if (number is not { } old || reading.Situation.NewFiles is not [{ Facts.Kind: MediaKind.Image } picture])
        {
            clause.IsUnclear = true;
            return true;
        }

        clause.ClaimEverything();
        reading.Add(new PlaceFile(picture.Id, FileRole.Slide), Subject.Slides);
        reading.Add(new MoveItem(ItemKind.Slide, -1, old));
        reading.Add(new RemoveItem(ItemKind.Slide) { Number = old + 1 });
        return true;
    }

    /// <summary>"this", "the new one".</summary>
    private static bool IsNewOne(Clause clause, Token token) => token.Concept is Concept.It or Concept.OtherOne or Concept.Another
        || clause.TextOf(token).StartsWith("this", StringComparison.OrdinalIgnoreCase)
        || clause.TextOf(token).ToLowerInvariant() is "one" or "new one" or "the one";
}
