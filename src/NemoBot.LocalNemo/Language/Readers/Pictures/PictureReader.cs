using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads how pictures fill the frame and move.</summary>
internal sealed partial class PictureReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        if (clause.HasFree(Concept.Fill) && IsOfVisual(clause) && !clause.Has(Concept.Video))
        {
            // "the bars should fill the width" crops no picture.
            return;
        }

        var fit = ReadFit(clause) ?? ReadSize(clause, reading);
        if (clause.HasFree(Concept.Pan) && IsOfVisual(clause))
        {
            // "particles drifting": they do.
            clause.ClaimAll(Concept.Pan);
        }

        var motion = ReadMotion(clause);
        if (fit is null && motion is null)
        {
            return;
        }

        if (motion is not null || fit != PictureFit.Blur || !IsShownAlready(clause, reading))
        {
            ClaimWords(clause, reading, fit, motion);
            reading.Add(new SetPicture { Fit = fit, Motion = motion }, reading.Focus == Subject.Slides ? Subject.Slides : Subject.Background);
        }
    }

    /// <summary>A card or black bars, which were asked for by the same message, show the whole picture.</summary>
    private static bool IsShownAlready(Clause clause, Reading reading)
    {
        if (reading.Edits.OfType<SetPicture>().Any(p => p.Fit is PictureFit.Card))
        {
            // "cover as a card, blurred version behind": a card has that behind it.
            clause.ClaimAll(Concept.Cover, Concept.Image, Concept.Background, Concept.VersionWord);
            return true;
        }

        if (clause.Has(Concept.Blur) || !reading.Edits.OfType<SetPicture>().Any(p => p.Fit is PictureFit.Letterbox))
        {
            return false;
        }

        // 加黑边，别裁剪.
        clause.ClaimAll(Concept.Cut, Concept.Crop, Concept.Not, Concept.Remove, Concept.Image);
        return true;
    }

    private static void ClaimWords(Clause clause, Reading reading, PictureFit? fit, Motion? motion)
    {
        clause.ClaimAll(
            Concept.Cut, Concept.ShowWhole, Concept.CornerWord, Concept.Images, Concept.Slideshow, Concept.Slower, Concept.Crop, Concept.Middle, Concept.Each,
            Concept.Remove, Concept.Not);
        if (fit == PictureFit.Crop)
        {
            // "no black borders left and right".
            clause.ClaimAll(Concept.Left, Concept.Right, Concept.Top, Concept.Bottom, Concept.And);
        }

        // "the cover blurred in the back" names the picture as well, which the background's own reader places.
        if (!clause.HasFree(Concept.Cover) && reading.Project.Background.Asset is not null)
        {
            clause.ClaimAll(Concept.Image, Concept.Background);
        }
        else if (motion is not null)
        {
            clause.ClaimAll(Concept.Image);
        }

        clause.ClaimFrame();
    }

    private static bool IsOfVisual(Clause clause) => clause.Tokens.Any(t => VisualWords.All.Contains(t.Concept))
        && !clause.Has(Concept.Image, Concept.Images, Concept.Cover, Concept.Background);

    private static PictureFit? ReadFit(Clause clause)
    {
        if (Fills(clause))
        {
            return PictureFit.Crop;
        }

        if (clause.HasFree(Concept.Card) && clause.HasFree(Concept.Blur) && !clause.Has(Concept.Remove, Concept.Not))
        {
            // A card has its blurred surround anyway.
            clause.ClaimAll(Concept.Card, Concept.Blur);
            return PictureFit.Card;
        }

        if (clause.ClaimAll(Concept.Blur) || (!clause.Has(Concept.Letterbox, Concept.Card) && clause.HasFree(Concept.ShowWhole)))
        {
            clause.ClaimAll(Concept.ShowWhole);
            return PictureFit.Blur;
        }

        if ((clause.Has(Concept.Remove, Concept.Not, Concept.Cut, Concept.No) || UglyBars().IsMatch(clause.Text)) && clause.ClaimAll(Concept.Letterbox))
        {
            return PictureFit.Crop;
        }

        if (clause.ClaimAll(Concept.Letterbox))
        {
            return PictureFit.Letterbox;
        }

        if (clause.ClaimAll(Concept.Card))
        {
            return PictureFit.Card;
        }

        if (!clause.ClaimAll(Concept.Crop))
        {
            return null;
        }

        return clause.Has(Concept.Remove, Concept.Not) ? PictureFit.Blur : PictureFit.Crop;
    }

    /// <summary>黑边难看: they are there and not wanted.</summary>
    [GeneratedRegex("黑边(?:太|好|真|有点|很|这么|看着)*(?:难看|丑|碍眼|别扭|不好看|烦|多|宽|大)", RegexOptions.CultureInvariant)]
    private static partial Regex UglyBars();

    /// <summary>"fill the frame with the cover", "no blur at the sides".</summary>
    private static bool Fills(Clause clause)
    {
        if (clause.ClaimAll(Concept.Fill))
        {
            return true;
        }

        if (clause.Has(Concept.Image, Concept.Cover, Concept.Video, Concept.Background) && clause.ClaimAll(Concept.FullWidth))
        {
            return true;
        }

        return clause.IndexOf(Concept.Remove, Concept.Not) >= 0 && clause.ClaimAll(Concept.Blur);
    }

    /// <summary>图片放大点: a picture that is seen whole fills the frame, one that fills it is seen whole when it is to be smaller.</summary>
    private static PictureFit? ReadSize(Clause clause, Reading reading)
    {
        var (bigger, smaller) = (clause.HasFree(Concept.Bigger), clause.HasFree(Concept.Smaller));
        if (bigger == smaller || !reading.ShowsPictures || reading.Project.Background.Side != HorizontalPlace.Middle || !clause.HasFree(Concept.Image, Concept.BackgroundImage, Concept.Cover)
            || clause.HasFree(Concept.Zoom, Concept.ZoomOut, Concept.Title, Concept.Logo, Concept.Captions) || clause.HasFree(VisualWords.All)
            || clause.Tokens.Any(t => t.IsTime || t.Kind is TokenKind.Percent or TokenKind.Factor or TokenKind.Quote or TokenKind.File)
            || !clause.IsChinese(clause.Tokens[^1]) || clause.Text.Contains('看', StringComparison.Ordinal))
        {
            return null;
        }

        clause.ClaimAll(Concept.Bigger, Concept.Smaller, Concept.Image, Concept.BackgroundImage, Concept.Cover);
        return bigger ? PictureFit.Crop : PictureFit.Card;
    }

    private static Motion? ReadMotion(Clause clause)
    {
        if (clause.Has(Concept.Remove, Concept.Not, Concept.No) && !clause.HasFree(Concept.Left, Concept.Right) && clause.ClaimAll(Concept.Zoom, Concept.ZoomOut, Concept.Pan))
        {
            // "no panning on the photos".
            return Motion.None;
        }

        if (clause.ClaimAll(Concept.ZoomOut))
        {
            return Motion.ZoomOut;
        }

        if (clause.ClaimAll(Concept.Zoom))
        {
            return Motion.ZoomIn;
        }

        if (!clause.ClaimAll(Concept.Pan))
        {
            return null;
        }

        // "from right to left": the last word says where it goes.
        clause.ClaimAll(Concept.Left, Concept.Right);
        return clause.IndexOf(Concept.Left) > clause.IndexOf(Concept.Right) ? Motion.PanLeft : Motion.PanRight;
    }
}
