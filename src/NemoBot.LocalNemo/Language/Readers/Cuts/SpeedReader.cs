using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Lexing;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Cuts;

/// <summary>Reads speed, direction and repetition.</summary>
internal sealed partial class SpeedReader : IClauseReader
{
    private const double Faster = 1.25;
    private const double Slower = 0.8;

    public void Read(Clause clause, Reading reading)
    {
        if (clause.HasFree(Concept.Reverse) && !clause.Has(Concept.Order))
        {
            clause.ClaimAll(Concept.Reverse, Concept.Voice);
            clause.ClaimFrame();
            reading.Add(new Reverse(), Subject.Video);
        }

        if (clause.HasFree(Concept.Loop) || (clause.HasFree(Concept.Double) && !clause.Has(Concept.SpeedWord, Concept.Faster, Concept.Slower) && clause.Tokens.Any(t => t.Concept == Concept.Filler && WordLists.Playing.Contains(clause.TextOf(t)))))
        {
            ReadLoop(clause, reading);
        }

        if (clause.ClaimAll(Concept.NormalSpeed))
        {
            clause.ClaimFrame();
            reading.Add(new SetSpeed(1), Subject.Video);
        }

        if (clause.Has(Concept.Captions, Concept.Lyrics) && !clause.Tokens.Any(t => t.Kind is TokenKind.Factor))
        {
            // 字幕太慢了: the captions come late.
            clause.ClaimAll(Concept.Faster, Concept.Slower);
            return;
        }

        if (clause.Has(Concept.Zoom, Concept.ZoomOut, Concept.Pan, Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth, Concept.Crossfade) && !clause.HasFree(TokenKind.Factor))
        {
            // "zoom in slow": the speed of the movement, not of the video.
            clause.ClaimAll(Concept.Slower);
            return;
        }

        if (clause.HasFree(Concept.Faster, Concept.Slower, Concept.SpeedWord) || IsBareFactor(clause))
        {
            ReadSpeed(clause, reading);
        }
    }

    private static bool IsBareFactor(Clause clause) => clause.HasFree(TokenKind.Factor)
        && clause.Tokens.All(t => t.Kind == TokenKind.Factor || t.Concept is Concept.Filler or Concept.It or Concept.Change or Concept.At or Concept.Video or Concept.To);

    private static void ReadLoop(Clause clause, Reading reading)
    {
        if ((clause.Has(Concept.Music) || (reading.Focus == Subject.Music && reading.HasMusic)) && !clause.Has(Concept.Video))
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

        var length = clause.Take(TokenKind.Duration)?.Time ?? (clause.Take(TokenKind.Factor) is { Value: >= 1 and <= 50 } times && reading.Project.Duration > TimeSpan.Zero ? LengthNow(reading) * times.Value : NumberOfTimes(clause) is { } count ? LengthNow(reading) * count : null);
        length ??= clause.ClaimAll(Concept.Double) && reading.Project.Duration > TimeSpan.Zero ? LengthNow(reading) * 2 : null;
        clause.ClaimAll(Concept.Loop, Concept.End, Concept.Voice, Concept.Under, Concept.Music, Concept.Last, Concept.After, Concept.Before);
        clause.ClaimFrame();
        reading.Add(new LoopVideo(length), Subject.Video);
    }

    /// <summary>重复3遍, "repeat 3 times".</summary>
    private static double? NumberOfTimes(Clause clause) => NumberInWords(clause) is { } words ? words : clause.Free(TokenKind.Number).ToList() is [var at] && at + 1 < clause.Tokens.Count && WordLists.Times.Contains(clause.TextOf(clause.Tokens[at + 1]))
        && clause.Tokens[at].Value is >= 2 and <= 50 ? clause.Claim(at).Value : null;

    /// <summary>循环播放三遍.</summary>
    private static double? NumberInWords(Clause clause) => Enumerable.Range(1, Math.Max(0, clause.Tokens.Count - 1)).Where(i => WordLists.Times.Contains(clause.TextOf(clause.Tokens[i])) && clause.Tokens[i - 1].Kind == TokenKind.Unknown)
        .Select(i => NumberWords.Read(clause.TextOf(clause.Tokens[i - 1]), 0) is { Value: >= 2 and <= 50 } number && clause.Claim(i - 1) is not null && clause.Claim(i) is not null ? number.Value : (double?)null).FirstOrDefault(n => n is not null);

    /// <summary>The length after what was read before: "trim to 0:03-0:12 and loop it twice".</summary>
    private static TimeSpan LengthNow(Reading reading) =>
        reading.Edits.OfType<KeepRanges>().LastOrDefault()?.Parts is [{ To: { } to } kept] && to - (kept.From ?? TimeSpan.Zero) is var length && length > TimeSpan.Zero && length < reading.Project.Duration ? length : reading.Project.Duration;

    private static void ReadSpeed(Clause clause, Reading reading)
    {
        if (clause.HasFree(Concept.Faster, Concept.Slower, Concept.SpeedWord) && clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) is Subject.Visual) && !clause.Has(Concept.Video, Concept.Voice, Concept.Recording, Concept.Whole))
        {
            // "faster visuals": they move with the sound, and the video is not to be faster.
            clause.IsUnclear = true;
            return;
        }

        // "slower, 4 secs each" is about the pictures of a slideshow.
        var slides = reading.Project.Slides.Count > 0 && (reading.Focus == Subject.Slides || IsBare(clause) || clause.Has(Concept.Images, Concept.Image, Concept.Slideshow) || reading.Says(Concept.Each) || clause.Tokens.Any(t => clause.TextOf(t).ToLowerInvariant() is "changes" or "switching" or "switches" or "transitions" or "换图" or "切换"));
        if (!slides && IsPart(clause))
        {
            clause.ClaimEverything();
            reading.Add(new Decline(Inability.SpeedPart), Subject.Video);
            return;
        }

        if (clause.HasFree(Concept.Faster) && clause.Tokens.Any(t => clause.TextOf(t).Equals("by", StringComparison.OrdinalIgnoreCase)) && clause.Free(TokenKind.Duration).ToList() is [var goal] && clause.Tokens[goal].Time > TimeSpan.Zero && reading.Project.Duration > clause.Tokens[goal].Time)
        {
            // "get it down to 30 seconds by speeding it up".
            reading.Add(new SetSpeed(Math.Round(Math.Min(4, reading.Project.Duration / clause.Tokens[goal].Time), 3)), Subject.Video);
            clause.ClaimEverything();
            return;
        }

        var slower = clause.Has(Concept.Slower);
        var word = clause.Has(Concept.Faster, Concept.Slower);
        var factor = FactorOf(clause, slower) ?? (IsSlowMotion(clause) ? 0.5 : null);
        if (factor is null && !word)
        {
            return;
        }

        clause.ClaimAll(Concept.Faster, Concept.Slower, Concept.SpeedWord, Concept.Double, Concept.Half, Concept.Voice, Concept.Recording, Concept.Episode, Concept.Music);
        clause.ClaimFrame();
        if (slides)
        {
            clause.ClaimAll(Concept.Images, Concept.Image, Concept.Swap);
            reading.Add(new SetSlides(SlidePace.Every) { Factor = factor is { } times ? 1 / times : slower ? 1 / 0.7 : 0.7 }, Subject.Slides);
            return;
        }

        reading.Add(factor is { } asked ? new SetSpeed(asked) : new SetSpeed(slower ? Slower : Faster) { Relative = true }, Subject.Video);
    }

    /// <summary>"slow the part from 5 to 8 s to half speed": not the whole video is meant.</summary>
    private static bool IsPart(Clause clause) => !clause.Tokens.Any(t => clause.TextOf(t).Equals("by", StringComparison.OrdinalIgnoreCase)) && !clause.Has(Concept.Cut, Concept.Remove, Concept.Trim, Concept.Keep)
        && (clause.Tokens.Count(t => t.IsTime) > 1 || (clause.Has(Concept.From) && clause.Has(Concept.To) && clause.Tokens.Count(t => t.IsTime || t.Kind == TokenKind.Number) > 1) || (clause.Tokens.Any(t => t.IsTime) && clause.Has(Concept.From, Concept.At, Concept.After, Concept.First, Concept.Last, Concept.End))
            || Passage().IsMatch(clause.Text)
            || (clause.Has(Concept.Begin, Concept.End, Concept.Last, Concept.First) && !clause.Tokens.Any(t => t.IsTime)));

    /// <summary>"slower please": of a slideshow, the pictures.</summary>
    private static bool IsBare(Clause clause) => clause.Tokens.All(t => t.Concept is Concept.Faster or Concept.Slower or Concept.Filler) && clause.Tokens.Any(t => clause.TextOf(t).ToLowerInvariant() is "slower" or "faster");

    /// <summary>"slow it down to 0.9".</summary>
    private static bool SaysTo(Clause clause) => clause.Has(Concept.To) || clause.Tokens.Any(t => t.Concept is Concept.Faster or Concept.Slower && clause.TextOf(t).EndsWith(" to", StringComparison.OrdinalIgnoreCase));

    private static bool IsSlowMotion(Clause clause) => clause.IndexOf(Concept.Slower) is >= 0 and var at
        && clause.TextOf(clause.Tokens[at]).ToLowerInvariant() is "slow motion" or "slow mo" or "slow-motion" or "slow-mo" or "慢动作" or "半速" or "半速播放";

    /// <summary>"slower, like 80 percent" names the speed; "80% slower" and "slower by 80%" say by how much.</summary>
    private static bool IsTarget(Clause clause, Token percent, double value) => clause.IndexOf(Concept.Slower, Concept.Faster) is >= 0 and var at && clause.Tokens[at].Start < percent.Start
        && value >= 0.5 && value != 1 && (value > 1) == (clause.Tokens[at].Concept == Concept.Faster) && !clause.Tokens.Any(t => clause.TextOf(t).ToLowerInvariant() is "by" or "slow down by" or "speed up by" or "slow it down by" or "speed it up by");

    private static double? FactorOf(Clause clause, bool slower)
    {
        if (clause.Take(TokenKind.Factor) is { } times)
        {
            // 快一倍 is twice as fast; "2x slower" is half the speed.
            var value = times.Value == 1 ? 2 : times.Value;
            return slower && value > 1 ? 1 / value : value;
        }

        if (clause.Take(TokenKind.Percent) is { } percent)
        {
            var by = Math.Abs(percent.Value);
            if (IsTarget(clause, percent, by))
            {
                return by;
            }

            return clause.Has(Concept.Faster) ? 1 + by : slower ? Math.Max(0.25, 1 - by) : by;
        }

        return clause.HasFree(Concept.Double) ? slower ? 0.5 : 2 : clause.HasFree(Concept.Half) ? clause.Has(Concept.Faster) ? 1.5 : 0.5
            : (clause.Has(Concept.SpeedWord) || SaysTo(clause)) && clause.Take(TokenKind.Number) is { Value: > 0.2 and < 5 } number ? number.Value : null;
    }

    /// <summary>"speed up the boring part".</summary>
    [GeneratedRegex(@"\b(?:the|that|this|my|his|her|their)(?: \w+)? (?:part|bit|section|passage|moment|scene)s?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Passage();
}
