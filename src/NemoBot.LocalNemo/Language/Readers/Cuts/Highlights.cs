using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Cuts;

/// <summary>Reads a part that is named by what it is: the best one, the middle.</summary>
internal static partial class Highlights
{
    /// <summary>The chorus, the best part, a teaser of 30 seconds.</summary>
    public static void ReadBest(Clause clause, Reading reading)
    {
        if (reading.Edits.Any(e => e is KeepHighlight))
        {
            // "spotify canvas from the drop": the best part is kept already.
            clause.ClaimAll(Concept.Chorus, Concept.Teaser);
            return;
        }

        var teaser = clause.HasFree(Concept.Teaser);
        if (teaser && ReadTeaserFrom(clause, reading))
        {
            return;
        }

        if ((!teaser && !clause.HasFree(Concept.Chorus)) || IsOfAnotherThing(clause, reading, teaser) || NamesItsPlace(clause) || IsOnlyWhen(clause))
        {
            return;
        }

        if (StartsMusic(clause, reading))
        {
            // A song is played from its start, and the clip is not cut.
            clause.IsUnclear = true;
            return;
        }

        var length = clause.Take(TokenKind.Duration)?.Time ?? LengthAlone(reading);
        if (length is null && teaser && !clause.Has(Concept.Chorus))
        {
            length = TimeSpan.FromSeconds(30);
        }

        clause.ClaimAll(
            Concept.Chorus, Concept.Teaser, Concept.Keep, Concept.Cut, Concept.Trim, Concept.Voice, Concept.Music, Concept.Recording, Concept.Episode);
        clause.ClaimFrame();
        reading.Add(new KeepHighlight(length), Subject.Video);
    }

    /// <summary>"a 30 s teaser starting at 0:12".</summary>
    private static bool ReadTeaserFrom(Clause clause, Reading reading)
    {
        if (clause.Free(TokenKind.Duration).ToList() is not [var lasts]
            || clause.Free(TokenKind.Time).ToList() is not [var starts]
            || !clause.Has(Concept.From, Concept.At, Concept.Begin))
        {
            return false;
        }

        var (from, lasting) = (clause.Claim(starts).Time, clause.Claim(lasts).Time);
        clause.ClaimAll(Concept.Teaser, Concept.From, Concept.At, Concept.Begin);
        clause.ClaimFrame();
        reading.Add(new KeepRanges([new Span(from, from + lasting)]), Subject.Video);
        return true;
    }

    /// <summary>"lyrics only in the chorus", "the music louder at the drop".</summary>
    private static bool IsOfAnotherThing(Clause clause, Reading reading, bool teaser)
    {
        if (clause.Has(Concept.Remove))
        {
            return true;
        }

        var isOfText = clause.Has(Concept.Captions, Concept.Lyrics, Concept.Karaoke) && !(teaser && clause.HasFree(TokenKind.Duration));
        return isOfText || (reading.HasMusic && clause.Has(Concept.Music) && !clause.Has(Concept.Keep, Concept.Only, Concept.Video));
    }

    /// <summary>"the picture changes at the chorus": says when something happens, and nothing is to be left of the rest.</summary>
    private static bool IsOnlyWhen(Clause clause) => When().IsMatch(clause.Text)
        && !clause.HasFree(TokenKind.Duration)
        && !clause.Has(Concept.Teaser, Concept.Keep, Concept.Cut, Concept.Trim, Concept.Only, Concept.Video, Concept.From, Concept.Begin, Concept.End, Concept.SpotifyCanvas);

    [GeneratedRegex(@"\b(?:on|at|in|during|for|when|with|before|after|into) (?:the |every |each )?(?:\w+ )?(?:drop|chorus|hook|climax|refrain)\b|(?:副歌|高潮)(?:部分|那里|那段)?(?:的时候|时|来的时候|一?到)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex When();

    /// <summary>"teaser: the first 10 seconds": where the part is needs no search.</summary>
    private static bool NamesItsPlace(Clause clause) => clause.HasFree(Concept.First, Concept.Last)
        || clause.Tokens.Count(t => t.IsTime || t.Kind == TokenKind.Dash) > 1
        || (clause.HasFree(TokenKind.Duration) && clause.Tokens.Any(t => WordLists.Middles.Contains(clause.TextOf(t))));

    /// <summary>音乐从副歌开始, under a clip that came with a song.</summary>
    private static bool StartsMusic(Clause clause, Reading reading) => clause.Has(Concept.Music)
        && clause.Has(Concept.From, Concept.Begin)
        && reading.Situation.NewFiles.Any(f => f.Facts.HasVideo)
        && reading.Situation.NewFiles.Any(f => f.Facts.Kind == Core.Media.MediaKind.Audio);

    /// <summary>"30 seconds from the middle": as much before the middle of the time as after it.</summary>
    public static bool ReadMiddle(Clause clause, Reading reading)
    {
        var middle = Enumerable.Range(0, clause.Tokens.Count)
            .FirstOrDefault(i => !clause.IsClaimed(i) && WordLists.Middles.Contains(clause.TextOf(clause.Tokens[i])), -1);
        var total = reading.Project.Duration;
        if (middle < 0 || total <= TimeSpan.Zero || NamesMore(clause) || clause.Free(TokenKind.Duration).ToList() is not [var at])
        {
            return false;
        }

        if (!AsksForPart(clause) && !clause.TextOf(clause.Tokens[middle]).Contains('段'))
        {
            return false;
        }

        clause.Claim(middle);
        var length = clause.Claim(at).Time;
        var start = TimeSpan.FromMilliseconds(Math.Round(Math.Max(0, (total - length).TotalMilliseconds / 2)));
        var span = new Span(start, start + length);
        var removes = clause.Has(Concept.Cut, Concept.Remove) && !clause.Has(Concept.Keep, Concept.Only);
        clause.ClaimAll(
            Concept.From, Concept.Keep, Concept.Trim, Concept.Cut, Concept.Remove, Concept.Middle, Concept.Teaser, Concept.Shorts, Concept.Voice,
            Concept.Recording, Concept.Episode);
        clause.ClaimFrame();
        reading.Add(removes ? new CutRanges([span]) : new KeepRanges([span]), Subject.Video);
        return true;
    }

    /// <summary>"the title in the middle for 5 seconds", "the middle from 0:10 to 0:15".</summary>
    private static bool NamesMore(Clause clause) =>
        clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) != Subject.None || t.Kind is TokenKind.Time or TokenKind.Quote)
        || clause.HasFree(TokenKind.Dash)
        || clause.HasFree(TokenKind.Number);

    private static bool AsksForPart(Clause clause) => clause.Has(
        Concept.From, Concept.Keep, Concept.Trim, Concept.Cut, Concept.Remove, Concept.Video, Concept.Teaser, Concept.Reels, Concept.Only);

    /// <summary>"15 secs, the catchiest bit": a clause that is only a length says how much.</summary>
    private static TimeSpan? LengthAlone(Reading reading) => reading.Clauses.FirstOrDefault(IsLengthAlone)?.Take(TokenKind.Duration)?.Time;

    private static bool IsLengthAlone(Clause clause) => clause.HasFree(TokenKind.Duration)
        && clause.Tokens.All(t => t.Kind == TokenKind.Duration || t.Concept is Concept.Filler or Concept.For);
}
