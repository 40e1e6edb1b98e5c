using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Phrases;

/// <summary>Reads when something is to be: ranges, positions, lengths.</summary>
internal static class TimeReader
{
    private static readonly TimeSpan Intro = TimeSpan.FromSeconds(5);

    /// <summary>Reads and claims it; null if nothing is said.</summary>
    public static TimeExpression? Read(Clause clause)
    {
        var places = new FreePlaces(clause);
        return TimeRanges.ReadOne(clause, places) ?? ReadCounted(clause, places) ?? ReadPosition(clause, places) ?? ReadEdge(clause, places);
    }

    /// <summary>Reads and claims all ranges of a clause.</summary>
    public static IReadOnlyList<TimeExpression> ReadRanges(Clause clause)
    {
        var ranges = new List<TimeExpression>();
        while (TimeRanges.ReadOne(clause, new FreePlaces(clause)) is { } range)
        {
            ranges.Add(range);
        }

        return ranges;
    }

    /// <summary>Reads and claims what is counted from both ends: 5 s off the start and 3 off the end; the first and last 5 seconds.</summary>
    public static IReadOnlyList<TimeExpression> ReadEnds(Clause clause)
    {
        var namesBoth = clause.HasFree(Concept.First, Concept.Begin) && clause.HasFree(Concept.Last, Concept.End);
        if (namesBoth && clause.Free(TokenKind.Duration).ToList() is [var only]
            && clause.Has(Concept.And, Concept.Each, Concept.AllOf) && !clause.Has(Concept.From, Concept.After, Concept.At))
        {
            clause.ClaimAll(Concept.First, Concept.Begin, Concept.Last, Concept.End, Concept.And, Concept.Each, Concept.AllOf);
            return Both(clause.Claim(only).Time);
        }

        if (clause.HasFree(Concept.BothEnds) && clause.Take(TokenKind.Duration) is { } each)
        {
            clause.ClaimAll(Concept.BothEnds, Concept.Each);
            return Both(each.Time);
        }

        var ends = new List<TimeExpression>();
        while (ReadCounted(clause, new FreePlaces(clause)) is { } end)
        {
            ends.Add(end);
        }

        return ends;
    }

    private static TimeExpression[] Both(TimeSpan length) =>
        [new TimeExpression(TimeSpan.Zero, length, null) { IsCounted = true }, new TimeExpression(-length, null, null) { IsCounted = true, ReachesEnd = true }];

    /// <summary>The first 30 seconds; 最后10秒; 5 seconds from the end.</summary>
    private static TimeExpression? ReadCounted(Clause clause, FreePlaces places)
    {
        for (var i = 0; i < places.Count; i++)
        {
            if (places.At(i) is { Kind: TokenKind.Duration } length && CountedFrom(clause, places, i) is var (first, last, edge))
            {
                var isBeyond = first < i && places.ConceptAt(first - 1) is Concept.After or Concept.Before;
                places.Claim(isBeyond ? first - 1 : first, last);
                if (isBeyond)
                {
                    return Beyond(places.ConceptAt(first - 1), edge is Concept.Last or Concept.End ? -length.Time : length.Time);
                }

                return edge is Concept.Last or Concept.End
                    ? new TimeExpression(-length.Time, null, null) { IsCounted = true, ReachesEnd = true }
                    : new TimeExpression(TimeSpan.Zero, length.Time, null) { IsCounted = true };
            }
        }

        return null;
    }

    /// <summary>"after the first minute", "before the last 10 seconds".</summary>
    private static TimeExpression Beyond(Concept preposition, TimeSpan moment) =>
        preposition == Concept.After ? new TimeExpression(moment, null, null) { ReachesEnd = true } : new TimeExpression(null, moment, null);

    /// <summary>The words that say from which edge a length is counted; null if none do.</summary>
    private static (int First, int Last, Concept Edge)? CountedFrom(Clause clause, FreePlaces places, int at)
    {
        var start = IsBehindVerb(places, at) ? at - 2 : at - 1;
        var (before, after, edge) = (places.ConceptAt(start), places.ConceptAt(at + 1), places.ConceptAt(at + 2));
        if (IsEdge(before))
        {
            return (start, at, before);
        }

        // "5 seconds from the end".
        if (after is Concept.From or Concept.At && IsEdge(edge))
        {
            return (at, at + 2, edge);
        }

        if (after is not (Concept.Begin or Concept.End))
        {
            return null;
        }

        // "for 5 seconds at the start".
        if (before == Concept.For)
        {
            return (at - 1, at + 1, after);
        }

        var isTakenOff = before is not (Concept.From or Concept.After or Concept.At) && clause.Has(Concept.Cut, Concept.Trim, Concept.Remove);
        return isTakenOff ? (at, at + 1, after) : null;
    }

    /// <summary>开头剪掉3秒: the verb comes between the edge and the length.</summary>
    private static bool IsBehindVerb(FreePlaces places, int at) => places.ConceptAt(at - 1) is Concept.Cut or Concept.Remove or Concept.Trim
        && IsEdge(places.ConceptAt(at - 2))
        && places.ConceptAt(at + 1) is not (Concept.From or Concept.At or Concept.Begin or Concept.End);

    private static bool IsEdge(Concept concept) => concept is Concept.First or Concept.Begin or Concept.Last or Concept.End;

    /// <summary>At 0:10, after 5 s, 5秒后, until 0:20, for 3 seconds; several of them together.</summary>
    private static TimeExpression? ReadPosition(Clause clause, FreePlaces places)
    {
        var said = new TimeExpression(null, null, null);
        var taken = -1;
        for (var i = 0; i < places.Count; i++)
        {
            if (places.At(i) is not { IsTime: true } time)
            {
                continue;
            }

            // 从第10秒起的20秒: 起 belongs to the first.
            var (before, after) = (taken == i - 1 ? Concept.None : places.ConceptAt(i - 1), places.ConceptAt(i + 1));
            said = With(said, time, before, after, cuts: clause.Has(Concept.Cut));
            var takesBefore = before is Concept.To or Concept.Before or Concept.From or Concept.At or Concept.After or Concept.For;
            var takesAfter = after is Concept.Before or Concept.First or Concept.After or Concept.Last or Concept.Begin;
            taken = takesAfter ? i + 1 : i;
            places.Claim(takesBefore ? i - 1 : i, taken);
        }

        if (said is { From: null, Length: { } atEnd } && clause.ClaimAll(Concept.End, Concept.Last))
        {
            return new TimeExpression(-atEnd, null, null) { ReachesEnd = true };
        }

        if (said is { From: null, To: null, Length: null })
        {
            return null;
        }

        clause.ClaimAll(Concept.Begin);
        return said with { ReachesEnd = said is { From: not null, To: null } && clause.ClaimAll(Concept.End) };
    }

    /// <summary>What was said with one more time, which the words beside it make a beginning, an end or a length.</summary>
    private static TimeExpression With(TimeExpression said, Token time, Concept before, Concept after, bool cuts)
    {
        // "in at 0:04 and out at 0:09": the second moment is the end.
        var isSecond = before == Concept.At && said.From < time.Time && said.To is null && !cuts;
        return isSecond || after is Concept.Before or Concept.First || before is Concept.To or Concept.Before ? said with { To = time.Time }
            : IsStart(before, after) || time.Kind == TokenKind.Time ? said with { From = time.Time }
            : said with { Length = time.Time };
    }

    /// <summary>"after 5 s", 5秒后.</summary>
    private static bool IsStart(Concept before, Concept after) =>
        before is Concept.From or Concept.At or Concept.After || after is Concept.After or Concept.Last or Concept.Begin;

    private static TimeExpression? ReadEdge(Clause clause, FreePlaces places)
    {
        for (var i = 0; i < places.Count; i++)
        {
            if (places.ConceptAt(i) is Concept.End or Concept.Begin)
            {
                places.Claim(i, i);
                return places.ConceptAt(i) == Concept.End
                    ? new TimeExpression(-TimeExpression.UsualAtEnd, null, null) { ReachesEnd = true }
                    : new TimeExpression(TimeSpan.Zero, Intro, null);
            }
        }

        return null;
    }
}
