using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Tells gradients that are wanted in the picture of the sound from those behind it.</summary>
internal static class VisualGradients
{
    /// <summary>Declines 波形蓝紫渐变, and claims its colors.</summary>
    public static void Read(Clause clause, Reading reading)
    {
        var at = clause.FreeIndexOf(Concept.Gradient);
        if (at >= 0 && !clause.IsChinese(clause.Tokens[at]) && AreNamed(clause) && !clause.HasFree(Concept.Background, Concept.BackgroundImage))
        {
            // "gradient bars from red to blue".
            clause.ClaimEverything();
            reading.Add(new Decline(Inability.VisualGradient), Subject.Visual);
            return;
        }

        if (at < 1 || clause.HasFree(Concept.Background, Concept.BackgroundImage, Concept.Image, Concept.Cover) || !clause.IsChinese(clause.Tokens[at]))
        {
            return;
        }

        var before = clause.Tokens.Take(at).Reverse().SkipWhile(t => t.Kind == TokenKind.Color
            || t.Concept is Concept.Filler or Concept.Use or Concept.Change or Concept.ColorWord or Concept.From or Concept.To or Concept.Add).ToList();
        // 波形粗一点，颜色换成渐变的粉到紫: the color of what was spoken of before.
        var follows = before.Count == 0 && reading.Focus == Subject.Visual
            && (clause.Has(Concept.ColorWord) || (clause.TextOf(clause.Tokens[at])[^1] == '色' && reading.Edits.OfType<SetVisual>().Any()));
        if (!follows && (before is not [{ } thing, ..] || Clause.SubjectOf(thing.Concept) != Subject.Visual))
        {
            return;
        }

        // 波形用渐变色 蓝到紫: nothing else can have the colors.
        var isAlone = clause.Tokens.All(t => Clause.SubjectOf(t.Concept) is Subject.None or Subject.Visual || t.Concept == Concept.Gradient);
        clause.ClaimAll(Concept.Gradient, Concept.ColorWord);
        clause.Free(TokenKind.Color).Where(i => i < at || follows || isAlone).ToList().ForEach(i => clause.Claim(i));
        reading.Add(new Decline(Inability.VisualGradient), Subject.Visual);
    }

    /// <summary>"gradient bars", 波形用渐变色: the picture of the sound has one color.</summary>
    public static bool AreNamed(Clause clause)
    {
        var at = clause.IndexOf(Concept.Gradient);
        return (at + 1 < clause.Tokens.Count && Clause.SubjectOf(clause.Tokens[at + 1].Concept) == Subject.Visual)
            || (clause.Has(Concept.Use, Concept.Change, Concept.ColorWord) && clause.Tokens.Take(at).Any(t => Clause.SubjectOf(t.Concept) == Subject.Visual) && !clause.Tokens.Take(at).Any(t => clause.TextOf(t).ToLowerInvariant() is "on" or "over" or "with" or "behind" or "and"));
    }
}
