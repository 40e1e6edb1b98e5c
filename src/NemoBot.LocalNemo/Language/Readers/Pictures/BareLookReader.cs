using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads "yellow" and "bigger" after nothing that they could be about: asks what is to look like that.</summary>
internal sealed class BareLookReader : IClauseReader
{
    public const int MostOffers = 3;

    public void Read(Clause clause, Reading reading)
    {
        var looks = Enumerable.Range(0, clause.Tokens.Count).Where(i => !clause.IsClaimed(i) && IsLook(clause.Tokens[i])).ToList();
        if (looks is not [var look] || !IsWholeMessage(reading) || !clause.Tokens.All(t => IsLook(t) || MayStandBeside(t.Concept)))
        {
            return;
        }

        var name = clause.TextOf(clause.Tokens[look]);
        var parts = clause.Tokens[look].Kind == TokenKind.Color ? Parts(reading.Project) : Parts(reading.Project).Where(p => p != "offer.background-color");
        clause.ClaimEverything();
        reading.Choice = new Choice(new Note("choice.color", [name]), [.. parts.Take(MostOffers).Select(p => new Note(p, [name]))]);
    }

    private static bool IsWholeMessage(Reading reading) =>
        reading.Clauses.Count == 1 && reading.Edits.Count == 0 && reading.Situation is { HasMaterial: true, NewFiles.Count: 0 };

    private static bool MayStandBeside(Concept concept) => concept is Concept.Filler or Concept.It or Concept.Change or Concept.CanYou
        or Concept.ColorWord or Concept.Use or Concept.At or Concept.Add or Concept.To or Concept.Undo;

    private static bool IsLook(Token token) => token.Kind == TokenKind.Color || token.Concept is Concept.Bigger or Concept.Smaller;

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
