using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads colors that are named for the whole video, of nothing in particular.</summary>
internal static class ColorSchemes
{
    /// <summary>"colors: orange and navy": the first for the picture of the sound, the second behind it unless a picture is there.</summary>
    public static void Read(Clause clause, Reading reading)
    {
        var colors = clause.Free(TokenKind.Color).Where(i => clause.OwnerOf(i) == Subject.None).ToList();
        if (colors.Count < 2 || clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) != Subject.None))
        {
            return;
        }

        reading.Add(new SetVisual { Color = clause.Claim(colors[0]).Content }, Subject.Visual);
        clause.ClaimAll(Concept.ColorWord, Concept.Use, Concept.And);
        // 颜色从蓝变到紫 after a clause about the waveform: it has one color, and nothing is to be changed behind it.
        var isRange = clause.Has(Concept.From, Concept.To) && reading.Situation.Focus == Subject.Visual;
        if (!isRange && HasPlainBackground(reading))
        {
            reading.Add(new SetBackground(BackgroundKind.Color) { Color = clause.Claim(colors[1]).Content });
        }
        else if (!isRange && colors.Count == 2)
        {
            // Nothing is there for the second one, and it does not take the place of the first.
            clause.IsUnclear = true;
        }
    }

    private static bool HasPlainBackground(Reading reading) => reading.Project.Background.Kind is BackgroundKind.Color or BackgroundKind.Gradient
        && !reading.Situation.BringsPicture;
}
