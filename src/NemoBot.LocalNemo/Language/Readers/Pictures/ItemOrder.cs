using NemoBot.Core.Media;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Rewording;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads in which order pictures and clips come: "swap 1 and 3", "photo 3 first", "the second clip before the first".</summary>
internal static class ItemOrder
{
    /// <summary>Reads and claims a swap or a move.</summary>
    public static void Read(Clause clause, Reading reading)
    {
        var areTitlesMeant = reading.Project.Titles.Count > 1 && (clause.HasFree(Concept.Title) || reading.Project is { Clips.Count: < 2, Slides.Count: 0 });
        if (areTitlesMeant || (clause.Has(Concept.Swap) && clause.Has(Concept.Volume, Concept.Music)))
        {
            return;
        }

        if (clause.Text.Contains(PictureOrders.Marker, StringComparison.Ordinal) && clause.Free(TokenKind.Number).Any())
        {
            Arrange(clause, reading);
        }
        else if (clause.HasFree(Concept.Swap, Concept.Order) || (clause.Has(Concept.Reverse) && clause.Has(Concept.Order)))
        {
            Swap(clause, reading);
        }
        else if (MovesOne(clause) && AreSeveral(reading) && !MoveBeside(clause, reading))
        {
            Move(clause, reading);
        }
    }

    /// <summary>图片顺序换成3 1 2: these come first, in this order.</summary>
    private static void Arrange(Clause clause, Reading reading)
    {
        List<int> wanted = [.. clause.Free(TokenKind.Number).Select(i => (int)clause.Tokens[i].Value)];
        var kind = clause.Has(Concept.Video) ? ItemKind.Clip : ItemKind.Slide;
        clause.ClaimEverything();
        if (kind == ItemKind.Slide && reading.Situation is { Project: null, Files: var files } && files.All(f => f.Facts.Kind == MediaKind.Image))
        {
            SlideReader.PlacePictures(reading);
        }

        List<int> now = [.. Enumerable.Range(1, wanted.Max())];
        foreach (var (place, number) in wanted.Index())
        {
            if (now.IndexOf(number) is var from && from != place)
            {
                reading.Add(new MoveItem(kind, from + 1, place + 1), FocusOf(kind));
                now.RemoveAt(from);
                now.Insert(place, number);
            }
        }

        if (now.SequenceEqual(Enumerable.Range(1, now.Count)))
        {
            // They come so already.
            reading.Add(new MoveItem(kind, 1, 1), FocusOf(kind));
        }
    }

    private static void Swap(Clause clause, Reading reading)
    {
        var kind = KindOf(clause, reading);
        var pair = EdgePair(clause);
        var numbers = clause.Free(TokenKind.Number).Concat(clause.Free(TokenKind.Ordinal)).Order().Take(2).ToList();
        List<int> named = [.. pair.Concat(numbers.Select(i => (int)clause.Claim(i).Value)).Concat(FileNumbers(clause, reading)).Take(2)];
        if (named is [not -1] && clause.ClaimAll(Concept.Last))
        {
            // 第一张和最后一张互换.
            named.Add(-1);
        }

        clause.ClaimAll(Concept.Swap, Concept.Order, Concept.Reverse, Concept.Image, Concept.Images, Concept.And, Concept.Slideshow);
        clause.ClaimFrame();
        reading.Add(new SwapItems(kind) { First = named is [var first, _] ? first : null, Second = named is [_, var second] ? second : null }, FocusOf(kind));
    }

    /// <summary>"put photo 3 first": one thing and where it goes.</summary>
    private static bool MovesOne(Clause clause)
    {
        var moves = clause.Has(Concept.Move, Concept.First, Concept.Last, Concept.Begin, Concept.End, Concept.Change)
            || (clause.Has(Concept.Before, Concept.After) && clause.HasFree(Concept.Image, Concept.Video));
        return moves
            && !clause.Has(Concept.Remove, Concept.Cut, Concept.Replace, Concept.BlackWhite, Concept.Sepia, Concept.Brighter, Concept.Darker, Concept.Rotate)
            && !clause.HasFree(TokenKind.Duration)
            && !clause.HasFree(TokenKind.Time)
            && !clause.HasFree(TokenKind.Quote);
    }

    private static bool AreSeveral(Reading reading) => reading.Project.Slides.Count + reading.Project.Clips.Count > 1
        || ArriveTogether(reading, MediaKind.Video)
        || ArriveTogether(reading, MediaKind.Image);

    private static void Move(Clause clause, Reading reading)
    {
        // c.png放第一张: the number says where it goes.
        var named = clause.Free(TokenKind.File).Count() == 1 ? FileNumbers(clause, reading).Cast<int?>().FirstOrDefault() : null;
        var number = named ?? References.Number(clause, Concept.Image, Concept.Images, Concept.Video)
            ?? FileNumbers(clause, reading).Cast<int?>().FirstOrDefault()
            ?? OrdinalAlone(clause, reading);
        var target = TargetOf(clause);
        if (number is null && (reading.Project.Slides.Count > 1 || (reading.Project.Clips.Count > 1 && !clause.HasFree(TokenKind.Number))) && EdgesOf(clause) is var (first, last))
        {
            (number, target) = (first, last);
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

    private static int? TargetOf(Clause clause)
    {
        if (clause.HasFree(Concept.First, Concept.Begin))
        {
            return 1;
        }

        return clause.HasFree(Concept.Last, Concept.End) ? -1 : clause.Free(TokenKind.Ordinal).Select(i => (int?)clause.Tokens[i].Value).FirstOrDefault();
    }

    /// <summary>最后一张放到最前面: what is said first is moved.</summary>
    private static (int From, int To)? EdgesOf(Clause clause)
    {
        var (front, back) = (clause.FreeIndexOf(Concept.First), clause.FreeIndexOf(Concept.Last));
        var isOfPictures = clause.Tokens.All(t => Clause.SubjectOf(t.Concept) is Subject.None or Subject.Slides or Subject.Background);
        if (front < 0 || back < 0 || !isOfPictures)
        {
            return null;
        }

        return back < front ? (-1, 1) : (1, -1);
    }

    /// <summary>"the first two", 最后两张: their numbers.</summary>
    private static List<int> EdgePair(Clause clause)
    {
        for (var i = 0; i + 1 < clause.Tokens.Count; i++)
        {
            var isEdge = !clause.IsClaimed(i) && clause.Tokens[i].Concept is Concept.First or Concept.Last;
            if (isEdge && WordLists.Pairs.Contains(clause.TextOf(clause.Tokens[i + 1])))
            {
                clause.Claim(i + 1);
                return clause.Claim(i).Concept == Concept.First ? [1, 2] : [-2, -1];
            }
        }

        // "swap the first and the last picture".
        return clause.HasFree(Concept.First) && clause.HasFree(Concept.Last) && clause.ClaimAll(Concept.First, Concept.Last) ? [1, -1] : [];
    }

    /// <summary>"put b.jpg before a.jpg", b.jpg放到a.jpg前面.</summary>
    private static bool MoveBeside(Clause clause, Reading reading)
    {
        var before = clause.Has(Concept.Before, Concept.First);
        if ((!before && !clause.Has(Concept.After, Concept.Last)) || !(clause.Free(TokenKind.File).Count() == 2 || NumberPair(clause).Count == 2))
        {
            return false;
        }

        if (FileNumbers(clause, reading).Concat(NumberPair(clause).Select(i => (int)clause.Claim(i).Value)).ToList() is not [var from, var beside] || from == beside)
        {
            return false;
        }

        clause.ClaimAll(Concept.Before, Concept.First, Concept.After, Concept.Last, Concept.Move, Concept.Image, Concept.Images, Concept.Video);
        clause.ClaimFrame();
        var kind = KindOf(clause, reading);
        // What stands after it moves up by one.
        var place = from < beside ? beside - 1 : beside;
        var to = before ? place : place + 1;
        if (to != from)
        {
            reading.Add(new MoveItem(kind, from, to), FocusOf(kind));
        }

        return true;
    }

    /// <summary>"clip 3 before clip 2": each number next to its noun.</summary>
    private static List<int> NumberPair(Clause clause) =>
        [.. clause.Free(TokenKind.Number).Where(i => i > 0 && clause.Tokens[i - 1].Concept is Concept.Video or Concept.Image && clause.Has(Concept.Before, Concept.After))];

    /// <summary>Several files of a kind begin the project.</summary>
    private static bool ArriveTogether(Reading reading, MediaKind kind) =>
        reading.Situation.Project is null && reading.Situation.Files.Count(f => f.Facts.Kind == kind) > 1;

    /// <summary>第三张 without a noun, while a slideshow is there; "2nd one first" of clips that came together.</summary>
    private static int? OrdinalAlone(Clause clause, Reading reading)
    {
        var hasOrder = reading.Project.Slides.Count > 1 || ArriveTogether(reading, MediaKind.Video) || ArriveTogether(reading, MediaKind.Image);
        var isAlone = hasOrder && clause.Tokens.All(t => Clause.SubjectOf(t.Concept) == Subject.None);
        return isAlone ? (int?)clause.Take(TokenKind.Ordinal)?.Value : null;
    }

    private static ItemKind KindOf(Clause clause, Reading reading) =>
        (reading.Project.Slides.Count > 1 || ArriveTogether(reading, MediaKind.Image)) && !clause.Has(Concept.Video) ? ItemKind.Slide : ItemKind.Clip;

    private static Subject FocusOf(ItemKind kind) => kind == ItemKind.Slide ? Subject.Slides : Subject.Video;

    /// <summary>Files named in the clause as numbers in the slideshow or among the clips.</summary>
    private static IEnumerable<int> FileNumbers(Clause clause, Reading reading)
    {
        var order = OrderOf(reading);
        foreach (var i in clause.Free(TokenKind.File).ToList())
        {
            if (order.IndexOf(clause.Tokens[i].Content) is >= 0 and var index)
            {
                clause.Claim(i);
                yield return index + 1;
            }
        }
    }

    private static List<string> OrderOf(Reading reading)
    {
        if (reading.Project.Slides.Count > 1)
        {
            return [.. Items.Pictures(reading.Project).Select(s => s.Asset.Id)];
        }

        MediaKind? kind = ArriveTogether(reading, MediaKind.Image) ? MediaKind.Image : ArriveTogether(reading, MediaKind.Video) ? MediaKind.Video : null;
        return kind is null ? [.. reading.Project.Clips.Select(c => c.Asset.Id)] : [.. reading.Situation.Files.Where(f => f.Facts.Kind == kind).Select(f => f.Id)];
    }
}
