using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Sounds;

/// <summary>Reads when background music is not to be heard: "kill it at 40", "no music during the last 10 seconds".</summary>
internal sealed partial class MusicTimesReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        if ((IsEdgeAlone(clause, reading) || IsPartOfNew(clause, reading)) && TimeReader.Read(clause) is { } part)
        {
            clause.ClaimAll(Concept.Only, Concept.Keep, Concept.Add, Concept.Move);
            reading.Add(new SetMusic { Start = part.From, Length = part.Length, End = part.To }, Subject.Music);
            return;
        }

        if (ReadStart(clause, reading) || ReadBothEnds(clause, reading) || ReadEarlierEnd(clause, reading) || ReadShift(clause, reading))
        {
            return;
        }

        if (!IsMeant(clause, reading) || TimeReader.Read(clause) is not { } when)
        {
            return;
        }

        Edit edit = when.Rest is { } rest ? new SetMusic { Start = rest.From, End = rest.To } : new SetPartVolume(Track.Music, when.Span) { Level = 0 };
        clause.ClaimAll(
            Concept.Music, Concept.Remove, Concept.Cut, Concept.Mute, Concept.No, Concept.Not, Concept.End, Concept.Begin, Concept.At,
            Concept.After, Concept.Before, Concept.Voice, Concept.Under);
        clause.ClaimFrame();
        reading.Add(edit, Subject.Music);
    }

    /// <summary>"start it at 10 seconds" after a clause about the music.</summary>
    private static bool ReadStart(Clause clause, Reading reading)
    {
        if (reading.Focus != Subject.Music || !reading.HasMusic || !clause.Has(Concept.It) || !clause.HasFree(Concept.Begin)
            || !clause.Tokens.All(t => t.IsTime || t.Concept is Concept.Begin or Concept.It or Concept.At or Concept.From or Concept.Filler or Concept.After)
            || TimeReader.Read(clause) is not { From: { } start, To: null })
        {
            return false;
        }

        clause.ClaimEverything();
        reading.Add(new SetMusic { Start = start }, Subject.Music);
        return true;
    }

    /// <summary>Music at both ends and not between them, which cannot be done.</summary>
    private static bool ReadBothEnds(Clause clause, Reading reading)
    {
        if (PlaysOn(clause, reading))
        {
            clause.ClaimEverything();
            reading.Add(new Decline(Inability.MusicIntro), Subject.Music);
            return true;
        }

        if (KeepsBothEnds(clause, reading))
        {
            clause.ClaimEverything();
            reading.Add(new Decline(Inability.MusicPart), Subject.Music);
            return true;
        }

        if (AddsAtBothEnds(clause))
        {
            clause.ClaimEverything();
            reading.RefusesFiles = reading.Situation.HasMaterial;
            reading.Add(new Decline(Inability.MusicPart), Subject.Music);
            return true;
        }

        return false;
    }

    /// <summary>"let the music play 5 seconds after I stop talking": the video ends with the voice.</summary>
    private static bool PlaysOn(Clause clause, Reading reading) => reading.HasMusic && clause.HasFree(Concept.Music) && AfterSpeech().IsMatch(clause.Text);

    [GeneratedRegex(@"\bafter (?:i|we|he|she|they|(?:the |my )?(?:voice|talk|talking|speech|speaking|podcast|episode|speaker|recording))(?:'m| am|'re| are|'s| is)? ?(?:stops?|ends?|finish(?:es)?|done|over|finished)?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AfterSpeech();

    /// <summary>音乐只在开头和结尾有.</summary>
    private static bool KeepsBothEnds(Clause clause, Reading reading)
    {
        if (!reading.HasMusic || !clause.HasFree(Concept.Music) || !clause.Has(Concept.Only, Concept.Keep))
        {
            return false;
        }

        var namesEnds = clause.HasFree(Concept.BothEnds)
            || (clause.HasFree(Concept.Begin, Concept.First) && clause.HasFree(Concept.End, Concept.Last));
        return namesEnds && (!clause.Tokens.Any(t => t.IsTime) || clause.Text[0] >= 0x2E80 || clause.HasFree(Concept.And));
    }

    /// <summary>片头片尾都用这个音乐: not all the time.</summary>
    private static bool AddsAtBothEnds(Clause clause) => clause.HasFree(Concept.Music)
        && clause.Has(Concept.Use, Concept.Add, Concept.Move)
        && clause.HasFree(Concept.Begin)
        && clause.HasFree(Concept.End)
        && clause.Tokens.All(t => t.Kind == TokenKind.Word && t.Concept is Concept.Music or Concept.Use or Concept.Add or Concept.Move
            or Concept.Begin or Concept.End or Concept.AllOf or Concept.And or Concept.Each or Concept.Filler or Concept.It);

    /// <summary>音乐提前5秒结束.</summary>
    private static bool ReadEarlierEnd(Clause clause, Reading reading)
    {
        var isOfMusic = reading.HasMusic && (clause.Has(Concept.Music) || reading.Focus == Subject.Music);
        if (!isOfMusic || !clause.HasFree(Concept.Earlier) || !clause.HasFree(Concept.End) || clause.Free(TokenKind.Duration).ToList() is not [var early])
        {
            return false;
        }

        reading.Add(new SetMusic { End = -clause.Claim(early).Time }, Subject.Music);
        clause.ClaimAll(Concept.Music, Concept.Earlier, Concept.End);
        clause.ClaimFrame();
        return true;
    }

    /// <summary>音乐晚3秒再进来.</summary>
    private static bool ReadShift(Clause clause, Reading reading)
    {
        if (reading.Project.Music is not [.., var playing] || !clause.HasFree(Concept.Music) || !clause.HasFree(Concept.Later, Concept.Earlier))
        {
            return false;
        }

        if (clause.Free(TokenKind.Duration).ToList() is not [var shift] || clause.Has(Concept.Voice, Concept.Captions, Concept.Title))
        {
            return false;
        }

        var by = clause.Claim(shift).Time;
        var start = playing.Start + (clause.Has(Concept.Earlier) ? -by : by);
        reading.Add(new SetMusic { Start = start > TimeSpan.Zero ? start : TimeSpan.Zero }, Subject.Music);
        clause.ClaimAll(Concept.Music, Concept.Later, Concept.Earlier, Concept.Begin);
        clause.ClaimFrame();
        return true;
    }

    /// <summary>"first 6 seconds only" after the wish to add music.</summary>
    private static bool IsPartOfNew(Clause clause, Reading reading) =>
        reading.Edits is [.., PlaceFile { As: FileRole.Music }] or [.., PlaceFile { As: FileRole.Music }, SetVolume { Track: Track.Music }]
        && clause.Has(Concept.Only, Concept.Keep, Concept.From, Concept.At, Concept.Begin, Concept.First, Concept.Last)
        && clause.Tokens.Any(t => t.IsTime)
        && clause.Tokens.All(t => t.IsTime || t.Kind == TokenKind.Dash || IsOfTime(t.Concept) || WordLists.Playing.Contains(clause.TextOf(t)));

    /// <summary>"only for the intro" after a message about the music.</summary>
    private static bool IsEdgeAlone(Clause clause, Reading reading) => reading.Focus == Subject.Music
        && reading.HasMusic
        && clause.Has(Concept.Only)
        && (clause.Tokens.Any(t => t.IsTime) || clause.Has(Concept.Begin, Concept.End))
        && clause.Tokens.All(t => t.IsTime || (IsOfTime(t.Concept) && t.Concept is not (Concept.Change or Concept.After or Concept.Keep)));

    private static bool IsOfTime(Concept concept) => concept is Concept.Only or Concept.Change or Concept.After or Concept.Keep or Concept.First
        or Concept.Last or Concept.Filler or Concept.It or Concept.From or Concept.To or Concept.For or Concept.At or Concept.Begin or Concept.End;

    private static bool IsMeant(Clause clause, Reading reading)
    {
        if (!reading.HasMusic || !StopsMusic(clause) || !clause.Tokens.Any(t => t.IsTime))
        {
            return false;
        }

        if (clause.HasFree(Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth))
        {
            return false;
        }

        if (clause.HasFree(Concept.Music))
        {
            return !clause.Has(Concept.Video, Concept.SilenceNoun);
        }

        // "cut the first 5 s" after a clause about the music cuts the video: only "it" and what stops are about the music.
        return reading.Focus == Subject.Music
            && !clause.Has(Concept.First, Concept.Last, Concept.Voice, Concept.Video)
            && !clause.HasFree(TokenKind.Dash)
            && !clause.HasFree(TokenKind.Quote)
            && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None && t.Concept is not Concept.To)
            && (clause.Has(Concept.It) || clause.Tokens.Any(t => WordLists.Stopping.Contains(clause.TextOf(t))));
    }

    /// <summary>"no music", "the music shouldn't play".</summary>
    private static bool StopsMusic(Clause clause) => clause.Has(Concept.Remove, Concept.Cut, Concept.Mute)
        || (clause.Has(Concept.Not) && clause.HasFree(Concept.Music) && clause.Tokens.Any(t => WordLists.Playing.Contains(clause.TextOf(t))));
}
