using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Sounds;

/// <summary>Reads when music begins and ends, and how it fades.</summary>
internal static class MusicTiming
{
    private static readonly TimeSpan UsualFade = TimeSpan.FromSeconds(2);

    /// <summary>What is said about it; nothing is set where nothing is said.</summary>
    public static SetMusic Read(Clause clause)
    {
        var (fadeIn, fadeOut) = FadeLengths.Read(clause, UsualFade);
        if (fadeIn is null && fadeOut is { } sinks && FadesFrom(clause) is { } faded)
        {
            // "fade it out at 0:40" says when it begins to end.
            clause.ClaimAll(Concept.At, Concept.From, Concept.After, Concept.Before, Concept.End);
            clause.ClaimWords(WordLists.Approximate);
            return new SetMusic { End = clause.Claim(faded).Time + sinks, FadeOut = sinks };
        }

        if (StopsAt(clause) is { } at)
        {
            clause.ClaimAll(Concept.Remove, Concept.Cut, Concept.End, Concept.At, Concept.After);
            return new SetMusic { Length = clause.Claim(at).Time };
        }

        if (fadeOut is not null && clause.HasFree(Concept.Last, Concept.End) && clause.Free(TokenKind.Duration).ToList() is [var over])
        {
            // "fade the music out over the last 10 seconds".
            clause.ClaimAll(Concept.Last, Concept.End);
            return new SetMusic { FadeIn = fadeIn, FadeOut = clause.Claim(over).Time };
        }

        if (fadeIn is not null && clause.HasFree(Concept.First, Concept.Begin) && clause.Free(TokenKind.Duration).ToList() is [var rise])
        {
            clause.ClaimAll(Concept.First, Concept.Begin);
            return new SetMusic { FadeIn = clause.Claim(rise).Time, FadeOut = fadeOut };
        }

        var when = clause.HasFree(TokenKind.Duration) || clause.HasFree(TokenKind.Time) ? TimeReader.Read(clause) : null;
        var upTo = when is { From: { } from, To: { } to } ? to - from : when?.To;
        return new SetMusic { FadeIn = fadeIn, FadeOut = fadeOut, Start = when?.From, Length = when?.Length ?? upTo };
    }

    /// <summary>"out at 0:40", "out from 6 seconds on".</summary>
    private static int? FadesFrom(Clause clause) =>
        MomentOf(clause) is { } moment && !clause.Has(Concept.To)
        && (clause.Has(Concept.At, Concept.From, Concept.After) || (moment > 0 && WordLists.Approximate.Contains(clause.TextOf(clause.Tokens[moment - 1])))) ? moment : null;

    /// <summary>"stop the music at 0:45" says when it ends.</summary>
    private static int? StopsAt(Clause clause)
    {
        if (!clause.Has(Concept.Remove, Concept.Cut, Concept.End) || clause.Free(TokenKind.Time).Cast<int?>().FirstOrDefault() is not { } at)
        {
            return null;
        }

        var isMoment = clause.Has(Concept.At, Concept.After) && !clause.HasFree(TokenKind.Dash) && !clause.Has(Concept.From);
        return isMoment ? at : null;
    }

    /// <summary>The one moment of a clause: 0:40, or "at 6 seconds".</summary>
    private static int? MomentOf(Clause clause)
    {
        if (clause.Free(TokenKind.Time).ToList() is [var time])
        {
            return time;
        }

        var seconds = clause.Free(TokenKind.Duration).ToList() is [> 0 and var only] && !clause.HasFree(TokenKind.Time) ? only : 0;
        return seconds > 0 && clause.Tokens[seconds - 1].Concept == Concept.At ? seconds : null;
    }
}
