using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Lexing;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Cuts;

/// <summary>Reads that the video or the music begins anew.</summary>
internal static class LoopReader
{
    private const int MostTimes = 50;

    /// <summary>"loop it", "loop the music", 重复3遍.</summary>
    public static void Read(Clause clause, Reading reading)
    {
        if (!clause.HasFree(Concept.Loop) && !PlaysTwice(clause))
        {
            return;
        }

        if (IsOfOneClip(clause, reading))
        {
            clause.IsUnclear = true;
            return;
        }

        var isOfMusic = clause.Has(Concept.Music) || (reading.Focus == Subject.Music && reading.HasMusic);
        if (isOfMusic && !clause.Has(Concept.Video) && (clause.Has(Concept.Music) || !IsOfAll(clause)))
        {
            clause.ClaimAll(Concept.Loop, Concept.Music, Concept.Remove, Concept.Not, Concept.End, Concept.Voice);
            clause.ClaimFrame();
            reading.Add(new SetMusic { Loops = !clause.Has(Concept.Remove, Concept.Not) }, Subject.Music);
            return;
        }

        if (clause.Has(Concept.SpotifyCanvas) || reading.Edits.OfType<KeepHighlight>().Any())
        {
            // "a spotify canvas, loop 6 s": the length of the canvas, which repeats by itself.
            if (clause.Take(TokenKind.Duration) is { } loop)
            {
                reading.ReplaceHighlight(TimeSpan.FromSeconds(Math.Clamp(loop.Time.TotalSeconds, 3, 8)));
            }

            clause.ClaimAll(Concept.Loop);
            return;
        }

        var length = LengthOf(clause, reading);
        clause.ClaimAll(
            Concept.Loop, Concept.End, Concept.Voice, Concept.Under, Concept.Music, Concept.Last, Concept.After, Concept.Before, Concept.WhileSpeaking);
        clause.ClaimFrame();
        reading.Add(new LoopVideo(length), Subject.Video);
    }

    /// <summary>"play the whole thing twice", after talk of the music: not the music.</summary>
    private static bool IsOfAll(Clause clause) => clause.Has(Concept.Whole, Concept.AllOf)
        || clause.Text.Contains("whole", StringComparison.OrdinalIgnoreCase) || clause.Text.Contains("everything", StringComparison.OrdinalIgnoreCase);

    /// <summary>第二段放两遍: one of the clips is not repeated by itself, nor all of them instead.</summary>
    private static bool IsOfOneClip(Clause clause, Reading reading) => reading.Project.Clips.Count > 1
        && clause.IndexOf(Concept.Video) is > 0 and var noun && clause.Tokens[noun - 1].Kind == TokenKind.Ordinal;

    /// <summary>"play it twice", "play it three times".</summary>
    private static bool PlaysTwice(Clause clause) =>
        (clause.HasFree(Concept.Double) || clause.Tokens.Any(t => t is { Kind: TokenKind.Factor, Value: >= 2 } && clause.TextOf(t).EndsWith("times", StringComparison.OrdinalIgnoreCase)))
        && !clause.Has(Concept.SpeedWord, Concept.Faster, Concept.Slower)
        && clause.Tokens.Any(t => t.Concept == Concept.Filler && WordLists.Playing.Contains(clause.TextOf(t)));

    private static TimeSpan? LengthOf(Clause clause, Reading reading)
    {
        if (clause.Take(TokenKind.Duration) is { } length)
        {
            return length.Time;
        }

        if (clause.Take(TokenKind.Factor) is { Value: >= 1 and <= MostTimes } times && reading.Project.Duration > TimeSpan.Zero)
        {
            return LengthNow(reading) * times.Value;
        }

        if (NumberOfTimes(clause) is { } count)
        {
            return LengthNow(reading) * count;
        }

        return clause.ClaimAll(Concept.Double) && reading.Project.Duration > TimeSpan.Zero ? LengthNow(reading) * 2 : null;
    }

    /// <summary>重复3遍, "repeat 3 times".</summary>
    private static double? NumberOfTimes(Clause clause)
    {
        if (NumberInWords(clause) is { } words)
        {
            return words;
        }

        return clause.Free(TokenKind.Number).ToList() is [var at] && CountsTimes(clause, at + 1) && clause.Tokens[at].Value is >= 2 and <= MostTimes
            ? clause.Claim(at).Value
            : null;
    }

    /// <summary>循环播放三遍.</summary>
    private static double? NumberInWords(Clause clause)
    {
        for (var i = 1; i < clause.Tokens.Count; i++)
        {
            var word = clause.Tokens[i - 1];
            if (CountsTimes(clause, i) && word.Kind == TokenKind.Unknown && NumberWords.Read(clause.TextOf(word), 0) is { Value: >= 2 and <= MostTimes } number)
            {
                clause.Claim(i - 1);
                clause.Claim(i);
                return number.Value;
            }
        }

        return null;
    }

    private static bool CountsTimes(Clause clause, int index) => index < clause.Tokens.Count && WordLists.Times.Contains(clause.TextOf(clause.Tokens[index]));

    /// <summary>The length after what was read before: "trim to 0:03-0:12 and loop it twice".</summary>
    private static TimeSpan LengthNow(Reading reading)
    {
        var total = reading.Project.Duration;
        if (reading.Edits.OfType<KeepRanges>().LastOrDefault()?.Parts is not [{ To: { } to } kept])
        {
            return total;
        }

        var length = to - (kept.From ?? TimeSpan.Zero);
        return length > TimeSpan.Zero && length < total ? length : total;
    }
}
