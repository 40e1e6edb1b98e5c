using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads slideshows: which pictures, how long each, in which order.</summary>
internal sealed class SlideReader : IClauseReader
{
    private static readonly TimeSpan UsualCrossfade = TimeSpan.FromSeconds(1);

    public void Read(Clause clause, Reading reading)
    {
        if (SlideExchange.Read(clause, reading))
        {
            return;
        }

        if (ReplacesByAnother(clause, reading))
        {
            // "replace the second picture with the first": none is shown twice.
            clause.IsUnclear = true;
            return;
        }

        OwnSlideTimes.Read(clause, reading);
        var begins = (clause.HasFree(Concept.Slideshow) && !clause.Has(Concept.Remove)) || UsesAll(clause, reading);
        if (begins)
        {
            Begin(clause, reading);
            if (OnlyPicturesArrive(reading) && SaysWhole(clause))
            {
                SlideTimes.Share(clause, reading);
            }
        }
        else if (OnlyPicturesArrive(reading) && clause.HasFree(TokenKind.Duration) && clause.HasFree(Concept.Each))
        {
            // 用这三张图，每张3秒: pictures alone that are shown in turn.
            PlacePictures(reading);
        }
        else if (OnlyPicturesArrive(reading) && MakesVideo(clause))
        {
            PlacePictures(reading);
            SlideTimes.Share(clause, reading);
            clause.ClaimAll(Concept.Image, Concept.Images, Concept.Video, Concept.It, Concept.From);
            clause.ClaimFrame();
        }

        SlideTimes.Read(clause, reading, begins);
        ItemOrder.Read(clause, reading);
        ReadCrossfade(clause, reading);
    }

    private static void Begin(Clause clause, Reading reading)
    {
        clause.ClaimAll(Concept.Slideshow, Concept.Images, Concept.Image, Concept.AllOf, Concept.Music, Concept.Voice);
        clause.ClaimFrame();
        clause.Free(TokenKind.Number).ToList().ForEach(i => clause.Claim(i));
        PlacePictures(reading);
        if (!reading.HasMusic)
        {
            // "... while I talk": the pictures are shown all the time.
            reading.Clauses.ToList().ForEach(c => c.ClaimAll(Concept.WhileSpeaking));
        }
    }

    /// <summary>"use both of these", 两张都用上: the pictures that wait are shown in turn.</summary>
    private static bool UsesAll(Clause clause, Reading reading)
    {
        var asks = clause.HasFree(Concept.AllOf)
            && clause.Has(Concept.Use, Concept.Add)
            && !clause.Has(Concept.Remove, Concept.Not, Concept.Music, Concept.Voice, Concept.Video);
        return asks
            && reading.Situation.HasMaterial
            && reading.Project.Slides.Count == 0
            && reading.Situation.Files.Count(f => f.Facts.Kind == MediaKind.Image && !FileUse.IsUsed(reading.Project, f)) > 1
            && clause.Tokens.All(MayBeOfPictures);
    }

    private static bool MayBeOfPictures(Token token) => Clause.SubjectOf(token.Concept) is Subject.None or Subject.Slides
        && !token.IsTime
        && token.Kind is not (TokenKind.Quote or TokenKind.Color or TokenKind.Unknown);

    private static bool ReplacesByAnother(Clause clause, Reading reading) => reading.Project.Slides.Count > 1
        && clause.Has(Concept.Replace)
        && clause.HasFree(Concept.Image, Concept.Images)
        && clause.Tokens.Count(t => t.Kind is TokenKind.Ordinal or TokenKind.Number || t.Concept is Concept.First or Concept.Last) > 1;

    /// <summary>"a 10 second video out of these pictures", 30秒的相册: the length of all of it.</summary>
    private static bool SaysWhole(Clause clause) => !clause.Has(Concept.Each)
        && clause.Tokens.Index().Any(t => t.Item.Kind == TokenKind.Duration && t.Index + 1 < clause.Tokens.Count
            && (clause.Tokens[t.Index + 1].Concept is Concept.Video or Concept.Slideshow || clause.TextOf(clause.Tokens[t.Index + 1]) is "的"));

    /// <summary>三张图做个10秒的视频: nothing but the pictures can be meant.</summary>
    private static bool MakesVideo(Clause clause) => clause.HasFree(Concept.Video)
        && (clause.HasFree(Concept.Image, Concept.Images) || clause.HasFree(TokenKind.Duration))
        && !clause.Has(Concept.Each, Concept.Remove, Concept.Cut, Concept.Not, Concept.Background, Concept.Loop)
        && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) is Subject.None or Subject.Slides or Subject.Background or Subject.Video);

    private static bool OnlyPicturesArrive(Reading reading) => reading.Situation is { Project: null, Files.Count: > 1 }
        && reading.Situation.Files.All(f => f.Facts.Kind == MediaKind.Image);

    /// <summary>Shows all pictures that wait, in turn.</summary>
    public static void PlacePictures(Reading reading)
    {
        var pictures = reading.Situation.Files.Where(f => ShowFiles.Shows(reading, f) && !reading.Placed.Contains(f.Id)
            && reading.Project.Slides.All(s => s.Asset.Id != f.Id) && reading.Project.Overlays.All(o => o.Asset.Id != f.Id)).ToList();
        foreach (var picture in pictures)
        {
            reading.Add(new PlaceFile(picture.Id, FileRole.Slide));
        }

        reading.Focus = Subject.Slides;
        if (pictures.Count == 0 && reading.Project.Slides.Count == 0 && !reading.Edits.OfType<PlaceFile>().Any(p => p.As == FileRole.Slide))
        {
            reading.Add(new SetSlides(SlidePace.Even), Subject.Slides);
        }
    }

    private static void ReadCrossfade(Clause clause, Reading reading)
    {
        if (clause.HasFree(Concept.HardCut))
        {
            clause.ClaimAll(Concept.HardCut, Concept.Images, Concept.Image, Concept.From, Concept.Each, Concept.AllOf, Concept.Slideshow);
            clause.ClaimFrame();
            reading.Add(new SetCrossfade(TimeSpan.Zero), Subject.Slides);
            return;
        }

        var fades = clause.HasFree(Concept.FadeBoth, Concept.FadeIn, Concept.FadeOut)
            && reading.Project.Slides.Count + reading.Project.Clips.Count > 1
            && clause.Tokens.Any(t => WordLists.Between.Contains(clause.TextOf(t)));
        if (!clause.HasFree(Concept.Crossfade) && !fades)
        {
            return;
        }

        var off = clause.Has(Concept.Remove, Concept.Not);
        var length = clause.Take(TokenKind.Duration)?.Time ?? UsualCrossfade;
        clause.ClaimAll(
            Concept.Crossfade, Concept.FadeBoth, Concept.FadeIn, Concept.FadeOut, Concept.Remove, Concept.Not, Concept.Images, Concept.Image,
            Concept.Each, Concept.AllOf, Concept.Middle);
        clause.ClaimFrame();
        reading.Add(new SetCrossfade(off ? TimeSpan.Zero : length), reading.Focus);
    }
}
