using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Cuts;

/// <summary>Reads how much of one clip stays: "trim the first clip to 8 seconds", "first clip only 5 seconds of it".</summary>
internal static class ClipLengths
{
    /// <summary>True if the clause says so; the end of that clip is cut.</summary>
    public static bool Read(Clause clause, Reading reading)
    {
        var clips = reading.Project.Clips;
        if (clips.Count < 2)
        {
            return false;
        }

        if (KeepsEach(clause) && clause.Free(TokenKind.Duration).ToList() is [var each])
        {
            var most = clause.Tokens[each].Time;
            clause.ClaimEverything();
            reading.Add(new CutRanges([.. EndsAfter(reading, most)]), Subject.Video);
            return true;
        }

        if (NumberOf(clause) is not { } number || number > clips.Count || clause.Free(TokenKind.Duration).ToList() is not [var length])
        {
            return false;
        }

        var keepsEdge = KeepsEdge(clause);
        if (!keepsEdge && (!KeepsLength(clause) || NamesEdge(clause)))
        {
            return false;
        }

        var index = number > 0 ? number - 1 : clips.Count - 1;
        var last = keepsEdge && clause.Tokens.SkipWhile(t => t.Concept != Concept.Video).Any(t => t.Concept is Concept.Last or Concept.End);
        var (start, kept) = (reading.Project.StartOf(index), clause.Tokens[length].Time);
        clause.ClaimEverything();
        if (kept < clips[index].Duration)
        {
            var end = start + clips[index].Duration;
            reading.Add(new CutRanges([last ? new Span(start, end - kept) : new Span(start + kept, end)]), Subject.Video);
        }

        return true;
    }

    /// <summary>What every clip has beyond a length.</summary>
    private static IEnumerable<Span> EndsAfter(Reading reading, TimeSpan most)
    {
        for (var i = 0; i < reading.Project.Clips.Count; i++)
        {
            var (start, length) = (reading.Project.StartOf(i), reading.Project.Clips[i].Duration);
            if (length > most)
            {
                yield return new Span(start + most, start + length);
            }
        }
    }

    /// <summary>第二段只要前5秒: what stays of that clip.</summary>
    private static bool KeepsEdge(Clause clause)
    {
        if (clause.FreeIndexOf(Concept.Video) is not (> 0 and var noun) || !IsNumbered(clause.Tokens[noun - 1]))
        {
            return false;
        }

        var keeps = clause.Has(Concept.Keep, Concept.Only)
            && !clause.Has(Concept.Cut, Concept.Remove, Concept.From, Concept.Title, Concept.Captions, Concept.Music);
        if (!keeps || clause.HasFree(TokenKind.Time) || clause.HasFree(TokenKind.Dash))
        {
            return false;
        }

        var between = clause.Tokens.ToList().FindIndex(t => t.Kind == TokenKind.Duration) - noun;
        return between > 0
            && clause.Tokens.Skip(noun).Take(between).Any(t => t.Concept is Concept.First or Concept.Last or Concept.Begin or Concept.End);
    }

    private static bool IsNumbered(Token token) => token.Kind == TokenKind.Ordinal || token.Concept is Concept.First or Concept.Last;

    /// <summary>"only use the first 5 seconds of each clip".</summary>
    private static bool KeepsEach(Clause clause) => clause.HasFree(Concept.Each)
        && clause.HasFree(Concept.Video)
        && clause.HasFree(Concept.First)
        && clause.Has(Concept.Only, Concept.Keep, Concept.Use)
        && !clause.Has(Concept.Cut, Concept.Remove, Concept.Last, Concept.End, Concept.From, Concept.Title, Concept.Captions, Concept.Music)
        && !clause.HasFree(TokenKind.Time);

    /// <summary>"to 8 seconds", "only 8 seconds", and nothing that could be meant besides the clip.</summary>
    private static bool KeepsLength(Clause clause)
    {
        var namesLength = clause.Has(Concept.Only)
            || TrimsTo(clause)
            || (clause.Has(Concept.To, Concept.Trim) && clause.Has(Concept.Trim, Concept.Cut, Concept.Keep));
        return namesLength
            && !clause.Has(Concept.From, Concept.Title, Concept.Captions, Concept.Music, Concept.Remove)
            && !clause.HasFree(TokenKind.Time);
    }

    /// <summary>第一段剪成5秒.</summary>
    private static bool TrimsTo(Clause clause) => clause.IndexOf(Concept.Trim) is >= 0 and var trim
        && clause.TextOf(clause.Tokens[trim])[^1] is '成' or '到' or '在';

    /// <summary>"trim the last 4 seconds of clip 2": what is cut, not what stays.</summary>
    private static bool NamesEdge(Clause clause)
    {
        var noun = clause.FreeIndexOf(Concept.Video);
        return clause.Has(Concept.Begin, Concept.End) || clause.Tokens.Index().Any(t => t.Item.Concept is Concept.First or Concept.Last && t.Index != noun - 1);
    }

    /// <summary>"the second clip", "clip 2": the clip that is named; -1 is the last.</summary>
    public static int? NumberOf(Clause clause)
    {
        var noun = clause.FreeIndexOf(Concept.Video);
        if (noun > 0 && clause.Tokens[noun - 1] is { Kind: TokenKind.Ordinal, Value: > 0 } ordinal)
        {
            return (int)ordinal.Value;
        }

        if (noun > 0 && clause.Tokens[noun - 1].Concept is Concept.First)
        {
            return 1;
        }

        if (noun > 0 && clause.Tokens[noun - 1].Concept is Concept.Last)
        {
            return -1;
        }

        var hasNext = noun >= 0 && noun + 1 < clause.Tokens.Count;
        return hasNext && clause.Tokens[noun + 1] is { Kind: TokenKind.Number, Value: >= 1 } after ? (int)after.Value : null;
    }
}
