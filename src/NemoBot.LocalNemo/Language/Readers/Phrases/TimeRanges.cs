using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Phrases;

/// <summary>Reads from when to when: from 0:10 to 1:30; between 5 and 10 s; 第10秒到第20秒; from the start to 0:30; from 0:10 to the end.</summary>
internal static class TimeRanges
{
    /// <summary>Reads and claims the first range; null if there is none.</summary>
    public static TimeExpression? ReadOne(Clause clause, FreePlaces places)
    {
        for (var i = 0; i + 1 < places.Count; i++)
        {
            var range = ReadCutTo(clause, places, i) ?? ReadUntilEnd(clause, places, i)
                ?? ReadStopping(clause, places, i) ?? ReadJoined(clause, places, i);
            if (range is not null)
            {
                return range;
            }
        }

        return null;
    }

    /// <summary>从20秒剪到30秒, of a part that is named, not a length that is reached.</summary>
    public static bool IsCutTo(Clause clause, Token token) => clause.TextOf(token) is "剪到" or "裁到" or "截到" or "切到";

    /// <summary>"seconds 10 through 25".</summary>
    public static bool AreSeconds(Clause clause) => clause.Free(TokenKind.Number).Skip(1).Any()
        && (clause.Tokens.Any(t => clause.TextOf(t).ToLowerInvariant() is "seconds" or "secs" or "second" or "sec") || IsPlainCut(clause))
        && (clause.Has(Concept.To, Concept.And) || clause.HasFree(TokenKind.Dash));

    /// <summary>"chop out 10 to 12": numbers of a cut that names nothing else are seconds.</summary>
    private static bool IsPlainCut(Clause clause) => clause.Has(Concept.Cut, Concept.Keep)
        && clause.Tokens.All(t => t.Kind is TokenKind.Number or TokenKind.Dash
            || t.Concept is Concept.Cut or Concept.Keep or Concept.To or Concept.From or Concept.And or Concept.Filler or Concept.Only);

    /// <summary>从20秒剪到30秒, 从20秒剪到结尾.</summary>
    private static TimeExpression? ReadCutTo(Clause clause, FreePlaces places, int at)
    {
        if (places.At(at) is not { IsTime: true } left || !IsCutTo(clause, places.At(at + 1)!) || places.ConceptAt(at - 1) != Concept.From
            || places.At(at + 2) is not { } right || !(right.Concept == Concept.End || (right.IsTime && right.Time > left.Time)))
        {
            return null;
        }

        places.Claim(at - 1, at + 2);
        return new TimeExpression(left.Time, right.IsTime ? right.Time : null, null) { ReachesEnd = !right.IsTime };
    }

    /// <summary>"0:10 until the end".</summary>
    private static TimeExpression? ReadUntilEnd(Clause clause, FreePlaces places, int at)
    {
        if (places.At(at) is not { IsTime: true } left || places.At(at + 1) is not { Concept: Concept.End } end || !ReachesTo(clause, end))
        {
            return null;
        }

        places.Claim(FirstOf(places, at), at + 1);
        return new TimeExpression(left.Time, null, null) { ReachesEnd = true };
    }

    /// <summary>5秒开始30秒结束.</summary>
    private static TimeExpression? ReadStopping(Clause clause, FreePlaces places, int at)
    {
        if (places.At(at) is not { IsTime: true } left || places.ConceptAt(at + 1) != Concept.Begin
            || places.At(at + 2) is not { IsTime: true } right || right.Time <= left.Time
            || places.At(at + 3) is not { } end || !(end.Concept == Concept.End || WordLists.Stopping.Contains(clause.TextOf(end))))
        {
            return null;
        }

        places.Claim(FirstOf(places, at), at + 3);
        return new TimeExpression(left.Time, right.Time, null);
    }

    /// <summary>"from 0:10 to 1:30", "between 5 and 10 s".</summary>
    private static TimeExpression? ReadJoined(Clause clause, FreePlaces places, int at)
    {
        if (places.At(at) is not { } left || places.At(at + 2) is not { } right || !IsJoined(clause, places, at))
        {
            return null;
        }

        if (left.Kind == TokenKind.Number && right.Kind == TokenKind.Number && AreSeconds(clause))
        {
            (left, right) = (AsSeconds(left), AsSeconds(right));
        }

        if (Start(left, right) is not { } from || !IsEnd(right, left, out var to) || to <= from)
        {
            return null;
        }

        places.Claim(FirstOf(places, at), at + 2);
        return new TimeExpression(from, to, null) { ReachesEnd = to is null };
    }

    private static bool IsJoined(Clause clause, FreePlaces places, int at)
    {
        var middle = places.At(at + 1)!;
        var isBetween = middle.Concept == Concept.And && places.At(at - 1) is { Concept: Concept.From } opening
            && !clause.TextOf(opening).Equals("from", StringComparison.OrdinalIgnoreCase);
        return isBetween || middle.Concept == Concept.To || middle.Kind == TokenKind.Dash;
    }

    private static Token AsSeconds(Token number) => number with { Kind = TokenKind.Time, Time = TimeSpan.FromSeconds(number.Value) };

    /// <summary>"until the end", as opposed to "at the end".</summary>
    public static bool ReachesTo(Clause clause, Token end)
    {
        var words = clause.TextOf(end);
        return words[0] is '到' or '直' || words.StartsWith("to ", StringComparison.OrdinalIgnoreCase)
            || words.StartsWith("until", StringComparison.OrdinalIgnoreCase) || words.StartsWith("till", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Where a range begins: with the preposition before its first time.</summary>
    private static int FirstOf(FreePlaces places, int at) => places.ConceptAt(at - 1) is Concept.From or Concept.At or Concept.For ? at - 1 : at;

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
}
