using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Cuts;

/// <summary>Reads moments within one of several clips: "clip 1 only from 0:03 to 0:08", "cut 0:02 to 0:05 out of the second clip". They count from its beginning.</summary>
internal static class ClipRanges
{
    /// <summary>True if the clause names such moments; what is not wanted of that clip is cut.</summary>
    public static bool Read(Clause clause, Reading reading)
    {
        var clips = reading.Project.Clips;
        if (clips.Count < 2 || !IsMeant(clause) || ClipLengths.NumberOf(clause) is not { } number || number > clips.Count
            || TimeReader.Read(clause) is not { Length: null, IsCounted: false, ReachesEnd: false } when)
        {
            return false;
        }

        var index = number > 0 ? number - 1 : clips.Count - 1;
        var (start, length) = (reading.Project.StartOf(index), clips[index].Duration);
        if (Within(when, length) is not { } part)
        {
            clause.IsUnclear = true;
            return true;
        }

        var cuts = clause.Has(Concept.Cut, Concept.Remove) && !clause.Has(Concept.Keep, Concept.Only);
        clause.ClaimEverything();
        reading.Add(new CutRanges([.. (cuts ? [part] : Rest(part, length)).Select(s => new Span(start + s.From, start + s.To))]), Subject.Video);
        return true;
    }

    /// <summary>A verb or "only" says that it is about what stays, and no other thing is named.</summary>
    private static bool IsMeant(Clause clause) =>
        clause.Has(Concept.Cut, Concept.Trim, Concept.Remove, Concept.Keep, Concept.Only, Concept.Use, Concept.Begin, Concept.End)
        && (clause.HasFree(TokenKind.Time) || clause.Free(TokenKind.Duration).Skip(1).Any())
        && !clause.Has(Concept.Captions, Concept.Title, Concept.Music, Concept.Voice, Concept.Logo, Concept.Mute, Concept.Faster, Concept.Slower)
        && !clause.HasFree(TokenKind.Quote);

    /// <summary>The named part of a clip; null if it is not within it, or is all of it.</summary>
    private static (TimeSpan From, TimeSpan To)? Within(TimeExpression when, TimeSpan length)
    {
        var (from, to) = (when.From ?? TimeSpan.Zero, when.To ?? length);
        return from >= TimeSpan.Zero && from < to && to <= length && to - from < length ? (from, to) : null;
    }

    private static IEnumerable<(TimeSpan From, TimeSpan To)> Rest((TimeSpan From, TimeSpan To) part, TimeSpan length)
    {
        if (part.From > TimeSpan.Zero)
        {
            yield return (TimeSpan.Zero, part.From);
        }

        if (part.To < length)
        {
            yield return (part.To, length);
        }
    }
}
