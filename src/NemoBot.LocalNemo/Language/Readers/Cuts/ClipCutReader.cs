using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Cuts;

/// <summary>Reads what is cut off one of several clips: "cut the first 3 seconds off the second clip", "trim 2 s from the end of clip 1".</summary>
internal sealed class ClipCutReader : IClauseReader
{
    public void Read(Clause clause, Reading reading)
    {
        if (ReadEach(clause, reading) || IsOfOneThatArrives(clause, reading) || ClipLengths.Read(clause, reading) || ReadBothEnds(clause, reading) || ClipRanges.Read(clause, reading))
        {
            return;
        }

        var clips = reading.Project.Clips;
        if (clips.Count < 2 || !clause.HasFree(Concept.Cut, Concept.Trim, Concept.Remove) || clause.Has(Concept.Keep, Concept.Captions, Concept.Title))
        {
            return;
        }

        if (clause.Free(TokenKind.Duration).ToList() is not [var length] || clause.HasFree(TokenKind.Time) || clause.HasFree(TokenKind.Dash))
        {
            return;
        }

        if (ClipAfter(clause) is not { } clip || clip.Number > clips.Count || EdgeOf(clause, clip.From, clip.After) is not { } edge)
        {
            return;
        }


        var index = clip.Number > 0 ? clip.Number - 1 : clips.Count - 1;
        var start = reading.Project.StartOf(index);
        var end = start + clips[index].Duration;
        var cut = clause.Tokens[length].Time;
        clause.ClaimEverything();
        reading.Add(new CutRanges([SpanAt(edge, start, end, cut)]), Subject.Video);
    }

    /// <summary>第二段前3秒和最后2秒都不要: both ends of one clip.</summary>
    private static bool ReadBothEnds(Clause clause, Reading reading)
    {
        if (reading.Project.Clips.Count < 2 || !clause.HasFree(Concept.Cut, Concept.Trim, Concept.Remove) || clause.HasFree(TokenKind.Time)
            || clause.HasFree(TokenKind.Dash) || clause.Has(Concept.Keep, Concept.Captions, Concept.Title)
            || clause.Free(TokenKind.Duration).ToList() is not [var first, var last] || ClipAfter(clause) is not { Number: > 0 } clip || clip.Number > reading.Project.Clips.Count)
        {
            return false;
        }

        var edges = clause.Tokens.Skip(clip.After).Where(IsEdge).Select(t => t.Concept is Concept.First or Concept.Begin).ToList();
        var (start, length) = (reading.Project.StartOf(clip.Number - 1), reading.Project.Clips[clip.Number - 1].Duration);
        var (head, tail) = (clause.Tokens[first].Time, clause.Tokens[last].Time);
        if (edges is not [true, false] || head + tail >= length)
        {
            return false;
        }

        clause.ClaimEverything();
        reading.Add(new CutRanges([new Span(start, start + head), new Span(start + length - tail, start + length)]), Subject.Video);
        return true;
    }

    /// <summary>第一段只要前10秒, of clips that have just come: not of the whole, and how long they are is not known here.</summary>
    private static bool IsOfOneThatArrives(Clause clause, Reading reading)
    {
        clause.IsUnclear |= SeveralArrive(reading)
            && clause.HasFree(TokenKind.Ordinal)
            && !clause.Has(Concept.Title, Concept.Captions, Concept.Image, Concept.Images, Concept.Music)
            && clause.Text.Contains('第', StringComparison.Ordinal)
            && clause.Tokens.Any(t => t.IsTime)
            && clause.Has(Concept.Cut, Concept.Trim, Concept.Remove, Concept.Keep, Concept.Only);
        return clause.IsUnclear;
    }

    private static bool SeveralArrive(Reading reading) =>
        reading.Situation.Project is null && reading.Situation.Files.Count(f => f.Facts.Kind == Core.Media.MediaKind.Video) > 1;

    /// <summary>What is cut at one end of a clip; all of it if it is no longer.</summary>
    private static Span SpanAt(Concept edge, TimeSpan start, TimeSpan end, TimeSpan cut)
    {
        if (cut >= end - start)
        {
            return new Span(start, end);
        }

        return edge == Concept.Begin ? new Span(start, start + cut) : new Span(end - cut, end);
    }

    /// <summary>"remove the first 2 seconds of each": of every clip; how long those that have just come are is not known here.</summary>
    private static bool ReadEach(Clause clause, Reading reading)
    {
        var clips = reading.Project.Clips.Count;
        var arrive = SeveralArrive(reading);
        if ((clips < 2 && !arrive) || !clause.HasFree(Concept.Cut, Concept.Trim, Concept.Remove) || !clause.HasFree(Concept.Each))
        {
            return false;
        }

        if (clause.Free(TokenKind.Duration).ToList() is not [var length]
            || clause.Has(Concept.Keep, Concept.Captions, Concept.Title, Concept.Images, Concept.Image)
            || EdgeOf(clause, clause.IndexOf(Concept.Each), clause.IndexOf(Concept.Each) + 1) is not { } edge)
        {
            return false;
        }

        var cut = clause.Tokens[length].Time;
        var starts = Enumerable.Range(0, clips).Select(i => (From: reading.Project.StartOf(i), Length: reading.Project.Clips[i].Duration)).ToList();
        if (arrive || starts.Exists(c => c.Length <= cut))
        {
            clause.IsUnclear = true;
            return true;
        }

        clause.ClaimEverything();
        reading.Add(new CutRanges([.. starts.Select(c => SpanAt(edge, c.From, c.From + c.Length, cut))]), Subject.Video);
        return true;
    }

    /// <summary>"off the second clip", "from clip 2", 第二段的前3秒: the clip after the preposition or before its end, and where its words begin and end.</summary>
    private static (int Number, int From, int After)? ClipAfter(Clause clause)
    {
        var noun = clause.FreeIndexOf(Concept.Video);
        for (var i = noun - 1; i >= 0 && i >= noun - 2; i--)
        {
            int? number = clause.Tokens[i] switch
            {
                { Kind: TokenKind.Ordinal, Value: > 0 } ordinal => (int)ordinal.Value,
                { Concept: Concept.First } => 1,
                { Concept: Concept.Last } => -1,
                _ => null,
            };
            if (number is { } said && (clause.TextOf(clause.Tokens[noun])[0] >= 0x2E80 || IsPreposition(clause, i - 1)))
            {
                return (said, i, noun + 1);
            }
        }

        var hasNumber = noun > 0 && noun + 1 < clause.Tokens.Count && IsPreposition(clause, noun - 1);
        return hasNumber && clause.Tokens[noun + 1] is { Kind: TokenKind.Number, Value: >= 1 } after ? ((int)after.Value, noun, noun + 2) : null;
    }

    /// <summary>"of", "off the", "from my".</summary>
    private static bool IsPreposition(Clause clause, int index)
    {
        if (index <= 0)
        {
            return false;
        }

        var word = clause.TextOf(clause.Tokens[index]).ToLowerInvariant();
        return word is "of" or "off" or "from" or "in" or "on" || (word is "the" or "my" && IsPreposition(clause, index - 1));
    }

    /// <summary>The end of the clip that is cut, said before the clip, or after it in Chinese.</summary>
    private static Concept? EdgeOf(Clause clause, int before, int after)
    {
        var edge = clause.Tokens.Take(before).LastOrDefault(IsEdge);
        if (edge is null && clause.TextOf(clause.Tokens[before])[0] >= 0x2E80)
        {
            edge = clause.Tokens.Skip(after).FirstOrDefault(IsEdge);
        }

        return edge?.Concept switch
        {
            Concept.First or Concept.Begin => Concept.Begin,
            Concept.Last or Concept.End => Concept.End,
            _ => null,
        };
    }

    private static bool IsEdge(Token token) => token.Concept is Concept.First or Concept.Begin or Concept.Last or Concept.End;
}
