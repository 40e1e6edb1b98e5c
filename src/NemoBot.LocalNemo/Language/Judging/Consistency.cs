using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Readers;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Brings the edits of a message into agreement: what clauses by themselves say twice, or against each other.</summary>
internal static partial class Consistency
{
    /// <summary>The edits in the order in which they are to be applied, without those that others make void.</summary>
    public static List<Edit> Restore(Reading reading, List<Edit> edits)
    {
        ShowWhole(reading, edits);
        if (!reading.HasMusic && edits.Contains(new Decline(Inability.Separate)))
        {
            // 把说话的声音去掉，只留背景音乐: both are in one sound.
            edits.RemoveAll(e => e is SetVolume { Track: Track.Main, Level: 0 });
        }

        // Letters are those of texts that are there; whether a size can be kept is known once the length is.
        // Muting the main sound makes the music loud: how loud it is to be is said after that.
        var mutes = edits.Exists(e => e is SetVolume { Track: Track.Main, Level: 0 });
        edits = [.. edits.OrderBy(e => e is SetFileSize ? 3 : e is SetFont or MatchColor ? 2 : e is SetMusic { From: not null } or SetMusic { FromChorus: not null } or SetCaptions { Most: not null } ? 1 : mutes && e is SetVolume { Track: Track.Music, Level: not null } ? 1 : 0)];
        ShareEvenly(reading, edits);
        DropSwap(reading, edits);
        if (edits.Exists(e => e is SetBackground))
        {
            edits.RemoveAll(e => e is UseAnyPicture);
        }

        if (edits.Exists(e => e is AddTitle or ShowTags))
        {
            // "a title please: ...": its text comes in the next clause.
            edits.RemoveAll(e => e is AskForTitle);
        }

        FrameOnBlack(edits);
        FixHighlight(edits);
        GifOfPart.Read(reading, edits);
        if (edits.Exists(e => e is RemoveCaptions) && reading.Situation.Project?.Captions is null && edits.Exists(e => e is AddCaptions))
        {
            // "lyric style, no lyrics yet".
            edits.RemoveAll(e => e is RemoveCaptions or AddCaptions);
        }

        return edits;
    }

    /// <summary>"make it 4:5, don't cut anyone off": the new shape shows the whole picture.</summary>
    private static void ShowWhole(Reading reading, List<Edit> edits)
    {
        var shaped = reading.Situation.LastEdits.Any(e => e is SetCanvas { Ratio: not null });
        if (reading.ForbidsCropping && edits.Count == 0 && reading.Clauses.Any(c => c.IsForbidden && (shaped || c.Has(Concept.Image, Concept.Cover)) && c.Text.Contains('裁', StringComparison.Ordinal)))
        {
            // 图片不要被裁掉; 两边别裁掉, once the shape is another.
            edits.Add(new SetPicture { Fit = PictureFit.Blur });
        }

        if (reading.ForbidsCropping && edits.Exists(e => e is SetCanvas { Ratio: not null }) && !edits.Exists(e => e is SetPicture { Focus: not null }))
        {
            edits.RemoveAll(e => e is SetPicture { Fit: not null });
            edits.Add(new SetPicture { Fit = PictureFit.Blur });
        }
    }

    /// <summary>"a.png 20 sec, the others evenly": where each had a fixed time, the others share what is left now.</summary>
    private static void ShareEvenly(Reading reading, List<Edit> edits)
    {
        if (reading.Project.SlideTiming is { Pace: SlidePace.Every } && edits.FindIndex(e => e is SetSlideTime) is >= 0 and var at
            && !edits.Exists(e => e is SetSlides) && OthersEvenly().IsMatch(reading.Situation.Text))
        {
            edits.Insert(at, new SetSlides(SlidePace.Even));
        }
    }

    [GeneratedRegex(@"\b(?:others?|rest|remaining)\b[^.;]{0,30}\b(?:even|evenly|equal|equally|the same)\b|(?:其他|其它|其余|剩下|别的)[^。；]{0,6}(?:平均|均分|平分|一样长)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OthersEvenly();

    /// <summary>"other way round, second clip first" says it twice; "swap em, captions on top and the title below" means those.</summary>
    private static void DropSwap(Reading reading, List<Edit> edits) => edits.RemoveAll(e => e is SwapItems { First: null }
        && (edits.Exists(o => o is MoveItem) || (edits.Exists(o => o is not (SwapItems or PlaceFile)) && reading.Situation.Project is null or { Clips.Count: < 2, Slides.Count: < 2 })));

    /// <summary>"the cover small in the center, black behind it": the picture stays, with black around it.</summary>
    private static void FrameOnBlack(List<Edit> edits)
    {
        if (edits.FindIndex(e => e is SetPicture { Fit: PictureFit.Card }) is >= 0 and var card && edits.FindIndex(e => e is SetBackground { Kind: BackgroundKind.Color, Color: "#000000" }) is >= 0 and var black)
        {
            edits[card] = ((SetPicture)edits[card]) with { Fit = PictureFit.Letterbox };
            edits.RemoveAt(black);
        }
    }

    private static void FixHighlight(List<Edit> edits)
    {
        if (edits.OfType<KeepHighlight>().FirstOrDefault() is { Length: { } length } && edits.FindIndex(e => e is KeepRanges { Parts: [{ From: not null, To: null }] }) is >= 0 and var begun && ((KeepRanges)edits[begun]).Parts[0].From is { } start)
        {
            // "an 8 s canvas from the chorus at 0:42": where it begins, and how long it is.
            edits[begun] = new KeepRanges([new Span(start, start + length)]);
        }

        if (edits.Exists(e => e is KeepRanges { Parts: [{ From: not null, To: not null }] }))
        {
            // "podcast highlights, start at 0:10, end at 0:50": the times say which.
            edits.RemoveAll(e => e is KeepHighlight);
        }
    }
}
