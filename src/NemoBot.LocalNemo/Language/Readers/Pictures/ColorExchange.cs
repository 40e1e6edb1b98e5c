using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads "change pink to cyan": what has the first color gets the second.</summary>
internal sealed class ColorExchange : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        var colors = clause.Free(TokenKind.Color).ToList();
        if (!reading.Situation.HasMaterial || colors is not [var old, var wanted] || !clause.Has(Concept.Change, Concept.Replace, Concept.Swap))
        {
            return;
        }

        if (!IsExchange(clause, old, wanted))
        {
            return;
        }

        var (from, to) = (clause.Tokens[old].Content, clause.Tokens[wanted].Content);
        clause.ClaimEverything();
        var changes = Changes(reading.Project, from, to).ToList();
        changes.ForEach(reading.Add);
        if (changes.Count == 0)
        {
            var name = clause.TextOf(clause.Tokens[wanted]);
            var offers = BareLookReader.Parts(reading.Project).Take(BareLookReader.MostOffers).Select(p => new Note(p, [name]));
            reading.Choice = new Choice(new Note("choice.color", [name]), [.. offers]);
        }
    }

    private static bool IsExchange(Clause clause, int old, int wanted) => clause.TextOf(clause.Tokens[old])[0] < 0x2E80
        && clause.Tokens.All(t => t.Kind == TokenKind.Color || MayStandBeside(t.Concept))
        && clause.Tokens.Skip(old + 1).Take(wanted - old - 1).Any(t => LeadsToNew(clause, t));

    private static bool MayStandBeside(Concept concept) => concept is Concept.Change or Concept.Replace or Concept.Swap or Concept.To
        or Concept.Filler or Concept.For or Concept.CanYou or Concept.ColorWord or Concept.Everywhere or Concept.AllOf;

    private static bool LeadsToNew(Clause clause, Token token) =>
        token.Concept == Concept.To || clause.TextOf(token).ToLowerInvariant() is "with" or "for" or "into";

    private static IEnumerable<Edit> Changes(Project project, string from, string to)
    {
        if (project.Visual.Style != VisualStyle.None && project.Visual.Color == from)
        {
            yield return new SetVisual { Color = to };
        }

        if (project.Background is { Kind: BackgroundKind.Color } ground && ground.Color == from)
        {
            yield return new SetBackground(BackgroundKind.Color) { Color = to };
        }

        if (project.Captions is { } captions && captions.Color == from)
        {
            yield return new SetCaptions { Color = to };
        }

        for (var i = 0; i < project.Titles.Count; i++)
        {
            if (project.Titles[i].Color == from)
            {
                yield return new SetTitle(new TitleRef { Number = i + 1 }) { Look = new TitleLook { Color = to } };
            }
        }
    }
}
