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

        var cuts = clause.Has(Concept.Cut, Concept.Remove, Concept.Useless) && !clause.Has(Concept.Keep);
        if (ranges.Count == 1 && only.Length is { } length)
        {
            // "cut the 3 seconds from 0:22" takes them out, "cut 30 seconds" alone is a piece of that length.
            var part = new Span(only.From, (only.From ?? TimeSpan.Zero) + length);
            return cuts && only.From is not null ? new CutRanges([part]) : new KeepRanges([part]);
        }

        var trims = clause.Has(Concept.Trim) && !clause.Has(Concept.Keep);
        // "cut to 0:30" keeps what is before it; "cut after 0:30" drops what follows.
        // 到第12秒为止剪掉: the verb comes after what it takes away.
        var onlyTo = only is { From: null, To: not null } && !clause.Has(Concept.Before) && !TakesWhatIsBefore(clause);
        var ends = ranges.Count == 2 && ranges.All(r => r.IsCounted) && !clause.Has(Concept.Keep);
        // "cut my clip to the first 8 seconds" keeps them.
        var keepsEdge = only.IsCounted && clause.Tokens.ToList().FindIndex(t => t.Concept == Concept.To || (t.Concept == Concept.Trim && clause.TextOf(t).EndsWith(" to", StringComparison.OrdinalIgnoreCase))) is >= 0 and var to && clause.Tokens.Skip(to + 1).FirstOrDefault(t => t.Concept != Concept.Filler)?.Concept is Concept.First or Concept.Last && clause.IndexOf(Concept.Cut, Concept.Trim) is >= 0 and var cut && cut <= to;
        var removes = (cuts && !onlyTo && !keepsEdge) || (trims && only.IsCounted && !keepsEdge) || ends;
        List<Span> spans = [.. ranges.Select(r => r.Span)];
        return removes ? new CutRanges(spans) : new KeepRanges(spans);
    }

    /// <summary>Times that are not simply those of the part that is kept or cut.</summary>
    private static Edit? Special(Clause clause, IReadOnlyList<TimeExpression> ranges)
    {
        var only = ranges[0];
        if (clause.Tokens.Any(t => WordLists.Excluding.Contains(clause.TextOf(t))) && !clause.Tokens.Any(t => t.Concept is Concept.Cut or Concept.Remove or Concept.Trim) && clause.Tokens.Any(t => WordLists.Keeping.Contains(clause.TextOf(t)) || t.Concept is Concept.Use))
        {
            // "keep everything except 0:10 to 0:15".
            return new CutRanges([.. ranges.Select(r => r.Span)]);
        }

        if (ranges.Count == 1 && only is { From: { } limit, To: null, Length: null, IsCounted: false, ReachesEnd: false } && limit > TimeSpan.Zero && clause.Has(Concept.Trim) && !clause.Has(Concept.From, Concept.After, Concept.At, Concept.Begin, Concept.Cut, Concept.Remove))
        {
            // "don't go past 0:45".
            return new KeepRanges([new Span(null, limit)]);
        }

        if (ranges.Count == 1 && only is { From: { } moment, To: null, Length: null, IsCounted: false } && IsUpToThen(clause))
        {
            // "I start talking at 0:07, so chuck everything before".
            return clause.Has(Concept.Keep) ? new KeepRanges([new Span(null, moment)]) : new KeepRanges([new Span(moment, null)]);
        }

        if (ranges.Count == 1 && only is { From: { } tail, To: { } head, Length: null } && tail > head && clause.Has(Concept.Cut, Concept.Remove))
        {
            // "cut everything before 0:06 and after 0:54".
            return new KeepRanges([new Span(head, tail)]);
        }

        return null;
    }

    /// <summary>The time comes first, and what is before it is named after the verb.</summary>
    private static bool IsUpToThen(Clause clause) => clause.Tokens.ToList() is var tokens && tokens.FindLastIndex(t => t.Concept == Concept.Before) is >= 0 and var before
        && tokens.FindIndex(t => t.IsTime) is >= 0 and var time && tokens.FindIndex(time + 1, t => t.Concept is Concept.Cut or Concept.Remove or Concept.Trim or Concept.Keep) is >= 0 and var verb && verb < before
        && !tokens.Skip(before).Any(t => t.IsTime);

    private static bool TakesWhatIsBefore(Clause clause) => clause.Tokens.ToList().FindIndex(t => t.Concept is Concept.Cut or Concept.Remove) is >= 0 and var verb
        && (clause.Tokens.ToList().FindIndex(t => t.IsTime) is >= 0 and var time && time < verb || clause.Tokens.Any(t => clause.TextOf(t).Equals("up to", StringComparison.OrdinalIgnoreCase)));
}
