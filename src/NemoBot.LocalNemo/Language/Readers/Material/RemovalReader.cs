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

        if (Removes(clause) && !IsOfVolume(clause) && !IsOfPart(clause, reading) && !IsCutOut(clause, reading) && ReadAny(clause, reading))
        {
            clause.ClaimAll(Concept.Remove, Concept.Cut, Concept.AllOf, Concept.No);
            clause.ClaimFrame();
        }
    }

    private static bool Removes(Clause clause)
    {
        // "don't show the title" is as good as "remove the title".
        var negated = clause.HasFree(Concept.Not) && clause.Has(Concept.Add) && clause.Tokens.All(t => t.Kind is not (TokenKind.Color or TokenKind.Quote));
        return (clause.Has(Concept.Remove, Concept.Cut) || negated) && (negated || !clause.Has(Concept.Add)) && !clause.HasTime
            // "remove all but the first": what stays is not told apart here.
            && !clause.Has(Concept.Keep);
    }

    /// <summary>"cut the music volume in half".</summary>
    private static bool IsOfVolume(Clause clause)
    {
        if (!clause.Has(Concept.Cut) || !clause.HasFree(Concept.Volume, Concept.Half) || !clause.HasFree(Concept.Music, Concept.Voice))
        {
            return false;
        }

        clause.ClaimAll(Concept.Cut);
        return true;
    }

    /// <summary>Not all of the thing goes, and it is not said when.</summary>
    private static bool IsOfPart(Clause clause, Reading reading)
    {
        if (reading.HasMusic && clause.FreeIndexOf(Concept.Music) is >= 0 and var music && clause.IndexOf(Concept.Begin, Concept.End) > music && clause.Text[0] >= 0x2E80)
        {
            // 音乐开头那段前奏不要: a song is played from its start.
            clause.IsUnclear = true;
            reading.Focus = Subject.Music;
            return true;
        }

        if (Condition().IsMatch(clause.Text))
        {
            // "stop the song when the pictures are over": neither of them goes.
            clause.IsUnclear = true;
            return true;
        }

        // "kill the music after the intro".
        return clause.HasFree(Concept.Music, Concept.Title, Concept.Logo, Concept.Captions)
            && clause.Has(Concept.After, Concept.Before) && clause.Has(Concept.Begin, Concept.End, Concept.Chorus);
    }

    /// <summary>What is behind somebody in a video: the video itself is not to go.</summary>
    private static bool IsCutOut(Clause clause, Reading reading)
    {
        if (reading.Project.Background.Kind != BackgroundKind.Video || !clause.HasFree(Concept.Background) || clause.HasFree(Concept.Music))
        {
            return false;
        }

        clause.ClaimEverything();
        reading.Add(new Decline(Inability.CutOut));
        return true;
    }

    private static bool ReadAny(Clause clause, Reading reading)
    {
        var any = EffectRemovals.Read(clause, reading);
        any |= TitleRemovals.Read(clause, reading);
        any |= ItemRemovals.Read(clause, reading);
        any |= Remove(clause, reading, new RemoveMusic(), Subject.Music, Concept.Music);
        any |= Remove(clause, reading, new SetProgressBar(false), Subject.None, Concept.ProgressBar);
        any |= Remove(clause, reading, new SetScene(null), Subject.None, Concept.Scene);
        any |= EffectRemovals.ReadBars(clause, reading);
        // "bars without glow": the bars stay.
        any |= !clause.HasFree(Concept.Glow) && (GivesWay(clause, reading) || Remove(clause, reading, new SetVisual { Style = VisualStyle.None }, Subject.Visual, VisualWords.All));
        // 照片不要裁剪 is about the cropping, not about the photo.
        any |= OfGradient(clause, reading) || !clause.HasFree(Concept.Crop, Concept.Fill, Concept.Letterbox, Concept.Card, Concept.Filter, Concept.Rotate, Concept.BlackWhite, Concept.Sepia)
            && Remove(clause, reading, new SetBackground(BackgroundKind.Gradient), Subject.Background, Concept.Background, Concept.BackgroundImage, Concept.Image,
            Concept.Cover, Concept.Gradient);
        return any | RemoveFocus(clause, reading, any);
    }

    /// <summary>不要渐变: the color of it stays, plain.</summary>
    private static bool OfGradient(Clause clause, Reading reading)
    {
        if (!clause.HasFree(Concept.Gradient) || clause.HasFree(Concept.Image, Concept.BackgroundImage, Concept.Cover) || reading.Project.Scene is not null)
        {
            return false;
        }

        clause.ClaimAll(Concept.Gradient, Concept.Background);
        reading.Focus = Subject.Background;
        if (!reading.Clauses.Any(c => c != clause && c.HasFree(TokenKind.Color)) && reading.Project.Background is { Kind: BackgroundKind.Color or BackgroundKind.Gradient, Color: var plain })
        {
            reading.Add(new SetBackground(BackgroundKind.Color) { Color = plain }, Subject.Background);
        }

        return true;
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

    /// <summary>"remove it": what the message before was about, if it can be taken away without loss.</summary>
    private static bool RemoveFocus(Clause clause, Reading reading, bool any)
    {
        if (any || !(clause.Has(Concept.It) || IsBare(clause, reading)) || clause.Tokens.Any(t => t.Kind is TokenKind.Unknown or TokenKind.File)
            || clause.HasFree(Concept.Voice, Concept.Video, Concept.SilenceNoun))
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

    /// <summary>去掉吧，太乱了: nothing is named, and all else is small words about why.</summary>
    private static bool IsBare(Clause clause, Reading reading) => clause.Tokens.All(t => t.Concept is Concept.Remove or Concept.Filler or Concept.CanYou)
        && clause == reading.Clauses[0] && reading.Clauses.Skip(1).All(c => c.Tokens.All(t => t.Concept is Concept.Filler or Concept.Vague));
}
