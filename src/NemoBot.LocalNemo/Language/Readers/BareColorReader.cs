using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers;

/// <summary>Reads "yellow" after nothing that it could be about: asks what is to have that color.</summary>
internal sealed class BareColorReader : IClauseReader
{
    public const int MostOffers = 3;

    public void Read(Clause clause, Reading reading)
    {
        var colors = clause.Free(TokenKind.Color).ToList();
        if (reading.Clauses.Count > 1 || reading.Edits.Count > 0 || reading.Situation is not { HasMaterial: true, NewFiles.Count: 0 } || colors is not [var color]
            || !clause.Tokens.All(t => t.Kind == TokenKind.Color || t.Concept is Concept.Filler or Concept.It or Concept.Change or Concept.CanYou or Concept.ColorWord or Concept.Use or Concept.At or Concept.Add or Concept.To or Concept.Undo))
        {
            return;
        }

        var name = clause.TextOf(clause.Tokens[color]);
        clause.ClaimEverything();
        reading.Choice = new Choice(new Note("choice.color", [name]), [.. Parts(reading.Project).Take(MostOffers).Select(p => new Note(p, [name]))]);
    }

    /// <summary>What of the project can have a color.</summary>
    public static IEnumerable<string> Parts(Project project)
    {
        if (project.Titles.Count > 0)
        {
            yield return "offer.title-color";
        }

        if (project.Captions is not null)
        {
            yield return "offer.captions-color";
        }

        if (project.Visual.Style != VisualStyle.None)
        {
            yield return "offer.visual-color";
        }

        if (project.Background.Kind is BackgroundKind.Color or BackgroundKind.Gradient)
        {
            yield return "offer.background-color";
        }
    }
}
