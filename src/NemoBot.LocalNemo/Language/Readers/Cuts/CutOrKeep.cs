using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Cuts;

/// <summary>Decides whether the part that a clause names is kept or cut.</summary>
internal static class CutOrKeep
{
    /// <summary>The edit that a clause with these times asks for.</summary>
    public static Edit Choose(Clause clause, IReadOnlyList<TimeExpression> ranges)
    {
        var only = ranges[0];
        if (Special(clause, ranges) is { } special)
        {
            return special;
        }

        var cuts = (clause.Has(Concept.Cut, Concept.Remove, Concept.Useless) && !clause.Has(Concept.Keep)) || IsSaidToBe(clause);
        if (ranges.Count == 1 && only.Length is { } length)
        {
            // "cut the 3 seconds from 0:22" takes them out, "cut 30 seconds" alone is a piece of that length.
            var part = new Span(only.From, (only.From ?? TimeSpan.Zero) + length);
            return cuts && only.From is not null && !TrimWords.TakeOut(clause) ? new CutRanges([part]) : new KeepRanges([part]);
        }

        var trims = clause.Has(Concept.Trim) && !clause.Has(Concept.Keep);
        // "cut to 0:30" keeps what is before it; "cut after 0:30" drops what follows.
        // 到第12秒为止剪掉: the verb comes after what it takes away.
        var onlyTo = only is { From: null, To: not null } && !clause.Has(Concept.Before) && !TakesWhatIsBefore(clause);
        var ends = ranges.Count == 2 && ranges.All(r => r.IsCounted) && !clause.Has(Concept.Keep);
        // "cut my clip to the first 8 seconds" keeps them.
        var keepsEdge = only.IsCounted && LeadsToEdge(clause);
        var removes = (cuts && !onlyTo && !keepsEdge) || (trims && only.IsCounted && !keepsEdge) || ends;
        List<Span> spans = [.. ranges.Select(r => r.Span)];
        return removes ? new CutRanges(spans) : new KeepRanges(spans);
    }

    /// <summary>"the first 2 seconds are black": what is told of a part is what is wrong with it.</summary>
    private static bool IsSaidToBe(Clause clause) =>
        !clause.Tokens.Any(t => Verbs.IsVerb(t.Concept) || t.Concept is Concept.Only)
        && clause.Tokens.ToList().FindLastIndex(t => t.IsTime) is >= 0 and var time
        && clause.Tokens.ElementAtOrDefault(time + 1) is { } next
        && clause.TextOf(next).ToLowerInvariant() is "is" or "are" or "was" or "were";

    /// <summary>Times that are not simply those of the part that is kept or cut.</summary>
    private static Edit? Special(Clause clause, IReadOnlyList<TimeExpression> ranges)
    {
        var only = ranges[0];
        if (LeavesPartOut(clause))
        {
            // "keep everything except 0:10 to 0:15".
            return new CutRanges([.. ranges.Select(r => r.Span)]);
        }

        if (ranges.Count == 1 && NamesLimit(clause, only) && only.From is { } limit)
        {
            // "don't go past 0:45".
            return new KeepRanges([new Span(null, limit)]);
        }

        if (ranges.Count == 1 && only is { From: { } moment, To: null, Length: null, IsCounted: false } && IsUpToThen(clause))
        {
            // "I start talking at 0:07, so chuck everything before".
            return clause.Has(Concept.Keep) ? new KeepRanges([new Span(null, moment)]) : new KeepRanges([new Span(moment, null)]);
        }

        var isInner = ranges.Count == 1 && only is { From: { }, To: { }, Length: null } && only.From > only.To;
        if (isInner && clause.Has(Concept.Cut, Concept.Remove))
        {
            // "cut everything before 0:06 and after 0:54".
            return new KeepRanges([new Span(only.To, only.From)]);
        }

        return null;
    }

    /// <summary>"cut my clip to the first 8 seconds".</summary>
    private static bool LeadsToEdge(Clause clause)
    {
        var to = clause.Tokens.ToList().FindIndex(t => t.Concept == Concept.To || IsTrimTo(clause, t));
        var cut = clause.IndexOf(Concept.Cut, Concept.Trim);
        return to >= 0
            && clause.Tokens.Skip(to + 1).FirstOrDefault(t => t.Concept != Concept.Filler)?.Concept is Concept.First or Concept.Last
            && cut >= 0
            && cut <= to;
    }

    private static bool IsTrimTo(Clause clause, Token token) =>
        token.Concept == Concept.Trim && clause.TextOf(token).EndsWith(" to", StringComparison.OrdinalIgnoreCase);

    /// <summary>"keep everything except 0:10 to 0:15".</summary>
    private static bool LeavesPartOut(Clause clause) => clause.Tokens.Any(t => WordLists.Excluding.Contains(clause.TextOf(t)))
        && !clause.Tokens.Any(t => t.Concept is Concept.Cut or Concept.Remove or Concept.Trim)
        && clause.Tokens.Any(t => WordLists.Keeping.Contains(clause.TextOf(t)) || t.Concept is Concept.Use);

    /// <summary>"don't go past 0:45".</summary>
    private static bool NamesLimit(Clause clause, TimeExpression time) =>
        time is { From: { Ticks: > 0 }, To: null, Length: null, IsCounted: false, ReachesEnd: false }
        && clause.Has(Concept.Trim)
        && !clause.Has(Concept.From, Concept.After, Concept.At, Concept.Begin, Concept.Cut, Concept.Remove);

    /// <summary>The time comes first, and what is before it is named after the verb.</summary>
    private static bool IsUpToThen(Clause clause)
    {
        var tokens = clause.Tokens.ToList();
        var before = tokens.FindLastIndex(t => t.Concept == Concept.Before);
        var time = tokens.FindIndex(t => t.IsTime);
        if (before < 0 || time < 0)
        {
            return false;
        }

        var verb = tokens.FindIndex(time + 1, t => t.Concept is Concept.Cut or Concept.Remove or Concept.Trim or Concept.Keep);
        return verb >= 0 && verb < before && !tokens.Skip(before).Any(t => t.IsTime);
    }

    /// <summary>到第12秒为止剪掉: the verb comes after what it takes away.</summary>
    private static bool TakesWhatIsBefore(Clause clause)
    {
        var tokens = clause.Tokens.ToList();
        var verb = tokens.FindIndex(t => t.Concept is Concept.Cut or Concept.Remove);
        var time = tokens.FindIndex(t => t.IsTime);
        return verb >= 0
            && ((time >= 0 && time < verb) || tokens.Exists(t => clause.TextOf(t).Equals("up to", StringComparison.OrdinalIgnoreCase)));
    }
}
