using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>"make it look more professional": offers what makes this video look so.</summary>
internal static class PolishedLooks
{
    private static readonly HashSet<string> Words = new(
        ["more professional", "professional looking", "more pro", "look more pro", "pro looking", "pro", "more polished", "polished", "classier", "looks cheap", "looks amateur", "cheap looking", "amateurish"],
        StringComparer.OrdinalIgnoreCase);

    /// <returns>False if the clause asks for something else.</returns>
    public static bool Offer(Clause clause, Reading reading)
    {
        if (!reading.Situation.HasMaterial || !clause.HasWord(Words)
            || !clause.Tokens.All(t => t.Concept is Concept.Vague or Concept.Filler or Concept.Change or Concept.It or Concept.Video or Concept.CanYou or Concept.Whole or Concept.Let))
        {
            return false;
        }

        clause.ClaimEverything();
        reading.Choice ??= new Choice(new Note("choice.polish", []), [.. OffersFor(reading.Project).Select(o => new Note(o, []))]);
        return true;
    }

    private static IEnumerable<string> OffersFor(Project project)
    {
        yield return project.Slides.Count > 0 || project.Background.Kind is BackgroundKind.Image or BackgroundKind.Video ? "offer.more-contrast" : "offer.dark-line";
        if (project.FadeIn == TimeSpan.Zero)
        {
            yield return "offer.fades";
        }

        if (!project.ProgressBar)
        {
            yield return "offer.progress";
        }
    }
}
