using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Sounds;

/// <summary>Reads the wish to cut out pauses. "silence" as a thing is never a wish to mute.</summary>
internal sealed partial class SilenceReader : IClauseReader
{
    /// <summary>What is longer is the length of a video.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    public void Read(Clause clause, Reading reading)
    {
        var asks = clause.Has(Concept.Remove, Concept.Cut, Concept.Trim, Concept.Not)
            || clause.Tokens.Any(t => WordLists.Tightening.Contains(clause.TextOf(t)));
        // 去掉静音: of a video that is not muted, its pauses are meant.
        var pauses = clause.HasFree(Concept.SilenceNoun) || (asks && clause.HasFree(Concept.Mute) && reading.Project.Volume > 0);
        if (NamesOnePause(clause))
        {
            clause.IsUnclear = true;
            reading.Suggest(Suggestion.Silence);
        }
        // "the silence from 0:30 to 0:34": a part with its times.
        else if (pauses && asks && clause.Tokens.Count(t => t.IsTime) < (Around().IsMatch(clause.Text) ? 3 : 2))
        {
            ReadPauses(clause, reading);
        }
        else if (reading.Edits is [.., RemoveSilence { Padding: null } before] && PaddingOf(clause) is { } padding)
        {
            // "and keep 0.1 s around".
            clause.ClaimEverything();
            reading.Add(before with { Padding = padding }, Subject.Voice);
        }
        else if (reading.Edits is [.., RemoveSilence { MinLength: null } limited] && Limit().IsMatch(clause.Text) && clause.Free(TokenKind.Duration).ToList() is [var at] && clause.Tokens[at].Time <= LongestPause)
        {
            // 停顿别太长，最多半秒: of the pauses, not of the video.
            clause.ClaimEverything();
            reading.Add(limited with { MinLength = clause.Tokens[at].Time }, Subject.Voice);
        }
        else if (IsVerb(clause))
        {
            // "silence the music": the word comes first and has something to act on.
            var track = clause.Has(Concept.Music) ? Track.Music : Track.Main;
            clause.ClaimAll(Concept.SilenceNoun, Concept.Music, Concept.Voice, Concept.OriginalWord, Concept.Recording);
            clause.ClaimFrame();
            reading.Add(new SetVolume(track) { Level = 0 }, track == Track.Music ? Subject.Music : Subject.Voice);
        }
        else if (clause.HasFree(Concept.SilenceNoun) && clause.Tokens.All(t => MayStandBeside(t.Concept)))
        {
            // "silence it" could mean either; nothing is muted on a guess.
            reading.Suggest(Suggestion.Silence);
        }

        ReadFillerWords(clause, reading);
    }

    private static void ReadPauses(Clause clause, Reading reading)
    {
        var place = ReadPlace(clause);
        clause.ClaimAll(
            Concept.SilenceNoun, Concept.Mute, Concept.Remove, Concept.Cut, Concept.Trim, Concept.AllOf, Concept.Voice, Concept.Not,
            Concept.Recording, Concept.Middle, Concept.Begin, Concept.End, Concept.Quieter, Concept.TurnDown);
        clause.ClaimWords(WordLists.Tightening);
        clause.ClaimFrame();
        var options = ReadOptions(clause);
        if (Between().IsMatch(clause.Text))
        {
            clause.ClaimEverything();
        }

        reading.Add(options with { Place = place }, Subject.Voice);
    }

    private static void ReadFillerWords(Clause clause, Reading reading)
    {
        var isReason = clause.HasFree(Concept.FillerWords)
            && !clause.Has(Concept.Remove, Concept.Cut)
            && reading.Clauses.Any(c => c != clause && c.Tokens.Any(t => t.IsTime));
        if (isReason)
        {
            // 前面废话太多，从12秒开始: the next clause says what to do about it.
            clause.ClaimEverything();
        }
        else if (clause.ClaimAll(Concept.FillerWords))
        {
            clause.ClaimAll(Concept.Remove, Concept.Cut, Concept.AllOf, Concept.And);
            reading.Add(new Decline(Inability.FillerWords));
            reading.Suggest(Suggestion.Silence);
        }
    }

    /// <summary>"the pause around 0:25": one pause, with no end.</summary>
    private static bool NamesOnePause(Clause clause) => clause.HasFree(Concept.SilenceNoun)
        && clause.Tokens.Count(t => t.IsTime) == 1
        && clause.Tokens.Any(t => t.Kind == TokenKind.Time)
        && (clause.Has(Concept.At) || clause.Tokens.Any(t => WordLists.Approximate.Contains(clause.TextOf(t))))
        && !clause.Has(Concept.Keep, Concept.Music);

    private static bool MayStandBeside(Concept concept) =>
        concept is Concept.SilenceNoun or Concept.Filler or Concept.It or Concept.Video or Concept.Voice;

    /// <summary>"silence the music".</summary>
    private static bool IsVerb(Clause clause) => clause.Tokens[0].Concept == Concept.SilenceNoun
        && clause.TextOf(clause.Tokens[0]).Equals("silence", StringComparison.OrdinalIgnoreCase)
        && clause.HasFree(Concept.Music, Concept.Voice, Concept.Recording);

    /// <summary>"the silence at the start and the end": what lies between them stays.</summary>
    private static PausePlace? ReadPlace(Clause clause) => (clause.HasFree(Concept.Begin, Concept.First), clause.HasFree(Concept.End, Concept.Last)) switch
    {
        _ when clause.ClaimAll(Concept.BothEnds) => PausePlace.Ends,
        (true, true) => PausePlace.Ends,
        (true, false) => PausePlace.Start,
        (false, true) => PausePlace.End,
        _ => null,
    };

    /// <summary>"0.1 s around", 前后各留0.1秒: the length next to the word.</summary>
    private static TimeSpan? PaddingOf(Clause clause)
    {
        if (!(Around().IsMatch(clause.Text) || Between().IsMatch(clause.Text)) || !clause.HasFree(TokenKind.Duration))
        {
            return null;
        }

        if (Between().IsMatch(clause.Text))
        {
            // Half of it stays on each side of the cut.
            return clause.Claim(clause.Free(TokenKind.Duration).First()).Time / 2;
        }

        var word = clause.Tokens[0].Start + Around().Match(clause.Text).Index;
        return clause.Claim(clause.Free(TokenKind.Duration).MinBy(i => Math.Abs(clause.Tokens[i].Start - word))).Time;
    }

    [GeneratedRegex(
        @"\b(?:padding|around|breathing room|before and after|(?:on )?(?:each|either|both) (?:side|end)s?)\b|前后|两边|两侧",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Around();

    [GeneratedRegex(@"\b(?:with|leave|leaving|keep|keeping)\b[^,;]{1,30}\bbetween (?:the )?(?:sentences|words|phrases|thoughts|lines)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex("^(?:每处|每个|各|都|就)*(?:最多|最长|不要?超过|别超过|控制在|限制在|留|保留|只留|最多留|缩短到|压到|剪到|超过|大于)(?:个|在)?[^，。]{1,8}秒钟?(?:以内|之内|左右|就行|就好|的|吧)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Limit();

    private static RemoveSilence ReadOptions(Clause clause)
    {
        var padding = PaddingOf(clause);
        var longer = clause.Take(TokenKind.Duration)?.Time;
        var level = clause.Take(TokenKind.Decibel)?.Value;
        return new RemoveSilence { Padding = padding, MinLength = longer, Threshold = level is { } decibels ? -Math.Abs(decibels) : null };
    }
}
