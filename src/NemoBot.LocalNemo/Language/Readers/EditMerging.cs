using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers;

/// <summary>Fits an edit to those before it in a message: some say the same again, or complete one that is there.</summary>
internal static class EditMerging
{
    /// <summary>"too quiet, louder please" asks once; "a bit loud, bring it down 20%" means the 20%.</summary>
    public static bool CountsOnce(Edit edit) => edit is SetVolume or SetTitle or SetVisual or SetCaptions or SetLogo or SetSpeed or SetCanvas or SetPicture
        or RemoveMusic or GoToVersion or Decline or RemoveSilence or RemoveItem or Ask or Reverse or AddCaptions or SetScene or SetMix or GiveCaptionFile;

    /// <summary>Changes the edits before as the new one asks; true if nothing of it is left to add.</summary>
    public static bool Absorb(List<Edit> edits, Edit edit)
    {
        if (edit is SetTitle title && CompletesArtist(edits, title))
        {
            return true;
        }

        DropSteps(edits, edit);
        return edit switch
        {
            SetVolume volume => IsSilenced(edits, volume) || RepeatsStep(edits, volume),
            SetBackground background => HasColor(edits, background) || ColorsGradient(edits, background),
            RemoveSilence pauses => PadsPauses(edits, pauses),
            SetProgressBar bar => ColorsBar(edits, bar),
            KeepHighlight highlight => TakesLength(edits, highlight),
            CutRanges cut => EndsKept(edits, cut) || JoinsCuts(edits, cut),
            KeepRanges kept => LimitsKept(edits, kept) || MovesKept(edits, kept),
            _ => false,
        };
    }

    /// <summary>标题别太大，叫《慢生活》: the first title takes the look that was asked for before it.</summary>
    public static IReadOnlyList<Edit> WithEarlyLook(List<Edit> edits, AddTitle title)
    {
        if (edits.FindIndex(e => e is SetTitle { Text: null, Look: { Color: not null, HasTime: false } }) is >= 0 and var colored)
        {
            // 白底黑字，标题写“读书会”.
            var early = (SetTitle)edits[colored];
            edits.RemoveAt(colored);
            return [title with { Look = title.Look with { Color = title.Look.Color ?? early.Look.Color } }];
        }

        if (edits.FindIndex(e => e is SetTitle { Text: null, Look: { Scale: not null, HasTime: false } }) is >= 0 and var sized)
        {
            var early = edits[sized];
            edits.RemoveAt(sized);
            return [title, early];
        }

        if (edits.FindIndex(e => e is SetTitle { Text: null, Look: { HasTime: true } timed } && timed == TimesOf(timed)) is >= 0 and var shown && !title.Look.HasTime)
        {
            // 从第5秒开始，标题显示3秒，写“开饭啦”.
            var times = ((SetTitle)edits[shown]).Look;
            edits.RemoveAt(shown);
            return [title with { Look = title.Look with { From = times.From, To = times.To, Length = times.Length } }];
        }

        return [title];
    }

    /// <summary>A look that says no more than when.</summary>
    private static TitleLook TimesOf(TitleLook look) => new() { From = look.From, To = look.To, Length = look.Length };

    /// <summary>Takes back a vague step that the new edit says better.</summary>
    private static void DropSteps(List<Edit> edits, Edit edit)
    {
        // 看不清，放大一点 asks for one step: the second says it with the rest.
        if (edit is SetCaptions { Scale: { } step } && edits.FindIndex(new SetCaptions { Scale = step }.Equals) is >= 0 and var same)
        {
            edits.RemoveAt(same);
        }

        // "the logo is too big, make it half": the amount counts, not one step more.
        if (edits.Count > 0 && IsStepBefore(edits[^1], edit))
        {
            edits.RemoveAt(edits.Count - 1);
        }

        if (edit is SetVolume volume && edits.FindIndex(e => IsVagueStep(e, volume.Track)) is >= 0 and var vague)
        {
            edits.RemoveAt(vague);
        }
    }

    private static bool IsStepBefore(Edit before, Edit edit) => (before, edit) switch
    {
        // 读得有点快，放慢10%.
        (SetSpeed { Relative: true, Factor: 0.8 or 1.25 }, SetSpeed) => true,
        (SetLogo { Scale: { } step } logo, SetLogo next) =>
            logo == new SetLogo { Scale = step } && IsStep(step) && (next.Scale ?? next.Size) is not null,
        (SetVisual { Scale: { } step } visual, SetVisual { Scale: not null }) =>
            visual with { Style = null } == new SetVisual { Scale = step } && IsStep(step),
        (SetCaptions { Scale: { } step } captions, SetCaptions { Scale: not null }) => captions == new SetCaptions { Scale = step } && IsStep(step),
        (SetTitle { Text: null, Look: { Scale: { } step } look } title, SetTitle next) =>
            look == new TitleLook { Scale = step } && IsStep(step) && title.Which == next.Which && (next.Look.Scale ?? next.Look.Size) is not null,
        _ => false,
    };

    private static bool IsStep(double scale) => Math.Abs(scale - 1.3) < 0.01 || Math.Abs(scale - 1 / 1.3) < 0.01;

    private static bool IsVagueStep(Edit edit, Track track) =>
        edit is SetVolume { Level: null, Decibels: null, Factor: 1.5 or 0.6 } step && (step.Track == track || step.Track == Track.All);

    /// <summary>"prod. by Kairo underneath, small": of the name that was just given, which is small anyway.</summary>
    private static bool CompletesArtist(List<Edit> edits, SetTitle edit)
    {
        if (edit is not { Text: null, Look: { HasTime: false } look } || edit.Which != TitleRef.Last
            || edits.LastOrDefault() is not AddTitle { Role: TitleRole.Artist, Look: var own } artist)
        {
            return false;
        }

        edits[^1] = artist with
        {
            Look = own with
            {
                Color = look.Color ?? own.Color,
                Place = look.Place ?? own.Place,
                Side = look.Side ?? own.Side,
                Outline = look.Outline ?? own.Outline,
                Plate = look.Plate ?? own.Plate,
                PlateColor = look.PlateColor ?? own.PlateColor,
            },
        };
        return true;
    }

    /// <summary>不用音乐了，吵: why it is to go.</summary>
    private static bool IsSilenced(List<Edit> edits, SetVolume edit) => edit.Track == Track.Music && edits.Exists(e => e is RemoveMusic);

    /// <summary>"the voice is too quiet, louder": the same step of one track before that of all.</summary>
    private static bool RepeatsStep(List<Edit> edits, SetVolume edit) =>
        edit is { Track: Track.All, Factor: 1.5 or 0.6 } && edits.Exists(e => e is SetVolume other && other.Factor == edit.Factor);

    /// <summary>"dark red background, no picture": the color is behind, not the usual gradient.</summary>
    private static bool HasColor(List<Edit> edits, SetBackground edit) =>
        edit is { Kind: BackgroundKind.Gradient, Color: null } && edits.LastOrDefault() is SetBackground { Kind: BackgroundKind.Color };

    /// <summary>背景用渐变，从紫色到蓝色: the colors of it.</summary>
    private static bool ColorsGradient(List<Edit> edits, SetBackground edit) =>
        edit.Color is not null && edits.LastOrDefault() is SetBackground { Kind: BackgroundKind.Gradient, Color: null } && ReplaceLast(edits, edit);

    /// <summary>"cut the pauses, leave a little": the same with some of each left.</summary>
    private static bool PadsPauses(List<Edit> edits, RemoveSilence edit) =>
        (edit.Padding ?? edit.MinLength) is not null && edits.LastOrDefault() is RemoveSilence pauses
        && (edit == pauses with { Padding = edit.Padding } || edit == pauses with { MinLength = edit.MinLength }) && ReplaceLast(edits, edit);

    /// <summary>"progress bar, in blue".</summary>
    private static bool ColorsBar(List<Edit> edits, SetProgressBar edit) =>
        edit is { On: true, Color: not null } && edits.LastOrDefault() is SetProgressBar { On: true } && ReplaceLast(edits, edit);

    /// <summary>做成15秒的短视频，从副歌开始: the best part of that length.</summary>
    private static bool TakesLength(List<Edit> edits, KeepHighlight edit)
    {
        if (edit.Length is not null || edits.FindIndex(e => e is KeepRanges { Parts: [{ From: null, To: not null }] }) is not (>= 0 and var whole))
        {
            return false;
        }

        edits[whole] = new KeepHighlight(((KeepRanges)edits[whole]).Parts[0].To);
        return true;
    }

    /// <summary>"start at 4 seconds and stop at 12".</summary>
    private static bool EndsKept(List<Edit> edits, CutRanges edit) => edit is { Parts: [{ From: { Ticks: > 0 } stop, To: null }] }
        && OpenStart(edits) is { } start && stop > start && start >= TimeSpan.Zero && ReplaceLast(edits, new KeepRanges([new Span(start, stop)]));

    /// <summary>All times of a message are those of the video as it is now.</summary>
    private static bool JoinsCuts(List<Edit> edits, CutRanges edit) =>
        edits.LastOrDefault() is CutRanges before && ReplaceLast(edits, new CutRanges([.. before.Parts, .. edit.Parts]));

    /// <summary>"start from 0:32 and keep it to 15 secs": a length, if it is no later moment.</summary>
    private static bool LimitsKept(List<Edit> edits, KeepRanges edit)
    {
        if (edit is not { Parts: [{ From: null or { Ticks: 0 }, To: { } limit }] } || OpenStart(edits) is not { } start)
        {
            return false;
        }

        if (limit <= start)
        {
            return ReplaceLast(edits, new KeepRanges([new Span(start, start + limit)]));
        }

        return start >= TimeSpan.Zero && ReplaceLast(edits, new KeepRanges([new Span(start, limit)]));
    }

    /// <summary>剪一段15秒的，从10秒开始; 从10秒开始，留15秒: both say one part together.</summary>
    private static bool MovesKept(List<Edit> edits, KeepRanges edit) =>
        edit is { Parts: [{ From: { Ticks: > 0 } from, To: { } to }] }
        && edits.LastOrDefault() is KeepRanges { Parts: [var before] }
        && (before == new Span(from, null) || (before.From is null or { Ticks: 0 } && before.To == to - from))
        && ReplaceLast(edits, edit);

    /// <summary>Where the part that was just kept begins, if no end was said.</summary>
    private static TimeSpan? OpenStart(List<Edit> edits) => edits.LastOrDefault() is KeepRanges { Parts: [{ From: { } start, To: null }] } ? start : null;

    private static bool ReplaceLast(List<Edit> edits, Edit edit)
    {
        edits[^1] = edit;
        return true;
    }
}
