using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Cuts;

/// <summary>Reads a length that is said without a verb: how long the video is to be.</summary>
internal static class BareLengths
{
    private static readonly HashSet<string> Lengths = new(["length", "duration", "total", "total length", "lasting", "in total"], StringComparer.OrdinalIgnoreCase);

    /// <summary>"16:9, white circle, 10 seconds": a length among other wishes for a video that does not exist yet.</summary>
    public static bool ReadWish(Clause clause, Reading reading)
    {
        if (reading.Situation.Project is not null || reading.Clauses.Count < 2 || clause.Free(TokenKind.Duration).ToList() is not [var asked])
        {
            return false;
        }

        var isAlone = clause.Tokens.All(t => t.Kind == TokenKind.Duration || t.Concept is Concept.Filler or Concept.Only);
        if (!isAlone || IsOfAnotherThing(reading) || IsAboutPart(reading.Focus))
        {
            return false;
        }

        reading.Add(new KeepRanges([new Span(null, clause.Claim(asked).Time)]), Subject.Video);
        return true;
    }

    /// <summary>"start at 0:10, 20 seconds long": the clause before says from where.</summary>
    public static bool ReadAfterStart(Clause clause, Reading reading)
    {
        if (reading.Edits is not [.., KeepRanges { Parts: [{ From: { Ticks: > 0 } from, To: null }] }] || clause.Free(TokenKind.Duration).ToList() is not [var asked]
            || !clause.Tokens.All(t => t.Kind == TokenKind.Duration || t.Concept is Concept.Filler or Concept.Only or Concept.For || Lengths.Contains(clause.TextOf(t))))
        {
            return false;
        }

        reading.Add(new KeepRanges([new Span(from, from + clause.Tokens[asked].Time)]), Subject.Video);
        clause.ClaimEverything();
        return true;
    }

    /// <summary>45秒就收尾: a moment and the end, with nothing else that could end there.</summary>
    public static bool ReadStop(Clause clause, Reading reading)
    {
        if (clause.Free(TokenKind.Duration).ToList() is not [var at] || reading.Focus is Subject.Music or Subject.Title)
        {
            return false;
        }

        var stops = clause.Tokens.Skip(at + 1).Any(t => t.Concept == Concept.End && clause.TextOf(t) is "收尾" or "结束");
        if (!stops || !clause.Tokens.All(t => t.IsTime || MayStandBeside(t.Concept)))
        {
            return false;
        }

        reading.Add(new KeepRanges([new Span(null, clause.Tokens[at].Time)]), Subject.Video);
        clause.ClaimEverything();
        return true;
    }

    /// <summary>"shorter! 30 seconds max", "version for reels, 30 secs": the other clause says it, or what it is for.</summary>
    public static bool ReadBesideAnother(Clause clause, Reading reading)
    {
        if (OnlyTrims(clause) && reading.Clauses.Any(c => c != clause && c.Has(Concept.Trim, Concept.Keep) && c.Tokens.Any(t => t.IsTime)))
        {
            clause.ClaimEverything();
            return true;
        }

        if (!IsForPlatform(reading) || clause.Free(TokenKind.Duration).ToList() is not [var length])
        {
            return false;
        }

        var isAlone = clause.Tokens.All(t => t.Kind == TokenKind.Duration || t.Concept is Concept.Filler or Concept.Only or Concept.Trim);
        if (!isAlone || reading.Edits.Any(e => e is KeepRanges or KeepHighlight))
        {
            return false;
        }

        reading.Add(new KeepRanges([new Span(null, clause.Tokens[length].Time)]), Subject.Video);
        clause.ClaimEverything();
        return true;
    }

    private static bool MayStandBeside(Concept concept) =>
        concept is Concept.End or Concept.At or Concept.To or Concept.Filler or Concept.It or Concept.Video;

    private static bool OnlyTrims(Clause clause) =>
        clause.Tokens.All(t => t.Concept is Concept.Trim or Concept.Filler or Concept.It or Concept.Change) && clause.Has(Concept.Trim);

    private static bool IsForPlatform(Reading reading) => reading.Situation.HasMaterial && !IsAboutPart(reading.Focus)
        && reading.Says(Concept.Story, Concept.Reels, Concept.Shorts, Concept.TikTok);

    /// <summary>"loop it, 10 seconds", "fade out, 3 seconds".</summary>
    private static bool IsOfAnotherThing(Reading reading) => reading.Says(
        Concept.Chorus, Concept.Teaser, Concept.SpotifyCanvas, Concept.Loop, Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth, Concept.Each);

    private static bool IsAboutPart(Subject focus) => focus is Subject.Title or Subject.Music or Subject.Logo or Subject.Slides;
}
