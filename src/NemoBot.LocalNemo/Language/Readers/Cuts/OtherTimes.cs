using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Texts;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Cuts;

/// <summary>Tells times that say something else than what of the video is kept or cut.</summary>
internal static class OtherTimes
{
    /// <summary>"use this only for the first 10 seconds" beside a file that has just come: how long it is shown, not what is kept.</summary>
    public static bool AreOfNewFile(Clause clause, Reading reading) => reading.Situation is { HasMaterial: true, NewFiles.Count: > 0 }
        && clause.Has(Concept.Use, Concept.Add)
        && clause.Has(Concept.Only)
        && clause.Has(Concept.It, Concept.Image, Concept.Cover)
        && !clause.Has(Concept.Keep, Concept.Cut, Concept.Trim, Concept.Remove);

    /// <summary>"switch from pic1 to pic2 at 20 seconds" is about pictures, whatever time it names.</summary>
    public static bool AreOfPictures(Clause clause, Reading reading) => !clause.Has(Concept.Cut, Concept.Trim)
        && (clause.Has(Concept.Swap) || clause.Tokens.Any(t => IsPictureFile(t, reading)))
        && clause.Tokens.All(t => t.Kind != TokenKind.Dash);

    /// <summary>开头有3秒杂音: what is there, not what is kept.</summary>
    public static bool AreOfNoise(Clause clause) => TrimWords.HasFreeTime(clause)
        && clause.Has(Concept.SilenceNoun, Concept.Noise)
        && clause.Text[0] >= 0x2E80
        && !clause.Has(Concept.Keep, Concept.Cut, Concept.Remove, Concept.Trim, Concept.Only);

    /// <summary>开头那几秒没人说话，剪掉前4秒: only the reason.</summary>
    public static bool AreReason(Clause clause, Reading reading) => clause.HasFree(Concept.Useless)
        && !clause.Has(Concept.Cut, Concept.Remove, Concept.Trim)
        && TrimWords.HasFreeTime(clause)
        && reading.Clauses.Any(c => c != clause && c.Has(Concept.Cut, Concept.Remove, Concept.Trim, Concept.Keep) && c.Tokens.Any(t => t.IsTime));

    /// <summary>"tighten the gaps, but not more than half a second off": of each gap, not of the video.</summary>
    public static bool AreOfGaps(Clause clause, Reading reading) => reading.Edits.Any(e => e is RemoveSilence)
        && (clause.Has(Concept.Not) || clause.Tokens.Any(t => clause.TextOf(t).Contains("more than", StringComparison.OrdinalIgnoreCase)));

    /// <summary>"only for the first 4 seconds" after a title is about the title.</summary>
    public static bool AreOfFocus(Clause clause, Reading reading)
    {
        if (reading.Focus == Subject.Title && (TitleLookReader.Disappears(clause) || TitleNumbers.IsEnded(clause, reading)))
        {
            return true;
        }

        if (IsPartOfNewVideo(clause, reading))
        {
            return false;
        }

        var namesVideo = clause.Has(Concept.Keep, Concept.Trim, Concept.Cut, Concept.Remove, Concept.Video, Concept.Voice);
        if (reading.Focus is Subject.Title or Subject.Logo && clause.Has(Concept.For) && !namesVideo)
        {
            return true;
        }

        return reading.Focus is Subject.Music or Subject.Title or Subject.Logo
            && reading.Clauses.Count > 1
            && !StartsPiece(clause, reading)
            && !clause.Tokens.Any(t => Verbs.IsVerb(t.Concept) && !(reading.Focus == Subject.Music && WordLists.Playing.Contains(clause.TextOf(t))))
            && !namesVideo;
    }

    /// <summary>"a vertical waveform video, title 'X' at the top, only 0:05-0:20": what of the recording that has just come, not when the title is seen.</summary>
    private static bool IsPartOfNewVideo(Clause clause, Reading reading) => reading.Situation is { HasMaterial: false, NewFiles.Count: > 0 }
        && clause.Has(Concept.Only)
        && clause.HasFree(TokenKind.Dash)
        && reading.Edits.Any(e => e is SetCanvas or SetVisual or SetPicture)
        && clause.Tokens.All(t => t.IsTime || t.Kind == TokenKind.Dash || t.Concept is Concept.Only or Concept.Filler);

    /// <summary>"start from 0:32 and keep it to 15 secs": of the video, whatever was spoken of before.</summary>
    private static bool StartsPiece(Clause clause, Reading reading) => reading.Edits.Count == 0
        && clause.Has(Concept.From, Concept.Begin)
        && reading.Clauses.Any(c => c != clause && c.Has(Concept.Keep, Concept.Trim, Concept.Cut) && c.Tokens.Any(t => t.IsTime));

    private static bool IsPictureFile(Token token, Reading reading) => token.Kind == TokenKind.File
        && reading.Situation.Files.Any(f => f.Id == token.Content && f.Facts.Kind == MediaKind.Image);
}
