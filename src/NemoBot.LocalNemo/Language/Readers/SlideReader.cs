using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers;

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

        if (reading.Project.Slides.Count > 1 && clause.Has(Concept.Replace) && clause.HasFree(Concept.Image, Concept.Images) && clause.Tokens.Count(t => t.Kind is TokenKind.Ordinal or TokenKind.Number || t.Concept is Concept.First or Concept.Last) > 1)
        {
            // "replace the second picture with the first": none is shown twice.
            clause.IsUnclear = true;
            return;
        }

        ReadOneTime(clause, reading);
        var begins = (clause.HasFree(Concept.Slideshow) && !clause.Has(Concept.Remove)) || UsesAll(clause, reading);
        if (begins)
        {
            clause.ClaimAll(Concept.Slideshow, Concept.Images, Concept.Image, Concept.AllOf, Concept.Music, Concept.Voice);
            clause.ClaimFrame();
            foreach (var i in clause.Free(TokenKind.Number).ToList())
            {
                clause.Claim(i);
            }

            PlacePictures(reading);
            if (!reading.HasMusic)
            {
                // "... while I talk": the pictures are shown all the time.
                reading.Clauses.ToList().ForEach(c => c.ClaimAll(Concept.WhileSpeaking));
            }
        }

        if (!begins && clause.HasFree(TokenKind.Duration) && clause.HasFree(Concept.Each) && reading.Situation is { Project: null, Files.Count: > 1 } && reading.Situation.Files.All(f => f.Facts.Kind == MediaKind.Image))
        {
            // 用这三张图，每张3秒: pictures alone that are shown in turn.
            PlacePictures(reading);
        }

        ReadTiming(clause, reading, begins);
        ReadOrder(clause, reading);
        ReadCrossfade(clause, reading);
    }

    /// <summary>"use both of these", 两张都用上: the pictures that wait are shown in turn.</summary>
    private static bool UsesAll(Clause clause, Reading reading) => clause.HasFree(Concept.AllOf) && clause.Has(Concept.Use, Concept.Add) && reading.Situation.HasMaterial && reading.Project.Slides.Count == 0
        && reading.Situation.Files.Count(f => f.Facts.Kind == MediaKind.Image && !FileUse.IsUsed(reading.Project, f)) > 1
        && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) is Subject.None or Subject.Slides && !t.IsTime && t.Kind is not (TokenKind.Quote or TokenKind.Color or TokenKind.Unknown))
        && !clause.Has(Concept.Remove, Concept.Not, Concept.Music, Concept.Voice, Concept.Video);

    /// <summary>"the first two", 最后两张: their numbers.</summary>
    private static List<int> EdgePair(Clause clause)
    {
        for (var i = 0; i + 1 < clause.Tokens.Count; i++)
        {
            if (!clause.IsClaimed(i) && clause.Tokens[i].Concept is Concept.First or Concept.Last && WordLists.Pairs.Contains(clause.TextOf(clause.Tokens[i + 1])))
            {
                clause.Claim(i + 1);
                return clause.Claim(i).Concept == Concept.First ? [1, 2] : [-2, -1];
            }
        }

        return [];
    }

    private static void PlacePictures(Reading reading)
    {
        var pictures = reading.Situation.Files.Where(f => f.Facts.Kind == MediaKind.Image && !reading.Placed.Contains(f.Id)
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

    private static void ReadTiming(Clause clause, Reading reading, bool begins)
    {
        // Several pictures in one message make a slideshow without being asked for.
        var arrive = reading.Situation.NewFiles.Count(f => f.Facts.Kind == MediaKind.Image) > 1;
        var hasSlides = arrive || reading.Focus == Subject.Slides || reading.Project.Slides.Count > 0 || reading.Edits.OfType<PlaceFile>().Any(p => p.As == FileRole.Slide);
        if (!hasSlides)
        {
            return;
        }

        if (clause.HasFree(Concept.Double, Concept.Half) && clause.HasFree(Concept.Each, Concept.Images, Concept.Image, Concept.Slideshow) && reading.Project.Slides.Count > 0 && clause.Tokens.Any(t => WordLists.Lengths.Contains(clause.TextOf(t))))
        {
            // "every pic twice as long", 每张图时间加倍.
            var factor = clause.ClaimAll(Concept.Double) ? 2 : 0.5;
            clause.ClaimAll(Concept.Half);
            Claim(clause);
            reading.Add(new SetSlides(SlidePace.Every) { Factor = factor }, Subject.Slides);
        }
        else if (clause.HasFree(TokenKind.Duration) && (clause.HasFree(Concept.Each) || IsPerPicture(clause) || (begins && !clause.Has(Concept.Keep, Concept.Trim, Concept.Cut))))
        {
            var length = clause.Take(TokenKind.Duration)!.Time;
            Claim(clause);
            reading.Add(new SetSlides(SlidePace.Every) { Length = length }, Subject.Slides);
        }
        else if (clause.HasFree(Concept.Image, Concept.Images, Concept.Slideshow, Concept.Each) && clause.Tokens.Any(t => clause.TextOf(t).ToLowerInvariant() is "evenly" or "equally"))
        {
            clause.ClaimEverything();
            reading.Add(new SetSlides(SlidePace.Even), Subject.Slides);
        }
        else if (clause.HasFree(Concept.OnBeat, Concept.Beat))
        {
            if (arrive)
            {
                PlacePictures(reading);
            }

            var beats = clause.Take(TokenKind.Number) ?? clause.Take(TokenKind.Ordinal);
            clause.ClaimAll(Concept.OnBeat, Concept.Beat);
            Claim(clause);
            reading.Add(new SetSlides(SlidePace.OnBeats) { Beats = beats is { Value: >= 1 and <= 64 } said ? (int)said.Value : null }, Subject.Slides);
        }
    }

    /// <summary>"show the 2nd picture from 10 to 25 seconds", "switch to b.jpg at 20 s": one picture has no time of its own.</summary>
    private static void ReadOneTime(Clause clause, Reading reading)
    {
        var named = clause.Free(TokenKind.File).Any(i => reading.Project.Slides.Any(s => s.Asset.Id == clause.Tokens[i].Content))
            || (clause.HasFree(Concept.Image, Concept.Slideshow) && (clause.HasFree(TokenKind.Ordinal) || clause.HasFree(TokenKind.Number) || clause.HasFree(Concept.First, Concept.Last)))
            || (clause.HasFree(Concept.First, Concept.Last) && clause.Tokens.Any(t => clause.TextOf(t) is "一张" or "张" or "那张"))
            || (clause.HasFree(TokenKind.Ordinal) && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None) && reading.Project.Titles.Count == 0);
        if (reading.Project.Slides.Count < 2 || !named || !clause.Tokens.Any(t => t.IsTime || clause.TextOf(t) is "久" or "longer" or "多停" or "久一点" or "久点" or "多停一会" or "多停一会儿" or "停久一点" or "多放一会儿" or "长一点" or "停久点" or "多留一会儿" or "as long" or "shorter" || (t.Concept is Concept.Double or Concept.Half && clause.Text.Contains("long", StringComparison.OrdinalIgnoreCase))) || clause.Has(Concept.Each, Concept.Cut, Concept.Remove, Concept.Trim, Concept.Keep, Concept.Title, Concept.Captions, Concept.Music) || clause.HasFree(TokenKind.Quote))
        {
            return;
        }

        clause.ClaimEverything();
        reading.Add(new Decline(Inability.SlideTime), Subject.Slides);
    }

    /// <summary>"6 secs a photo", 一张图6秒.</summary>
    private static bool IsPerPicture(Clause clause) => clause.HasFree(Concept.Image) && clause.Tokens.All(t => t.Kind == TokenKind.Duration || t.Concept is Concept.Image or Concept.Filler);

    private static void Claim(Clause clause)
    {
        clause.ClaimAll(Concept.Each, Concept.Image, Concept.Images, Concept.Slideshow, Concept.Slower, Concept.Faster, Concept.Music, Concept.Voice, Concept.Cut, Concept.AllOf,
            Concept.SpeedWord);
        clause.ClaimFrame();
    }

    private static void ReadOrder(Clause clause, Reading reading)
    {
        if (reading.Project.Titles.Count > 1 && (clause.HasFree(Concept.Title) || reading.Project is { Clips.Count: < 2, Slides.Count: 0 }))
        {
            return;
        }

        if (clause.Has(Concept.Swap) && clause.Has(Concept.Volume, Concept.Music))
        {
            return;
        }

        if (clause.HasFree(Concept.Swap, Concept.Order) || (clause.Has(Concept.Reverse) && clause.Has(Concept.Order)))
        {
            var kind = KindOf(clause, reading);
            var pair = EdgePair(clause);
            var numbers = clause.Free(TokenKind.Number).Concat(clause.Free(TokenKind.Ordinal)).Order().Take(2).ToList();
            List<int> named = [.. pair.Concat(numbers.Select(i => (int)clause.Claim(i).Value)).Concat(FileNumbers(clause, reading)).Take(2)];
            clause.ClaimAll(Concept.Swap, Concept.Order, Concept.Reverse, Concept.Image, Concept.Images, Concept.And, Concept.Slideshow);
            clause.ClaimFrame();
            reading.Add(new SwapItems(kind) { First = named is [var first, _] ? first : null, Second = named is [_, var second] ? second : null }, FocusOf(kind));
            return;
        }

        if (!(clause.Has(Concept.Move, Concept.First, Concept.Last, Concept.Begin, Concept.End, Concept.Change) || (clause.Has(Concept.Before, Concept.After) && clause.HasFree(Concept.Image, Concept.Video))) || clause.Has(Concept.Remove, Concept.Cut, Concept.Replace) || clause.HasFree(TokenKind.Duration) || clause.HasFree(TokenKind.Time)
            || clause.HasFree(TokenKind.Quote) || (reading.Project.Slides.Count + reading.Project.Clips.Count < 2 && !ArriveTogether(reading, MediaKind.Video) && !ArriveTogether(reading, MediaKind.Image)))
        {
            return;
        }

        if (MoveBeside(clause, reading))
        {
            return;
        }

        var number = References.Number(clause, Concept.Image, Concept.Images, Concept.Video) ?? FileNumbers(clause, reading).Cast<int?>().FirstOrDefault() ?? OrdinalAlone(clause, reading);
        var target = clause.HasFree(Concept.First, Concept.Begin) ? 1 : clause.HasFree(Concept.Last, Concept.End) ? -1
            : clause.Free(TokenKind.Ordinal).Select(i => (int?)clause.Tokens[i].Value).FirstOrDefault();
        if (number is null && reading.Project.Slides.Count > 1 && clause.FreeIndexOf(Concept.First) is >= 0 and var front && clause.FreeIndexOf(Concept.Last) is >= 0 and var back
            && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) is Subject.None or Subject.Slides or Subject.Background))
        {
            // 最后一张放到最前面: what is said first is moved.
            (number, target) = back < front ? (-1, 1) : (1, -1);
        }

        if (number is { } from && target is { } to)
        {
            if (clause.ClaimAll(Concept.After) && to > 0)
            {
                // "the third should come after the first".
                to = from < to ? to : to + 1;
            }

            var kind = KindOf(clause, reading);
            clause.Take(TokenKind.Ordinal);
            clause.ClaimAll(Concept.First, Concept.Last, Concept.Begin, Concept.End, Concept.Image, Concept.Images);
            clause.ClaimFrame();
            reading.Add(new MoveItem(kind, from, to), FocusOf(kind));
        }
    }

    /// <summary>"put b.jpg before a.jpg", b.jpg放到a.jpg前面.</summary>
    private static bool MoveBeside(Clause clause, Reading reading)
    {
        var before = clause.Has(Concept.Before, Concept.First);
        if ((!before && !clause.Has(Concept.After, Concept.Last)) || clause.Free(TokenKind.File).Skip(2).Any() || !clause.Free(TokenKind.File).Skip(1).Any() || FileNumbers(clause, reading).ToList() is not [var from, var beside] || from == beside)
        {
            return false;
        }

        clause.ClaimAll(Concept.Before, Concept.First, Concept.After, Concept.Last, Concept.Move, Concept.Image, Concept.Images);
        clause.ClaimFrame();
        var kind = KindOf(clause, reading);
        var to = before ? from < beside ? beside - 1 : beside : from < beside ? beside : beside + 1;
        if (to != from)
        {
            reading.Add(new MoveItem(kind, from, to), FocusOf(kind));
        }

        return true;
    }

    /// <summary>Several files of a kind begin the project.</summary>
    private static bool ArriveTogether(Reading reading, MediaKind kind) => reading.Situation.Project is null && reading.Situation.Files.Count(f => f.Facts.Kind == kind) > 1;

    /// <summary>第三张 without a noun, while a slideshow is there; "2nd one first" of clips that came together.</summary>
    private static int? OrdinalAlone(Clause clause, Reading reading) =>
        (reading.Project.Slides.Count > 1 || ArriveTogether(reading, MediaKind.Video) || ArriveTogether(reading, MediaKind.Image)) && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None) ? (int?)clause.Take(TokenKind.Ordinal)?.Value : null;

    private static ItemKind KindOf(Clause clause, Reading reading) =>
        (reading.Project.Slides.Count > 1 || ArriveTogether(reading, MediaKind.Image)) && !clause.Has(Concept.Video) ? ItemKind.Slide : ItemKind.Clip;

    private static Subject FocusOf(ItemKind kind) => kind == ItemKind.Slide ? Subject.Slides : Subject.Video;

    /// <summary>Files named in the clause as numbers in the slideshow or among the clips.</summary>
    private static IEnumerable<int> FileNumbers(Clause clause, Reading reading)
    {
        List<string> order = reading.Project.Slides.Count > 1
            ? [.. Items.Pictures(reading.Project).Select(s => s.Asset.Id)] : [.. reading.Project.Clips.Select(c => c.Asset.Id)];
        foreach (var i in clause.Free(TokenKind.File).ToList())
        {
            if (order.IndexOf(clause.Tokens[i].Content) is >= 0 and var index)
            {
                clause.Claim(i);
                yield return index + 1;
            }
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

        var fades = clause.HasFree(Concept.FadeBoth, Concept.FadeIn, Concept.FadeOut) && reading.Project.Slides.Count + reading.Project.Clips.Count > 1 && clause.Tokens.Any(t => WordLists.Between.Contains(clause.TextOf(t)));
        if (!clause.HasFree(Concept.Crossfade) && !fades)
        {
            return;
        }

        var off = clause.Has(Concept.Remove, Concept.Not);
        var length = clause.Take(TokenKind.Duration)?.Time ?? UsualCrossfade;
        clause.ClaimAll(Concept.Crossfade, Concept.FadeBoth, Concept.FadeIn, Concept.FadeOut, Concept.Remove, Concept.Not, Concept.Images, Concept.Image, Concept.Each, Concept.AllOf, Concept.Middle);
        clause.ClaimFrame();
        reading.Add(new SetCrossfade(off ? TimeSpan.Zero : length), reading.Focus);
    }
}
