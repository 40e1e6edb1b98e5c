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
        if (clips.Count > 1 && KeepsEach(clause) && clause.Free(TokenKind.Duration).ToList() is [var each])
        {
            var most = clause.Tokens[each].Time;
            clause.ClaimEverything();
            reading.Add(new CutRanges([.. clips.Index().Where(c => c.Item.Duration > most).Select(c => new Span(reading.Project.StartOf(c.Index) + most, reading.Project.StartOf(c.Index) + c.Item.Duration))]), Subject.Video);
            return true;
        }

        if (clips.Count < 2 || NumberOf(clause) is not { } number || number > clips.Count || !(KeepsLength(clause) && !NamesEdge(clause) || KeepsEdge(clause)) || clause.Free(TokenKind.Duration).ToList() is not [var length])
        {
            return false;
        }

        var index = number > 0 ? number - 1 : clips.Count - 1;
        var last = KeepsEdge(clause) && clause.Tokens.SkipWhile(t => t.Concept != Concept.Video).Any(t => t.Concept is Concept.Last or Concept.End);
        var (start, kept) = (reading.Project.StartOf(index), clause.Tokens[length].Time);
        clause.ClaimEverything();
        if (kept < clips[index].Duration)
        {
            var end = start + clips[index].Duration;
            reading.Add(new CutRanges([last ? new Span(start, end - kept) : new Span(start + kept, end)]), Subject.Video);
        }

        return true;
    }

    /// <summary>第二段只要前5秒: what stays of that clip.</summary>
    private static bool KeepsEdge(Clause clause) => clause.FreeIndexOf(Concept.Video) is > 0 and var noun && (clause.Tokens[noun - 1].Kind == TokenKind.Ordinal || clause.Tokens[noun - 1].Concept is Concept.First or Concept.Last) && clause.Has(Concept.Keep, Concept.Only) && !clause.Has(Concept.Cut, Concept.Remove, Concept.From, Concept.Title, Concept.Captions, Concept.Music)
        && !clause.HasFree(TokenKind.Time) && !clause.HasFree(TokenKind.Dash) && clause.Tokens.ToList().FindIndex(t => t.Kind == TokenKind.Duration) is var length && length > noun && clause.Tokens.Skip(noun).Take(length - noun).Any(t => t.Concept is Concept.First or Concept.Last or Concept.Begin or Concept.End);

    /// <summary>"only use the first 5 seconds of each clip".</summary>
    private static bool KeepsEach(Clause clause) => clause.HasFree(Concept.Each) && clause.HasFree(Concept.Video) && clause.HasFree(Concept.First) && clause.Has(Concept.Only, Concept.Keep, Concept.Use)
        && !clause.Has(Concept.Cut, Concept.Remove, Concept.Last, Concept.End, Concept.From, Concept.Title, Concept.Captions, Concept.Music) && !clause.HasFree(TokenKind.Time);

    /// <summary>"to 8 seconds", "only 8 seconds", and nothing that could be meant besides the clip.</summary>
    private static bool KeepsLength(Clause clause) => (clause.Has(Concept.Only) || TrimsTo(clause) || (clause.Has(Concept.To, Concept.Trim) && clause.Has(Concept.Trim, Concept.Cut, Concept.Keep)))
        && !clause.Has(Concept.From, Concept.Title, Concept.Captions, Concept.Music, Concept.Remove) && !clause.HasFree(TokenKind.Time);

    /// <summary>第一段剪成5秒.</summary>
    private static bool TrimsTo(Clause clause) => clause.IndexOf(Concept.Trim) is >= 0 and var trim && clause.TextOf(clause.Tokens[trim])[^1] is '成' or '到' or '在';

    /// <summary>"trim the last 4 seconds of clip 2": what is cut, not what stays.</summary>
    private static bool NamesEdge(Clause clause)
    {
        var noun = clause.FreeIndexOf(Concept.Video);
        return clause.Has(Concept.Begin, Concept.End) || clause.Tokens.Index().Any(t => t.Item.Concept is Concept.First or Concept.Last && t.Index != noun - 1);
    }

    /// <summary>"the second clip", "clip 2": the clip that is named; -1 is the last.</summary>
    private static int? NumberOf(Clause clause)
    {
        var noun = clause.FreeIndexOf(Concept.Video);
        return noun > 0 && clause.Tokens[noun - 1] is { Kind: TokenKind.Ordinal, Value: > 0 } ordinal ? (int)ordinal.Value
            : noun > 0 && clause.Tokens[noun - 1].Concept is Concept.First ? 1
            : noun > 0 && clause.Tokens[noun - 1].Concept is Concept.Last ? -1
            : noun >= 0 && noun + 1 < clause.Tokens.Count && clause.Tokens[noun + 1] is { Kind: TokenKind.Number, Value: >= 1 } after ? (int)after.Value : null;
    }
}
