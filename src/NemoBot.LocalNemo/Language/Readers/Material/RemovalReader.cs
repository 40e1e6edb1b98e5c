using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Readers.Sounds;
using NemoBot.LocalNemo.Language.Readers.Texts;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Material;

/// <summary>Reads what is to be taken away: titles, music, the waveform, a picture, fades.</summary>
internal sealed partial class RemovalReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        if (SoundChoice.Read(clause, reading) || ItemChoice.Read(clause, reading) || TitleRemovals.KeepOne(clause, reading))
        {
            return;
        }

        // "don't show the title" is as good as "remove the title".
        var negated = clause.HasFree(Concept.Not) && clause.Has(Concept.Add) && clause.Tokens.All(t => t.Kind is not (TokenKind.Color or TokenKind.Quote));
        if ((!clause.Has(Concept.Remove, Concept.Cut) && !negated) || clause.Tokens.Any(t => t.IsTime) || (clause.Has(Concept.Add) && !negated)
            // "remove all but the first": what stays is not told apart here.
            || clause.Has(Concept.Keep))
        {
            return;
        }

        if (clause.Has(Concept.Cut) && clause.HasFree(Concept.Volume, Concept.Half) && clause.HasFree(Concept.Music, Concept.Voice))
        {
            // "cut the music volume in half".
            clause.ClaimAll(Concept.Cut);
            return;
        }

        if (reading.HasMusic && clause.FreeIndexOf(Concept.Music) is >= 0 and var music && clause.IndexOf(Concept.Begin, Concept.End) > music && clause.Text[0] >= 0x2E80)
        {
            // 音乐开头那段前奏不要: not all of it, and a song is played from its start.
            clause.IsUnclear = true;
            reading.Focus = Subject.Music;
            return;
        }

        if (Condition().IsMatch(clause.Text))
        {
            // "stop the song when the pictures are over": neither of them goes.
            clause.IsUnclear = true;
            return;
        }

        if (clause.HasFree(Concept.Music, Concept.Title, Concept.Logo, Concept.Captions) && clause.Has(Concept.After, Concept.Before) && clause.Has(Concept.Begin, Concept.End, Concept.Chorus))
        {
            // "kill the music after the intro": not all of it, and nothing says when that is.
            return;
        }

        var any = RemoveFades(clause, reading);
        any |= RemoveMotion(clause, reading);
        any |= TitleRemovals.Read(clause, reading);
        any |= ItemRemovals.Read(clause, reading);
        any |= Remove(clause, reading, new RemoveMusic(), Subject.Music, Concept.Music);
        any |= Remove(clause, reading, new SetProgressBar(false), Subject.None, Concept.ProgressBar);
        any |= Remove(clause, reading, new SetScene(null), Subject.None, Concept.Scene);
        any |= RemoveBars(clause, reading);
        any |= GivesWay(clause, reading) || Remove(clause, reading, new SetVisual { Style = VisualStyle.None }, Subject.Visual, VisualWords.All);
        // 照片不要裁剪 is about the cropping, not about the photo.
        any |= !clause.HasFree(Concept.Crop, Concept.Fill, Concept.Letterbox, Concept.Card, Concept.Filter, Concept.Rotate, Concept.BlackWhite, Concept.Sepia)
            && Remove(clause, reading, new SetBackground(BackgroundKind.Gradient), Subject.Background, Concept.Background, Concept.BackgroundImage, Concept.Image,
            Concept.Cover, Concept.Gradient);
        any |= RemoveFocus(clause, reading, any);
        if (any)
        {
            clause.ClaimAll(Concept.Remove, Concept.Cut, Concept.AllOf, Concept.No);
            clause.ClaimFrame();
        }
    }

    [GeneratedRegex(@"\b(stop|end|cut|kill|remove|hide)\b.*\b(when|once|as soon as|the moment)\b.*\b(end|ends|over|done|stop|stops|finish|finishes|finished|gone)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Condition();

    /// <summary>用线条，不要柱子: what another picture of the sound takes the place of.</summary>
    private static bool GivesWay(Clause clause, Reading reading) => reading.Edits.OfType<SetVisual>().LastOrDefault() is { Style: { } now and not VisualStyle.None }
        && clause.Tokens.Any(t => t.Style != VisualStyle.None && t.Style != now) && clause.ClaimAll(VisualWords.All);

    private static bool Remove(Clause clause, Reading reading, Edit edit, Subject subject, params ReadOnlySpan<Concept> nouns)
    {
        if (!clause.ClaimAll(nouns))
        {
            return false;
        }

        reading.Add(edit, subject);
        return true;
    }

    private static bool RemoveFades(Clause clause, Reading reading)
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

    private static bool RemoveMotion(Clause clause, Reading reading)
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
    private static bool RemoveBars(Clause clause, Reading reading)
    {
        if (reading.Project.Visual.Style != VisualStyle.None || reading.Project.Background.Kind is BackgroundKind.Color or BackgroundKind.Gradient || !clause.ClaimAll(Concept.Bars))
        {
            return false;
        }

        reading.Add(new SetPicture { Fit = PictureFit.Crop });
        return true;
    }

    /// <summary>"remove it": what the message before was about, if it can be taken away without loss.</summary>
    private static bool RemoveFocus(Clause clause, Reading reading, bool any)
    {
        // 去掉吧，太乱了: only small words about why.
        var bare = (reading.Clauses.Count == 1 || (reading.Clauses[0] == clause && reading.Clauses.Skip(1).All(c => c.Tokens.All(t => t.Concept is Concept.Filler or Concept.Vague)))) && clause.Tokens.All(t => t.Concept is Concept.Remove or Concept.Filler or Concept.CanYou);
        if (any || !(clause.Has(Concept.It) || bare) || clause.Tokens.Any(t => t.Kind is TokenKind.Unknown or TokenKind.File) || clause.HasFree(Concept.Voice, Concept.Video, Concept.SilenceNoun))
        {
            return false;
        }

        Edit? edit = reading.Focus switch
        {
            Subject.Title => new RemoveTitles(TitleRef.Last),
            Subject.Captions => new RemoveCaptions(),
            Subject.Visual => new SetVisual { Style = VisualStyle.None },
            Subject.Music => new RemoveMusic(),
            Subject.Logo => new SetLogo { Remove = true },
            _ => null,
        };
        if (edit is null)
        {
            return false;
        }

        reading.Add(edit);
        return true;
    }
}
