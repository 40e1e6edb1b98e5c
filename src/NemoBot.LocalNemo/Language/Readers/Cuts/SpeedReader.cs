using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Cuts;

/// <summary>Reads speed, direction and repetition.</summary>
internal sealed partial class SpeedReader : IClauseReader
{
    private const double Faster = 1.25;
    private const double Slower = 0.8;

    // A part is to differ from the rest.

    public void Read(Clause clause, Reading reading)
    {
        if (clause.HasFree(Concept.Reverse) && !clause.Has(Concept.Order))
        {
            ReadReverse(clause, reading);
        }

        LoopReader.Read(clause, reading);
        if (clause.ClaimAll(Concept.NormalSpeed))
        {
            clause.ClaimFrame();
            reading.Add(new SetSpeed(1), Subject.Video);
        }

        if (IsOfAnotherThing(clause) || IsOfMood(clause, reading))
        {
            return;
        }

        if (clause.HasFree(Concept.Faster, Concept.Slower, Concept.SpeedWord) || SpeedWords.IsBareFactor(clause))
        {
            ReadSpeed(clause, reading);
        }
    }

    private static void ReadReverse(Clause clause, Reading reading)
    {
        var isPart = clause.HasTime && !clause.Has(Concept.Cut, Concept.Remove, Concept.Trim, Concept.Keep, Concept.Loop, Concept.Add, Concept.Title, Concept.Captions, Concept.FadeIn, Concept.FadeOut);
        if (isPart)
        {
            // "reverse just the last 3 seconds".
            clause.ClaimEverything();
            reading.Add(new Decline(Inability.ReversePart), Subject.Video);
            return;
        }

        clause.ClaimAll(Concept.Reverse, Concept.Voice);
        clause.ClaimFrame();
        reading.Add(new Reverse(), Subject.Video);
    }

    /// <summary>"something slow and dreamy", "dark and slow": what it is to feel like, not how fast it plays.</summary>
    private static bool IsOfMood(Clause clause, Reading reading)
    {
        var isPlain = clause.Tokens.All(t => t.Concept is Concept.Faster or Concept.Slower or Concept.Filler or Concept.MoodWord or Concept.And or Concept.Visuals or Concept.DarkWord
            or Concept.LightWord || t.Kind == TokenKind.Unknown) && clause.Tokens.Any(t => clause.TextOf(t).ToLowerInvariant() is "slow" or "fast");
        var at = reading.Clauses.ToList().IndexOf(clause);
        return isPlain && reading.Clauses.Where((_, i) => Math.Abs(i - at) <= 1).Any(c => c.Has(Concept.MoodWord)
            || (c.Has(Concept.DarkWord) && c.Tokens.All(t => t.Concept is Concept.DarkWord or Concept.Filler or Concept.And or Concept.Faster or Concept.Slower or Concept.Visuals)));
    }

    private static bool IsOfAnotherThing(Clause clause)
    {
        if (clause.Has(Concept.Captions, Concept.Lyrics) && !clause.Tokens.Any(t => t.Kind is TokenKind.Factor))
        {
            // 字幕太慢了: the captions come late.
            clause.ClaimAll(Concept.Faster, Concept.Slower);
            return true;
        }

        var moves = clause.Has(
            Concept.Zoom, Concept.ZoomOut, Concept.Pan, Concept.FadeIn, Concept.FadeOut, Concept.FadeBoth, Concept.Crossfade);
        if (moves && !clause.HasFree(TokenKind.Factor))
        {
            // "zoom in slow": the speed of the movement, not of the video.
            clause.ClaimAll(Concept.Slower);
            return true;
        }

        return false;
    }

    private static void ReadSpeed(Clause clause, Reading reading)
    {
        if (IsOfVisual(clause))
        {
            clause.IsUnclear = true;
            return;
        }

        var slides = IsOfSlides(clause, reading);
        if (!slides && SpeedWords.NamePart(clause))
        {
            ReadPart(clause, reading);
            return;
        }

        if (!ReadGoal(clause, reading))
        {
            ReadWhole(clause, reading, slides);
        }
    }

    private static void ReadWhole(Clause clause, Reading reading, bool slides)
    {
        var slower = clause.Has(Concept.Slower);
        var word = clause.Has(Concept.Faster, Concept.Slower);
        var factor = SpeedWords.FactorOf(clause, slower);
        if (factor is null && !word)
        {
            return;
        }

        if (MomentBefore(clause, reading) is { } moment)
        {
            moment.ClaimEverything();
            clause.ClaimEverything();
            reading.Add(new Decline(Inability.SpeedPart), Subject.Video);
            return;
        }

        clause.ClaimAll(
            Concept.Faster, Concept.Slower, Concept.SpeedWord, Concept.Double, Concept.Half, Concept.Voice, Concept.Recording, Concept.Episode, Concept.Music);
        clause.ClaimFrame();
        if (slides)
        {
            clause.ClaimAll(Concept.Images, Concept.Image, Concept.Swap);
            var step = slower ? 1 / 0.7 : 0.7;
            reading.Add(new SetSlides(SlidePace.Every) { Factor = factor is { } times ? 1 / times : step }, Subject.Slides);
            return;
        }

        reading.Add(factor is { } asked ? new SetSpeed(asked) : new SetSpeed(slower ? Slower : Faster) { Relative = true }, Subject.Video);
    }

    /// <summary>"the goal is at 0:12, slow that down": how long it lasts is not said.</summary>
    private static Clause? MomentBefore(Clause clause, Reading reading) => !clause.HasTime && ThatOne().IsMatch(clause.Text)
        && reading.Clauses.TakeWhile(c => c != clause).LastOrDefault() is { } before && before.Tokens.Any(t => t.Kind == TokenKind.Time)
        && before.Tokens.All(t => !Verbs.IsVerb(t.Concept)) ? before : null;

    [GeneratedRegex(@"\b(?:that|it|this)\b(?! (?:all|whole))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ThatOne();

    /// <summary>"slow motion from 5 to 8 seconds"; "speed up the boring part" does not say when.</summary>
    private static void ReadPart(Clause clause, Reading reading)
    {
        var factor = SpeedWords.PartFactorOf(clause);
        var reaches = clause.Has(Concept.After, Concept.To, Concept.End) || clause.HasWord(WordLists.OpenStarts);
        var part = clause.HasTime ? TimeReader.Read(clause)?.Span : null;
        var isPart = part is { To: not null } or { From.Ticks: < 0 } || (reaches && part is { From.Ticks: > 0 });
        clause.ClaimEverything();
        reading.Add(isPart ? new SetPartSpeed(part!, factor) : new Decline(Inability.SpeedPart), Subject.Video);
    }

    /// <summary>"faster visuals": they move with the sound, and the video is not to be faster.</summary>
    private static bool IsOfVisual(Clause clause) => clause.HasFree(Concept.Faster, Concept.Slower, Concept.SpeedWord)
        && clause.Tokens.Any(t => Clause.SubjectOf(t.Concept) is Subject.Visual)
        && !clause.Has(Concept.Video, Concept.Voice, Concept.Recording, Concept.Whole);

    /// <summary>"slower, 4 secs each" is about the pictures of a slideshow.</summary>
    private static bool IsOfSlides(Clause clause, Reading reading) => reading.Project.Slides.Count > 0
        && (reading.Focus == Subject.Slides
            || SpeedWords.IsBare(clause)
            || clause.Has(Concept.Images, Concept.Image, Concept.Slideshow)
            || reading.Says(Concept.Each)
            || clause.Tokens.Any(t => clause.TextOf(t).ToLowerInvariant() is "changes" or "switching" or "switches" or "transitions" or "换图" or "切换"));

    /// <summary>"get it down to 30 seconds by speeding it up".</summary>
    private static bool ReadGoal(Clause clause, Reading reading)
    {
        if (!clause.HasFree(Concept.Faster) || !(SpeedWords.SaysBy(clause) || SpeedWords.SaysGoal(clause)) || clause.Free(TokenKind.Duration).ToList() is not [var goal])
        {
            return false;
        }

        var length = clause.Tokens[goal].Time;
        if (length <= TimeSpan.Zero || reading.Project.Duration <= length)
        {
            return false;
        }

        reading.Add(new SetSpeed(Math.Round(Math.Min(4, reading.Project.Duration / length), 3)), Subject.Video);
        clause.ClaimEverything();
        return true;
    }
}
