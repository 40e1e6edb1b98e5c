using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Reads how and when a title is to be shown.</summary>
internal static class TitleLookReader
{
    private static readonly TimeSpan UsualFade = TimeSpan.FromSeconds(1);

    /// <summary>Reads and claims it between two tokens of a clause.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="first">The first token.</param>
    /// <param name="last">The token after the last one.</param>
    /// <param name="now">Where the title is now, for "higher" and "lower".</param>
    public static TitleLook Read(Clause clause, int first, int last, VerticalPlace now)
    {
        var whole = first == 0 && last == clause.Tokens.Count;
        var (fadeIn, fadeOut) = whole ? FadeLengths.Read(clause, UsualFade) : (null, null);
        ClaimPlaceOfPlate(clause, first, last);

        var look = new TitleLook { FadeIn = fadeIn, FadeOut = fadeOut };
        for (var i = first; i < last; i++)
        {
            if (!clause.IsClaimed(i) && clause.OwnerOf(i) is Subject.Title or Subject.None)
            {
                look = TitleLookWords.Read(clause, i, look, now);
            }
        }

        if (look.Scale is not null && (clause.Has(Concept.Double, Concept.Half) || clause.Tokens.Any(t => t.Kind == TokenKind.Factor)))
        {
            // "twice as big": the word for big says only what is multiplied.
            look = look with { Size = null };
        }

        return whole ? WithTimes(clause, look) : look;
    }

    /// <summary>标题底下加个黑底: where the box is, not the title.</summary>
    private static void ClaimPlaceOfPlate(Clause clause, int first, int last)
    {
        for (var i = first; i + 1 < last && clause.Has(Concept.Plate); i++)
        {
            if (clause.Tokens[i].Concept is Concept.Bottom or Concept.Under
                && clause.Tokens.Skip(i + 1).FirstOrDefault(t => t.Concept != Concept.Filler)?.Concept is Concept.Add or Concept.Plate)
            {
                clause.Claim(i);
            }
        }
    }

    private static TitleLook WithTimes(Clause clause, TitleLook look)
    {
        if (look.FadeIn is { } rises && BothEnds(clause) is var (appears, goes))
        {
            // "fade in at 2 s and out at 9 s": both ends of its time.
            return look with { From = clause.Claim(appears).Time, To = clause.Claim(goes).Time, FadeOut = look.FadeOut ?? rises };
        }

        if (look.FadeIn is null != look.FadeOut is null && LengthAtEdge(clause) is { } over)
        {
            // "fade the title in over the first 3 seconds": how long the fade takes.
            clause.ClaimAll(Concept.First, Concept.Begin, Concept.Last, Concept.End);
            var length = clause.Claim(over).Time;
            return look.FadeIn is null ? look with { FadeOut = length } : look with { FadeIn = length };
        }

        if (clause.IsLater && !clause.HasTime && clause.FreeIndexOf(Concept.End) is >= 0 and var end && TimeRanges.ReachesTo(clause, clause.Tokens[end]))
        {
            // "…, then 'Host: Ben' until the end": when it goes, not when it comes.
            clause.Claim(end);
            return look;
        }

        if (TimeReader.Read(clause) is not { } when)
        {
            return look;
        }

        // "fade it out at 10 seconds" says when it ends.
        var isEnd = look is { FadeOut: not null, FadeIn: null } && when is { From: not null, To: null, Length: null, ReachesEnd: false } && FadesUntil(clause);
        return isEnd ? look with { To = when.From } : look with { From = when.From, To = when.To, Length = when.Length };
    }

    /// <summary>The places of the only two times of a clause, if "at" stands before both.</summary>
    private static (int Appears, int Goes)? BothEnds(Clause clause)
    {
        bool IsMoment(int i) => i > 0 && clause.Tokens[i - 1].Concept == Concept.At;
        var times = clause.Free(TokenKind.Time).Concat(clause.Free(TokenKind.Duration)).Order().ToList();
        return times is [var appears, var goes] && times.TrueForAll(IsMoment) ? (appears, goes) : null;
    }

    /// <summary>The place of the only length of time, if it is that of the beginning or the end.</summary>
    private static int? LengthAtEdge(Clause clause) => clause.HasFree(Concept.First, Concept.Begin, Concept.Last, Concept.End)
        && clause.Free(TokenKind.Duration).ToList() is [var over] && !clause.Tokens.Any(t => t.Kind == TokenKind.Time) ? over : null;

    private static bool FadesUntil(Clause clause) => FadesAfterMoment(clause) || (clause.IndexOf(Concept.FadeOut, Concept.FadeBoth) is >= 0 and var fade
        && clause.Has(Concept.At, Concept.After) && clause.Tokens.Index().First(t => t.Item.IsTime).Index > fade);

    /// <summary>8秒时淡出.</summary>
    private static bool FadesAfterMoment(Clause clause) => clause.IndexOf(Concept.FadeOut) is > 0 and var fade
        && clause.Tokens.Take(fade).Any(t => t.Kind == TokenKind.Time && clause.TextOf(t)[^1] >= 0x2E80);

    /// <summary>A word for going away by itself, as opposed to being taken away.</summary>
    public static bool Disappears(Clause clause) => clause.Tokens.Any(t => t.Concept == Concept.Remove
        && clause.TextOf(t).ToLowerInvariant() is "消失" or "不见" or "disappear" or "disappears" or "vanish" or "be gone");
}
