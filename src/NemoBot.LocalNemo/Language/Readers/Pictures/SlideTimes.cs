using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads how long the pictures of a slideshow are shown: "4 seconds each", "on the beat", "each as long as the other".</summary>
internal static class SlideTimes
{
    /// <summary>Reads and claims how long each picture is shown.</summary>
    public static void Read(Clause clause, Reading reading, bool begins)
    {
        // Several pictures in one message make a slideshow without being asked for.
        var arrive = reading.Situation.NewFiles.Count(f => f.Facts.Kind == MediaKind.Image) > 1;
        if (!arrive && !HasSlides(reading))
        {
            return;
        }

        if (ChangesEach(clause, reading))
        {
            // "every pic twice as long", 每张图时间加倍.
            var factor = clause.ClaimAll(Concept.Double) ? 2 : 0.5;
            clause.ClaimAll(Concept.Half);
            Claim(clause);
            reading.Add(new SetSlides(SlidePace.Every) { Factor = factor }, Subject.Slides);
        }
        else if (clause.HasFree(TokenKind.Duration) && IsOfEach(clause, begins))
        {
            var length = LengthOf(clause, reading);
            Claim(clause);
            reading.Add(new SetSlides(SlidePace.Every) { Length = length }, Subject.Slides);
        }
        else if (IsEven(clause, reading))
        {
            clause.ClaimEverything();
            reading.Add(new SetSlides(SlidePace.Even), Subject.Slides);
        }
        else if (clause.HasFree(Concept.OnBeat, Concept.Beat))
        {
            ReadBeats(clause, reading, arrive);
        }
    }

    /// <summary>"a 10 second video": the pictures share the length.</summary>
    public static void Share(Clause clause, Reading reading)
    {
        var count = reading.Edits.OfType<PlaceFile>().Count(p => p.As == FileRole.Slide);
        if (count > 0 && clause.Take(TokenKind.Duration) is { } whole)
        {
            reading.Add(new SetSlides(SlidePace.Every) { Length = whole.Time / count }, Subject.Slides);
        }
    }

    private static void ReadBeats(Clause clause, Reading reading, bool arrive)
    {
        if (arrive)
        {
            SlideReader.PlacePictures(reading);
        }

        var beats = clause.Take(TokenKind.Number) ?? clause.Take(TokenKind.Ordinal);
        clause.ClaimAll(Concept.OnBeat, Concept.Beat);
        Claim(clause);
        reading.Add(new SetSlides(SlidePace.OnBeats) { Beats = beats is { Value: >= 1 and <= 64 } said ? (int)said.Value : null }, Subject.Slides);
    }

    private static bool HasSlides(Reading reading) => reading.Focus == Subject.Slides
        || reading.Project.Slides.Count > 0
        || reading.Edits.OfType<PlaceFile>().Any(p => p.As == FileRole.Slide);

    private static bool ChangesEach(Clause clause, Reading reading) => clause.HasFree(Concept.Double, Concept.Half)
        && clause.HasFree(Concept.Each, Concept.Images, Concept.Image, Concept.Slideshow)
        && reading.Project.Slides.Count > 0
        && clause.Tokens.Any(t => WordLists.Lengths.Contains(clause.TextOf(t)));

    private static bool IsOfEach(Clause clause, bool begins) => clause.HasFree(Concept.Each)
        || IsPerPicture(clause)
        || (begins && !clause.Has(Concept.Keep, Concept.Trim, Concept.Cut));

    private static bool IsEven(Clause clause, Reading reading)
    {
        var isThere = reading.Situation.Project is not null && reading.Project.Slides.Count > 0;
        var named = clause.HasFree(Concept.Image, Concept.Images, Concept.Slideshow, Concept.Each) || (reading.Project.Slides.Count > 1 && clause.Has(Concept.It) && !clause.HasFree(Concept.Volume, Concept.Louder));
        return (named && clause.Tokens.Any(t => clause.TextOf(t).ToLowerInvariant() is "evenly" or "equally"))
            || (isThere && !clause.HasTime && reading.Edits is not [.., SetSlideTime] && clause.Tokens.Any(t => clause.TextOf(t) is "平均" or "均匀" or "平均分配" or "平分" or "平均分")
                && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) is Subject.None or Subject.Slides or Subject.Background));
    }

    private static TimeSpan LengthOf(Clause clause, Reading reading)
    {
        var length = clause.Take(TokenKind.Duration)!.Time;
        var by = clause.Tokens.ToList().FindIndex(t => clause.TextOf(t).ToLowerInvariant() is "longer" or "more" or "shorter" or "less");
        if (by < 0 || reading.Project.Slides is not [{ Length: var shown }, ..])
        {
            return length;
        }

        // "each picture 1 second longer".
        if (clause.TextOf(clause.Claim(by)).ToLowerInvariant() is "longer" or "more")
        {
            return shown + length;
        }

        return shown > length ? shown - length : shown;
    }

    /// <summary>"6 secs a photo", 一张图6秒.</summary>
    private static bool IsPerPicture(Clause clause) => clause.HasFree(Concept.Image)
        && clause.Tokens.All(t => t.Kind == TokenKind.Duration || t.Concept is Concept.Image or Concept.Filler);

    private static void Claim(Clause clause)
    {
        clause.ClaimAll(
            Concept.Each, Concept.Image, Concept.Images, Concept.Slideshow, Concept.Slower, Concept.Faster, Concept.Music, Concept.Voice, Concept.Cut,
            Concept.AllOf, Concept.SpeedWord);
        clause.ClaimFrame();
    }
}
