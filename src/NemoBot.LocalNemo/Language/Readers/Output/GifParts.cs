using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Output;

/// <summary>Reads which part becomes a GIF: "the first 6 seconds", "5 seconds from 0:10", "the best moment".</summary>
internal static class GifParts
{
    private const int Reach = 4;

    private static readonly TimeSpan UsualHighlight = TimeSpan.FromSeconds(6);

    /// <summary>Reads and claims it; null if no part is named, or its times are those of a plain cut.</summary>
    public static Edit? Read(Clause clause)
    {
        if (clause.HasFree(Concept.Chorus, Concept.Teaser) && !clause.HasFree(TokenKind.Time) && !clause.HasFree(Concept.First, Concept.Last))
        {
            clause.ClaimAll(Concept.Chorus, Concept.Teaser);
            return new KeepHighlight(clause.Take(TokenKind.Duration)?.Time ?? UsualHighlight);
        }

        if (clause.Free(TokenKind.Duration).ToList() is not [var length] || Math.Abs(length - clause.IndexOf(Concept.Gif)) > Reach || clause.Has(Concept.End, Concept.Last))
        {
            return null;
        }

        if (clause.Free(TokenKind.Time).ToList() is [var starts] && clause.Has(Concept.From, Concept.At, Concept.Begin))
        {
            clause.ClaimAll(Concept.From, Concept.At, Concept.Begin);
            var from = clause.Claim(starts).Time;
            return new KeepRanges([new Span(from, from + clause.Claim(length).Time)]);
        }

        if (clause.HasFree(TokenKind.Time) || clause.Has(Concept.Begin, Concept.From))
        {
            return null;
        }

        clause.ClaimAll(Concept.First);
        return new KeepRanges([new Span(TimeSpan.Zero, clause.Claim(length).Time)]);
    }
}
