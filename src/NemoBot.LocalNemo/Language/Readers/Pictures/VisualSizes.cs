using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads how tall and how wide the picture of the sound is.</summary>
internal static class VisualSizes
{
    private const double Step = 1.3;
    private const double BarStep = 1.5;

    /// <summary>"taller bars", 矮一半: how many times as tall; null if nothing says so.</summary>
    public static double? ReadScale(Clause clause, bool follows)
    {
        double? scale = null;
        for (var i = 0; i < clause.Tokens.Count; i++)
        {
            double? said = clause.Tokens[i].Concept switch
            {
                Concept.Taller or Concept.Bigger or Concept.Large or Concept.Huge => Step,
                Concept.Thinner or Concept.Smaller or Concept.Small or Concept.Tiny => 1 / Step,
                _ => null,
            };
            if (said is not null && !clause.IsClaimed(i) && Belongs(clause, i, follows))
            {
                clause.Claim(i);
                scale ??= said;
            }
        }

        return scale is { } step ? AmountOf(clause, step < 1) ?? step : null;
    }

    /// <summary>"full width bars"; of what, nobody says: the picture of the sound, where there is one.</summary>
    public static bool? ReadWide(Clause clause, Reading reading)
    {
        if (!clause.HasFree(Concept.FullWidth) || clause.Has(Concept.Title, Concept.Captions, Concept.Logo, Concept.Image, Concept.Cover, Concept.Video))
        {
            return null;
        }

        if (reading.Project.Visual.Style == VisualStyle.None && !clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) == Subject.Visual))
        {
            return null;
        }

        var isWide = !clause.Has(Concept.Not, Concept.Remove, Concept.No);
        clause.ClaimAll(Concept.FullWidth, Concept.Not, Concept.Fill);
        return isWide;
    }

    /// <summary>"skinny bars", 柱子粗一点: how many times as thick; null if nothing says so. A line is a style of its own.</summary>
    public static double? ReadBarWidth(Clause clause, VisualStyle style, bool follows)
    {
        if (style is not (VisualStyle.Bars or VisualStyle.MirroredBars or VisualStyle.Spectrum or VisualStyle.Blocks)
            && !(style == VisualStyle.Circle && NamesStroke(clause)))
        {
            return null;
        }

        var said = Enumerable.Range(0, clause.Tokens.Count).Where(i => IsFreeWidth(clause, i) && Belongs(clause, i, follows)).ToList();
        said.ForEach(i => clause.Claim(i));
        if (said.Count == 0)
        {
            return null;
        }

        var thinner = clause.Tokens[said[0]].Concept == Concept.Thinner;
        return AmountOf(clause, thinner) ?? (thinner ? 1 / BarStep : BarStep);
    }

    /// <summary>"a thinner line" of a circle: what it is drawn with, not another style.</summary>
    public static bool NamesStroke(Clause clause) => clause.Has(Concept.Line) && clause.Has(Concept.Thinner, Concept.Taller)
        && !clause.Has(Concept.Circle, Concept.Use, Concept.Add, Concept.Replace, Concept.To);

    /// <summary>A word of the clause is about the picture of the sound, or about what was spoken of before.</summary>
    public static bool Belongs(Clause clause, int index, bool follows) =>
        clause.OwnerOf(index) == Subject.Visual || (follows && clause.OwnerOf(index) == Subject.None && !IsOfSound(clause, index));

    /// <summary>音乐小一点 after a clause about the picture of the sound.</summary>
    private static bool IsOfSound(Clause clause, int index) =>
        clause.IsChinese(clause.Tokens[index]) && clause.Tokens.Take(index).Any(t => t.Concept is Concept.Music or Concept.Voice or Concept.Volume);

    private static bool IsFreeWidth(Clause clause, int index) => !clause.IsClaimed(index)
        && clause.Tokens[index].Concept is Concept.Taller or Concept.Thinner
        && WordLists.Widths.Contains(clause.TextOf(clause.Tokens[index]));

    /// <summary>"half as tall", 矮一半, "30% bigger": how much; null if nothing says so.</summary>
    private static double? AmountOf(Clause clause, bool less)
    {
        if (clause.ClaimAll(Concept.Half))
        {
            return 0.5;
        }

        if (clause.ClaimAll(Concept.Double))
        {
            return less ? 0.5 : 2;
        }

        if (clause.Take(TokenKind.Factor) is { Value: > 0 } times)
        {
            return less && times.Value > 1 ? 1 / times.Value : times.Value;
        }

        if (clause.Take(TokenKind.Percent) is not { } percent)
        {
            return null;
        }

        var by = Math.Abs(percent.Value);
        return less ? Math.Max(0.1, 1 - by) : 1 + by;
    }
}
