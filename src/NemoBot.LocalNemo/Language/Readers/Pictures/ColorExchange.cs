using NemoBot.LocalNemo.Colors;
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
        if (colors.Count == 0 && SwapsAlone(clause) && reading.Project is { Titles.Count: not 2, Visual: { Style: not VisualStyle.None } drawn, Background: { Kind: BackgroundKind.Color } ground }
            && Palette.ParseHex(drawn.Color) is not null)
        {
            clause.ClaimEverything();
            reading.Add(new SetVisual { Color = ground.Color }, Subject.Visual);
            reading.Add(new SetBackground(BackgroundKind.Color) { Color = drawn.Color }, Subject.Background);
            return;
        }

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

    /// <summary>"swap the colors": those of the drawn sound and of what is behind it.</summary>
    private static bool SwapsAlone(Clause clause) => clause.Has(Concept.Swap) && clause.Has(Concept.ColorWord)
        && clause.Tokens.All(t => MayStandBeside(t.Concept) || Clause.SubjectOf(t.Concept) is Subject.Visual or Subject.Background || t.Concept == Concept.And);

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
