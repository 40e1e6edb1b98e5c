namespace NemoBot.LocalNemo.Language;

/// <summary>Reads when something is to be: ranges, positions, lengths.</summary>
internal static class WhenReader
{
    private static readonly TimeSpan Intro = TimeSpan.FromSeconds(5);

    /// <summary>Reads and claims it; null if nothing is said.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="total">Length of the timeline, for what is counted from the end.</param>
    public static When? Read(Clause clause, TimeSpan total)
    {
        List<int> places = [.. Enumerable.Range(0, clause.Tokens.Count).Where(i => !clause.IsClaimed(i) && clause.Tokens[i].Concept != Concept.Filler)];
        return ReadRange(clause, places, total) ?? ReadCounted(clause, places, total) ?? ReadPosition(clause, places) ?? ReadEdge(clause, places);
    }

    private static Token? At(Clause clause, List<int> places, int at) => at >= 0 && at < places.Count ? clause.Tokens[places[at]] : null;

    private static void Claim(Clause clause, List<int> places, int first, int last)
    {
        for (var i = Math.Max(first, 0); i <= last && i < places.Count; i++)
        {
            clause.Claim(places[i]);
        }
    }

    /// <summary>From 0:10 to 1:30; between 5 and 10 s; 第10秒到第20秒; from the start to 0:30; from 0:10 to the end.</summary>
    private static When? ReadRange(Clause clause, List<int> places, TimeSpan total)
    {
        for (var i = 0; i + 2 < places.Count; i++)
        {
            var (left, middle, right) = (At(clause, places, i)!, At(clause, places, i + 1)!, At(clause, places, i + 2)!);
            var joined = middle.Concept == Concept.To || middle.Kind == TokenKind.Dash
                || (middle.Concept == Concept.And && At(clause, places, i - 1)?.Concept == Concept.From);
            if (!joined || Position(left, right, TimeSpan.Zero) is not { } from || Position(right, left, total) is not { } to || to <= from)
            {
                continue;
            }

            Claim(clause, places, At(clause, places, i - 1)?.Concept is Concept.From or Concept.At or Concept.For ? i - 1 : i, i + 2);
            return new When(from, to, null, false);
        }

        return null;
    }

    private static TimeSpan? Position(Token token, Token other, TimeSpan edge) => token switch
    {
        { IsTime: true } => token.Time,
        { Kind: TokenKind.Number } when other.IsTime => TimeSpan.FromSeconds(token.Value),
        { Concept: Concept.Begin or Concept.First } when edge == TimeSpan.Zero => TimeSpan.Zero,
        { Concept: Concept.End or Concept.Last } when edge > TimeSpan.Zero => edge,
        _ => null,
    };

    /// <summary>The first 30 seconds; 最后10秒; 5 seconds from the end.</summary>
    private static When? ReadCounted(Clause clause, List<int> places, TimeSpan total)
    {
        for (var i = 0; i < places.Count; i++)
        {
            if (At(clause, places, i) is not { Kind: TokenKind.Duration } length)
            {
                continue;
            }

            var before = At(clause, places, i - 1)?.Concept;
            var after = At(clause, places, i + 1)?.Concept;
            if (before is Concept.First or Concept.Begin)
            {
                Claim(clause, places, i - 1, i);
                return new When(TimeSpan.Zero, length.Time, null, false);
            }

            if (before is Concept.Last or Concept.End)
            {
                Claim(clause, places, i - 1, i);
                return new When(total > length.Time ? total - length.Time : TimeSpan.Zero, total, null, false);
            }

            if (after is Concept.End && clause.Has(Concept.Cut, Concept.Trim, Concept.Remove))
            {
                Claim(clause, places, i, i + 1);
                return new When(total > length.Time ? total - length.Time : TimeSpan.Zero, total, null, false);
            }

            if (after is Concept.From or Concept.At && At(clause, places, i + 2)?.Concept is Concept.Begin or Concept.End or Concept.First or Concept.Last)
            {
                var atEnd = At(clause, places, i + 2)!.Concept is Concept.End or Concept.Last;
                Claim(clause, places, i, i + 2);
                return atEnd ? new When(total > length.Time ? total - length.Time : TimeSpan.Zero, total, null, false)
                    : new When(TimeSpan.Zero, length.Time, null, false);
            }
        }

        return null;
    }

    /// <summary>At 0:10, after 5 s, 5秒后, until 0:20, for 3 seconds; several of them together.</summary>
    private static When? ReadPosition(Clause clause, List<int> places)
    {
        TimeSpan? from = null, to = null, length = null;
        for (var i = 0; i < places.Count; i++)
        {
            if (At(clause, places, i) is not { IsTime: true } time)
            {
                continue;
            }

            var before = At(clause, places, i - 1)?.Concept ?? Concept.None;
            var after = At(clause, places, i + 1)?.Concept ?? Concept.None;
            if (after is Concept.Before or Concept.First || before is Concept.To or Concept.Before)
            {
                to = time.Time;
            }
            else if (before is Concept.From or Concept.At or Concept.After || after is Concept.After or Concept.Last or Concept.Begin || time.Kind == TokenKind.Time)
            {
                from = time.Time;
            }
            else
            {
                length = time.Time;
            }

            var takesBefore = before is Concept.To or Concept.Before or Concept.From or Concept.At or Concept.After or Concept.For;
            var takesAfter = after is Concept.Before or Concept.First or Concept.After or Concept.Last or Concept.Begin;
            Claim(clause, places, takesBefore ? i - 1 : i, takesAfter ? i + 1 : i);
        }

        var edge = from is null && clause.Has(Concept.End, Concept.Last) && length is not null && clause.ClaimAll(Concept.End, Concept.Last);
        clause.ClaimAll(Concept.Begin);
        return from is null && to is null && length is null ? null : new When(from, to, length, edge);
    }

    private static When? ReadEdge(Clause clause, List<int> places)
    {
        foreach (var place in places)
        {
            if (clause.Tokens[place].Concept is Concept.End or Concept.Begin)
            {
                var atEnd = clause.Claim(place).Concept == Concept.End;
                return atEnd ? new When(null, null, null, true) : new When(TimeSpan.Zero, Intro, null, false);
            }
        }

        return null;
    }
}
