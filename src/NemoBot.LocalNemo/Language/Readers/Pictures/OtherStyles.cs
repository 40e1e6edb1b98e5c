using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>"another style", 换个风格: offers those that are not shown.</summary>
internal static class OtherStyles
{
    private static readonly (SceneStyle Style, string Offer)[] Scenes =
        [(SceneStyle.Flow, "offer.scene-flow"), (SceneStyle.Shapes, "offer.scene-shapes"), (SceneStyle.Light, "offer.scene-light")];

    private static readonly (VisualStyle Style, string Offer)[] Visuals =
        [(VisualStyle.Circle, "suggest.Visual"), (VisualStyle.Line, "offer.visual-line"), (VisualStyle.Spectrum, "offer.visual-spectrum")];

    private static readonly string[] Looks = ["offer.look-warm", "offer.look-old", "offer.look-gray"];

    /// <returns>False if the clause asks for something else.</returns>
    public static bool Offer(Clause clause, Reading reading)
    {
        if (!AreWanted(clause, reading))
        {
            return false;
        }

        var project = reading.Project;
        var offers = project.Scene is { } scene
            ? Scenes.Where(s => s.Style != scene.Style).Select(s => s.Offer)
            : project.Visual.Style == VisualStyle.None ? Looks
            : Visuals.Where(v => v.Style != project.Visual.Style).Select(v => v.Offer);
        clause.ClaimEverything();
        reading.Choice ??= new Choice(new Note("choice.style", []), [.. offers.Select(o => new Note(o, []))]);
        reading.Focus = Subject.Visual;
        return true;
    }

    private static bool AreWanted(Clause clause, Reading reading) =>
        reading.Situation.HasMaterial
        && (reading.ShowsPictures || reading.Project.Scene is not null || reading.Project.Visual.Style != VisualStyle.None)
        && reading.Focus is Subject.None or Subject.Visual or Subject.Background or Subject.Video
        && clause.Tokens.Any(t => WordLists.Styles.Contains(TextOf(clause, t)))
        && (clause.HasWord(WordLists.Different) || clause.Has(Concept.Another, Concept.Change, Concept.OtherOne))
        && clause.Tokens.All(t => MayStandBeside(t.Concept) || WordLists.Styles.Contains(TextOf(clause, t)) || WordLists.Different.Contains(TextOf(clause, t)));

    private static bool MayStandBeside(Concept concept) => concept is Concept.Filler or Concept.Another or Concept.Change or Concept.OtherOne
        or Concept.It or Concept.CanYou or Concept.Use or Concept.Let or Concept.Video
        or Concept.Whole or Concept.AllOf;

    private static string TextOf(Clause clause, Token token) => clause.TextOf(token).ToLowerInvariant();
}
