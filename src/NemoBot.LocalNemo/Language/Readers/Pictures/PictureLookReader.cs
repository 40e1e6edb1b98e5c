using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads that uploaded pictures and videos are turned, mirrored, or shown in another tone.</summary>
internal sealed class PictureLookReader : IClauseReader
{
    /// <summary>A step darker.</summary>
    public const double Darker = 1 / Step;
    private const double Step = 1.2;
    private const double WarmStep = 1.5;

    public void Read(Clause clause, Reading reading)
    {
        if (clause.Has(Concept.Title, Concept.Captions, Concept.Lyrics, Concept.Logo) || clause.HasFree(VisualWords.All))
        {
            return;
        }

        if (NamesOneSlide(clause, reading) && (clause.HasFree(Concept.Rotate, Concept.WhyDark) || clause.HasFree(Concept.Brighter, Concept.Darker)))
        {
            clause.ClaimEverything();
            reading.Add(new Decline(Inability.SlideLook), Subject.Slides);
            return;
        }

        List<SetPictureLook> looks = [.. new[] { TurnWords.Read(clause, reading), ReadTone(clause, reading) }.OfType<SetPictureLook>()];
        if (looks.Count > 0 && NamesOneSlide(clause, reading))
        {
            clause.ClaimEverything();
            reading.Add(new Decline(Inability.SlideLook), Subject.Slides);
            return;
        }

        looks.ForEach(look => Finish(clause, reading, look));
    }

    /// <summary>"the third one is upside down".</summary>
    public static bool NamesOneSlide(Clause clause, Reading reading) =>
        (reading.Project.Slides.Count > 1 || reading.Project.Clips.Count > 1 || reading.Edits.OfType<PlaceFile>().Count(p => p.As == FileRole.Slide) > 1)
        && (clause.HasFree(TokenKind.Ordinal) || clause.HasFree(TokenKind.File) || clause.HasFree(Concept.First, Concept.Last)) && !clause.HasTime;

    private static void Finish(Clause clause, Reading reading, SetPictureLook edit)
    {
        clause.ClaimAll(Concept.Image, Concept.Images, Concept.Cover, Concept.Background, Concept.AllOf, Concept.Everywhere);
        clause.ClaimFrame();

        // Colors that follow are not those of what is behind the picture: the focus stays.
        reading.Add(edit);
    }

    private static SetPictureLook? ReadTone(Clause clause, Reading reading)
    {
        var isDown = clause.Has(Concept.TurnDown, Concept.Quieter, Concept.Smaller)
            || clause.Tokens.Any(t => clause.TextOf(t) is "less" or "lower" or ['低', ..] or ['降', ..] or "减少");
        var isRemoved = clause.Has(Concept.Remove, Concept.Not, Concept.No);
        if (clause.ClaimAll(Concept.OwnColors))
        {
            return new SetPictureLook { OriginalTone = true };
        }

        if (clause.HasFree(Concept.BlackWhite, Concept.Sepia) && isRemoved)
        {
            clause.ClaimAll(Concept.BlackWhite, Concept.Sepia, Concept.Remove, Concept.Not, Concept.No, Concept.Filter);
            return new SetPictureLook { OriginalTone = true };
        }

        if (isRemoved)
        {
            return null;
        }

        var edit = new SetPictureLook();
        edit = clause.ClaimAll(Concept.BlackWhite) ? edit with { Saturation = 0 } : edit;
        edit = clause.ClaimAll(Concept.Sepia) ? edit with { Saturation = 0, Warmth = 1.8 } : edit;
        edit = Change(clause, edit, isDown, reading);
        if (edit == new SetPictureLook())
        {
            return null;
        }

        clause.ClaimAll(
            Concept.TurnUp, Concept.TurnDown, Concept.Louder, Concept.Quieter, Concept.Bigger, Concept.Smaller, Concept.Taller, Concept.Thinner,
            Concept.Upward, Concept.Downward, Concept.Filter, Concept.ColorWord);
        return edit;
    }

    private static SetPictureLook Change(Clause clause, SetPictureLook edit, bool isDown, Reading reading)
    {
        // 换个亮一点的颜色 after a color speaks of that.
        if (Shades.Read(clause, reading) is not null)
        {
            return edit;
        }

        edit = (HasPicture(reading) || !clause.HasFree(Concept.Background)) && clause.ClaimAll(Concept.Brighter) ? edit with { Brightness = Step } : edit;
        edit = clause.ClaimAll(Concept.Dim) || (HasPicture(reading) && clause.ClaimAll(Concept.Darker)) ? edit with { Brightness = Darker } : edit;
        var step = StepOf(clause, isDown);
        edit = clause.ClaimAll(Concept.BrightnessWord) ? edit with { Brightness = step } : edit;
        edit = clause.ClaimAll(Concept.ContrastWord) ? edit with { Contrast = step } : edit;
        edit = clause.ClaimAll(Concept.SaturationWord) ? edit with { Saturation = step } : edit;
        edit = clause.ClaimAll(Concept.WarmTone) ? edit with { Warmth = WarmStep } : edit;
        return clause.ClaimAll(Concept.CoolTone) ? edit with { Warmth = 1 / WarmStep } : edit;
    }

    private static bool HasPicture(Reading reading) =>
        reading.ShowsPictures || reading.Project.Background.Kind == Projects.BackgroundKind.Cover;

    /// <summary>亮度降20%: by how much.</summary>
    private static double StepOf(Clause clause, bool isDown)
    {
        var isNamed = clause.HasFree(Concept.BrightnessWord, Concept.ContrastWord, Concept.SaturationWord);
        if (isNamed && clause.Take(TokenKind.Percent) is { Value: > 0 and < 1 } part)
        {
            return isDown ? 1 - part.Value : 1 + part.Value;
        }

        return isDown ? Darker : Step;
    }
}
