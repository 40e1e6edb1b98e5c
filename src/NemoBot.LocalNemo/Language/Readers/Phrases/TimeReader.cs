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
        var places = Places(clause);
        return ReadRange(clause, places) ?? ReadCounted(clause, places) ?? ReadPosition(clause, places) ?? ReadEdge(clause, places);
    }

    /// <summary>Reads and claims all ranges of a clause.</summary>
    public static IReadOnlyList<TimeExpression> ReadRanges(Clause clause)
    {
        var ranges = new List<TimeExpression>();
        while (ReadRange(clause, Places(clause)) is { } range)
        {
            ranges.Add(range);
        }

        return ranges;
    }

    /// <summary>Reads and claims what is counted from both ends: 5 s off the start and 3 off the end; the first and last 5 seconds.</summary>
    public static IReadOnlyList<TimeExpression> ReadEnds(Clause clause)
    {
        if (clause.Free(TokenKind.Duration).ToList() is [var only] && clause.HasFree(Concept.First, Concept.Begin) && clause.HasFree(Concept.Last, Concept.End)
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
        while (ReadCounted(clause, Places(clause)) is { } end)
        {
            ends.Add(end);
        }

        return ends;
    }

    private static TimeExpression[] Both(TimeSpan length) =>
        [new TimeExpression(TimeSpan.Zero, length, null) { IsCounted = true }, new TimeExpression(-length, null, null) { IsCounted = true, ReachesEnd = true }];

    private static List<int> Places(Clause clause)
    {
        List<int> places = [.. Enumerable.Range(0, clause.Tokens.Count).Where(i => !clause.IsClaimed(i) && clause.Tokens[i].Concept is not (Concept.Filler or Concept.Only or Concept.It))];
        // 从第4秒开始到12秒结束 has the range with a word inside and one behind.
        var inside = places.FindIndex(1 < places.Count ? 1 : places.Count, i => clause.Tokens[i].Concept == Concept.Begin && clause.Tokens[i].Length == 2 && clause.TextOf(clause.Tokens[i]) == "开始");
        if (inside > 0 && inside + 2 < places.Count && clause.Tokens[places[inside - 1]].IsTime && clause.Tokens[places[inside + 1]].Concept == Concept.To && clause.Tokens[places[inside + 2]].IsTime)
        {
            places.RemoveAt(inside);
        }

        return places;
    }

    private static Token? At(Clause clause, List<int> places, int at) => at >= 0 && at < places.Count ? clause.Tokens[places[at]] : null;

    private static void Claim(Clause clause, List<int> places, int first, int last)
    {
        for (var i = Math.Max(first, 0); i <= last && i < places.Count; i++)
        {
            clause.Claim(places[i]);
        }
    }

    /// <summary>从20秒剪到30秒, of a part that is named, not a length that is reached.</summary>
    public static bool IsCutTo(Clause clause, Token token) => clause.TextOf(token) is "剪到" or "裁到" or "截到" or "切到";

    /// <summary>From 0:10 to 1:30; between 5 and 10 s; 第10秒到第20秒; from the start to 0:30; from 0:10 to the end.</summary>
    private static TimeExpression? ReadRange(Clause clause, List<int> places)
    {
        for (var i = 0; i + 1 < places.Count; i++)
        {
            var (left, middle, right) = (At(clause, places, i)!, At(clause, places, i + 1)!, At(clause, places, i + 2));
            if (IsCutTo(clause, middle) && left.IsTime && right is not null && (right.Concept == Concept.End || (right.IsTime && right.Time > left.Time)) && At(clause, places, i - 1)?.Concept == Concept.From)
            {
                // 从20秒剪到30秒.
                Claim(clause, places, i - 1, i + 2);
                return new TimeExpression(left.Time, right.IsTime ? right.Time : null, null) { ReachesEnd = !right.IsTime };
            }

            if (left.IsTime && middle.Concept == Concept.End && ReachesTo(clause, middle))
            {
                Claim(clause, places, IsPreposition(At(clause, places, i - 1)) ? i - 1 : i, i + 1);
                return new TimeExpression(left.Time, null, null) { ReachesEnd = true };
            }

            // 5秒开始30秒结束.
            var ends = At(clause, places, i + 3);
            if (left.IsTime && middle.Concept == Concept.Begin && right is { IsTime: true } && right.Time > left.Time && ends is not null && (ends.Concept == Concept.End || WordLists.Stopping.Contains(clause.TextOf(ends))))
            {
                Claim(clause, places, IsPreposition(At(clause, places, i - 1)) ? i - 1 : i, i + 3);
                return new TimeExpression(left.Time, right.Time, null);
            }

            var joined = middle.Concept == Concept.To || middle.Kind == TokenKind.Dash
                || (middle.Concept == Concept.And && At(clause, places, i - 1) is { Concept: Concept.From } opening && !clause.TextOf(opening).Equals("from", StringComparison.OrdinalIgnoreCase));
            if (AreSeconds(clause) && left.Kind == TokenKind.Number && right?.Kind == TokenKind.Number)
            {
                (left, right) = (AsSeconds(left), AsSeconds(right));
            }

            if (!joined || right is null || Start(left, right) is not { } from || !IsEnd(right, left, out var to) || to <= from)
            {
                continue;
            }

            Claim(clause, places, IsPreposition(At(clause, places, i - 1)) ? i - 1 : i, i + 2);
            return new TimeExpression(from, to, null) { ReachesEnd = to is null };
        }

        return null;
    }

    /// <summary>"seconds 10 through 25".</summary>
    public static bool AreSeconds(Clause clause) => clause.Free(TokenKind.Number).Skip(1).Any() && (clause.Tokens.Any(t => clause.TextOf(t).ToLowerInvariant() is "seconds" or "secs" or "second" or "sec") || IsPlainCut(clause))
        && (clause.Has(Concept.To, Concept.And) || clause.HasFree(TokenKind.Dash));

    /// <summary>"chop out 10 to 12": numbers of a cut that names nothing else are seconds.</summary>
    private static bool IsPlainCut(Clause clause) => clause.Has(Concept.Cut, Concept.Keep)
        && clause.Tokens.All(t => t.Kind is TokenKind.Number or TokenKind.Dash || t.Concept is Concept.Cut or Concept.Keep or Concept.To or Concept.From or Concept.And or Concept.Filler or Concept.Only);

    private static Token AsSeconds(Token number) => number with { Kind = TokenKind.Time, Time = TimeSpan.FromSeconds(number.Value) };

    private static bool ReachesTo(Clause clause, Token end) =>
        clause.TextOf(end) is var words && (words.StartsWith("until", StringComparison.OrdinalIgnoreCase) || words.StartsWith("till", StringComparison.OrdinalIgnoreCase)
            || words.StartsWith("to ", StringComparison.OrdinalIgnoreCase) || words[0] is '到' or '直');

    private static bool IsPreposition(Token? token) => token?.Concept is Concept.From or Concept.At or Concept.For;

    private static TimeSpan? Start(Token token, Token other) => token switch
    {
        { IsTime: true } => token.Time,
        { Kind: TokenKind.Number or TokenKind.Ordinal } when other.IsTime => TimeSpan.FromSeconds(token.Value),
        { Concept: Concept.Begin or Concept.First } => TimeSpan.Zero,
        _ => null,
    };

    private static bool IsEnd(Token token, Token other, out TimeSpan? end)
    {
        end = token switch
        {
            { IsTime: true } => token.Time,
            { Kind: TokenKind.Number } when other.IsTime => TimeSpan.FromSeconds(token.Value),
            _ => null,
        };
        return end is not null || token.Concept is Concept.End or Concept.Last;
    }

    /// <summary>The first 30 seconds; 最后10秒; 5 seconds from the end.</summary>
    private static TimeExpression? ReadCounted(Clause clause, List<int> places)
    {
        for (var i = 0; i < places.Count; i++)
        {
            if (At(clause, places, i) is not { Kind: TokenKind.Duration } length)
            {
                continue;
            }

            // 开头剪掉3秒: the verb comes between the edge and the length.
            var between = At(clause, places, i - 1)?.Concept is Concept.Cut or Concept.Remove or Concept.Trim && At(clause, places, i - 2)?.Concept is Concept.Begin or Concept.End or Concept.First or Concept.Last
                && At(clause, places, i + 1)?.Concept is not (Concept.From or Concept.At or Concept.Begin or Concept.End);
            var before = At(clause, places, between ? i - 2 : i - 1)?.Concept;
            var after = At(clause, places, i + 1)?.Concept;
            // "for 5 seconds at the start".
            var lasting = before == Concept.For && after is Concept.Begin or Concept.End;
            var edge = after is Concept.From or Concept.At ? At(clause, places, i + 2)?.Concept : null;
            var (first, last) = before is Concept.First or Concept.Begin or Concept.Last or Concept.End ? (between ? i - 2 : i - 1, i)
                : edge is Concept.Begin or Concept.End or Concept.First or Concept.Last ? (i, i + 2)
                : lasting ? (i - 1, i + 1)
                : after is Concept.End or Concept.Begin && before is not (Concept.From or Concept.After or Concept.At) && clause.Has(Concept.Cut, Concept.Trim, Concept.Remove) ? (i, i + 1)
                : (-1, -1);
            if (first >= 0)
            {
                var atEnd = before is Concept.Last or Concept.End || (before is not (Concept.First or Concept.Begin) && (edge ?? after) is Concept.End or Concept.Last);
                Claim(clause, places, first, last);
                return atEnd
                    ? new TimeExpression(-length.Time, null, null) { IsCounted = true, ReachesEnd = true }
                    : new TimeExpression(TimeSpan.Zero, length.Time, null) { IsCounted = true };
            }
        }

        return null;
    }

    /// <summary>At 0:10, after 5 s, 5秒后, until 0:20, for 3 seconds; several of them together.</summary>
    private static TimeExpression? ReadPosition(Clause clause, List<int> places)
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
            if (after is Concept.Before or Concept.First || before is Concept.To or Concept.Before || (before == Concept.At && from < time.Time && to is null && !clause.Has(Concept.Cut)))
            {
                // "in at 0:04 and out at 0:09": the second moment is the end.
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

        if (from is null && length is { } atEnd && clause.ClaimAll(Concept.End, Concept.Last))
        {
            return new TimeExpression(-atEnd, null, null) { ReachesEnd = true };
        }

        var found = from is not null || to is not null || length is not null;
        if (found)
        {
            clause.ClaimAll(Concept.Begin);
        }

        var reaches = found && to is null && from is not null && clause.ClaimAll(Concept.End);
        return found ? new TimeExpression(from, to, length) { ReachesEnd = reaches } : null;
    }

    private static TimeExpression? ReadEdge(Clause clause, List<int> places)
    {
        foreach (var place in places)
        {
            if (clause.Tokens[place].Concept is Concept.End or Concept.Begin)
            {
                return clause.Claim(place).Concept == Concept.End
                    ? new TimeExpression(-TimeExpression.UsualAtEnd, null, null) { ReachesEnd = true }
                    : new TimeExpression(TimeSpan.Zero, Intro, null);
            }
        }

        return null;
    }
}
