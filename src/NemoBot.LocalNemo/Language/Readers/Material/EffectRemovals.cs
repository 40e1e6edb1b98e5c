using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Material;

/// <summary>Reads what is no longer to be done to a picture or a text: fades, motion, blur, bars beside it.</summary>
internal static class EffectRemovals
{
    /// <summary>Reads, claims and removes the fades and the motion that are named; true if there are any.</summary>
    public static bool Read(Clause clause, Reading reading) => ReadFades(clause, reading) | ReadMotion(clause, reading);

    private static bool ReadFades(Clause clause, Reading reading)
    {
        if (!clause.HasFree(Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth))
        {
            return false;
        }

        if (clause.HasFree(Concept.Image, Concept.Images) && reading.Project.Slides.Count + reading.Project.Clips.Count > 1)
        {
            // 图片之间不要淡入淡出: the pictures follow each other with hard cuts.
            clause.ClaimAll(Concept.Image, Concept.Images, Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth);
            reading.Add(new SetCrossfade(TimeSpan.Zero), Subject.Slides);
            return true;
        }

        var both = clause.ClaimAll(Concept.FadeBoth);
        // "no fade at the end": the one there.
        var (atBegin, atEnd) = (clause.Has(Concept.Begin), clause.Has(Concept.End));
        TimeSpan? fadeIn = clause.ClaimAll(Concept.FadeIn) || (both && (atBegin || !atEnd)) ? TimeSpan.Zero : null;
        TimeSpan? fadeOut = clause.ClaimAll(Concept.FadeOut) || (both && (atEnd || !atBegin)) ? TimeSpan.Zero : null;
        if (both)
        {
            clause.ClaimAll(Concept.Begin, Concept.End);
        }

        reading.Add(clause.ClaimAll(Concept.Title)
            ? new SetTitle(TitleRef.Every) { Look = new TitleLook { FadeIn = fadeIn, FadeOut = fadeOut } }
            : clause.ClaimAll(Concept.Music) ? new SetMusic { FadeIn = fadeIn, FadeOut = fadeOut } : new SetFades(fadeIn, fadeOut));
        return true;
    }

    private static bool ReadMotion(Clause clause, Reading reading)
    {
        if (clause.HasFree(Concept.Image, Concept.Background, Concept.Cover) && clause.Tokens.Any(t => WordLists.Movements.Contains(clause.TextOf(t))))
        {
            // "stop the picture moving".
            clause.ClaimWords(WordLists.Movements);
            clause.ClaimAll(Concept.Image, Concept.Background, Concept.Cover, Concept.Visuals, Concept.Move);
            reading.Add(new SetPicture { Motion = Motion.None });
            return true;
        }

        if (clause.ClaimAll(Concept.Zoom, Concept.ZoomOut, Concept.Pan))
        {
            clause.ClaimAll(Concept.Image, Concept.Images);
            reading.Add(new SetPicture { Motion = Motion.None });
            if (!clause.HasFree(Concept.Blur))
            {
                return true;
            }
        }

        if (clause.HasFree(Concept.Blur))
        {
            clause.ClaimAll(Concept.Blur, Concept.Background, Concept.Image);
            reading.Add(new SetPicture { Fit = PictureFit.Crop });
            return true;
        }

        return false;
    }

    /// <summary>"no bars" where no sound is drawn is about the black bars beside the picture.</summary>
    public static bool ReadBars(Clause clause, Reading reading)
    {
        if (reading.Project.Visual.Style != VisualStyle.None || reading.Project.Background.Kind is BackgroundKind.Color or BackgroundKind.Gradient || !clause.ClaimAll(Concept.Bars))
        {
            return false;
        }

        reading.Add(new SetPicture { Fit = PictureFit.Crop });
        return true;
    }
}
