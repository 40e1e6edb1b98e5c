using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Sets what was just set to another value or a step further: "no, 1.2" after a speed, "other direction" after the sound was moved.</summary>
internal static partial class ValueContinuation
{
    private const double Step = 2;

    /// <returns>The message with the words that it leaves out; null if it is about something else.</returns>
    public static string? Complete(string text, Situation situation, Edit last) =>
        Value(text, situation, last) ?? FadesAtBothEnds(text, last) ?? FadeStep(text, last) ?? Delay(text, last) ?? CutEdge(text, last) ?? Tighter(text, last) ?? File(text, last) ?? SoundOn(text, last);

    private static string? Value(string text, Situation situation, Edit last)
    {
        if (Other().Match(text) is not { Success: true } said)
        {
            return null;
        }

        var (value, unit) = (double.Parse(said.Groups["value"].Value, CultureInfo.InvariantCulture), said.Groups["unit"].Value.ToLowerInvariant());
        return (last, unit) switch
        {
            (SetSpeed, "" or "x" or "times") when value is >= 0.2 and <= 5 => Say($"{value}x speed"),
            (SetSpeed, "%" or "percent") => Say($"{value}% speed"),
            (SetVolume volume, "%" or "percent") => Say($"{(volume.Track == Track.Music ? "music " : "")}volume {value}%"),
            (SetVolume { Level: > 0 } volume, "") when value > 2 => Say($"{(volume.Track == Track.Music ? "music " : "")}volume {value}%"),
            (LoopVideo, "" or "x" or "times") when value is >= 2 and <= 50 && situation.Project?.Clips is [{ Duration: var once }, ..] => Say($"undo. loop it for {value * once.TotalSeconds:0.###} seconds"),
            (PlaceFile { As: FileRole.Music }, "%" or "percent") => Say($"music volume {value}%"),
            (SetFileSize { Megabytes: > 0 }, "" or "mb" or "megs" or "megabytes") when value > 0 => Say($"smaller than {value} MB"),
            (SetCanvas { FrameRate: not null }, "" or "fps" or "frames") when value is >= 10 and <= 120 => Say($"{value} fps"),
            (SetCanvas { ShortSide: not null }, "" or "p") when value is >= 240 and <= 2160 => Say($"{value}p"),
            (SetMix { Loudness: not null }, "" or "lufs" or "db") when value is >= 8 and <= 40 => Say($"-{value} LUFS"),
            _ => null,
        };
    }

    /// <summary>"5 in and 3 out", after fades.</summary>
    private static string? FadesAtBothEnds(string text, Edit last) => last is SetFades && BothEnds().Match(text) is { Success: true } both
        ? $"fade in the video over {both.Groups["in"].Value} seconds. fade out the video over {both.Groups["out"].Value} seconds" : null;

    /// <summary>"slower", "twice as long", after a fade: its length, not the video's.</summary>
    private static string? FadeStep(string text, Edit last)
    {
        if (LongerOrShorter().Match(text) is not { Success: true } said)
        {
            return null;
        }

        var factor = said.Groups["longer"].Success ? Step : 1 / Step;
        return last switch
        {
            SetCrossfade { Length: { Ticks: > 0 } length } => Say($"crossfade {length.TotalSeconds * factor:0.##} seconds"),
            SetFades { In: { Ticks: > 0 } length, Out: null } => Say($"fade in the video over {length.TotalSeconds * factor:0.##} seconds"),
            SetFades { In: null, Out: { Ticks: > 0 } length } => Say($"fade out the video over {length.TotalSeconds * factor:0.##} seconds"),
            SetFades { In: { Ticks: > 0 } begin, Out: { Ticks: > 0 } end } =>
                Say($"fade in the video over {begin.TotalSeconds * factor:0.##} seconds. fade out the video over {end.TotalSeconds * factor:0.##} seconds"),
            SetMusic { FadeIn: { Ticks: > 0 } length, FadeOut: null } => Say($"fade the music in over {length.TotalSeconds * factor:0.##} seconds"),
            SetMusic { FadeIn: null, FadeOut: { Ticks: > 0 } length } => Say($"fade the music out over {length.TotalSeconds * factor:0.##} seconds"),
            _ => null,
        };
    }

    /// <summary>"another 100 ms", "more", "too much", "wrong way", after the sound was moved.</summary>
    private static string? Delay(string text, Edit last)
    {
        if (last is not DelaySound { By: var by })
        {
            return null;
        }

        return Further().Match(text) is { Success: true } further ? Move(further.Groups["time"] is { Success: true } time ? time.Value : Seconds(by.Duration()), later: by > TimeSpan.Zero)
            : TooFar().IsMatch(text) ? Move(Seconds(by.Duration() / 2), later: by < TimeSpan.Zero)
            : WrongWay().IsMatch(text) ? Move(Seconds(by.Duration() * 2), later: by < TimeSpan.Zero)
            : null;
    }

    private static string Move(string time, bool later) => $"move the sound {time} {(later ? "later" : "earlier")}";

    private static string Seconds(TimeSpan time) => Say($"{time.TotalSeconds:0.###} seconds");

    /// <summary>"another second", after a cut at an end.</summary>
    private static string? CutEdge(string text, Edit last) => AnotherLength().Match(text) is not { Success: true } more ? null : last switch
    {
        CutRanges { Parts: [{ From.Ticks: < 0, To: null }] } or KeepRanges { Parts: [{ From: null or { Ticks: 0 }, To: not null }] } => "cut the last " + more.Groups["time"].Value,
        CutRanges { Parts: [{ From: null or { Ticks: 0 } }] } or KeepRanges { Parts: [{ From.Ticks: > 0, To: null }] } => "cut the first " + more.Groups["time"].Value,
        _ => null,
    };

    /// <summary>"even tighter", "too tight", after the pauses were cut out.</summary>
    private static string? Tighter(string text, Edit last) => last is not RemoveSilence { Place: null } pauses ? null
        : OnlyLonger().Match(text) is { Success: true } longer ? $"undo. remove the pauses longer than {longer.Groups["time"].Value} seconds"
        : TooTight().IsMatch(text) ? "undo. remove the pauses and leave 0.4 seconds on each side"
        : StillLoose().IsMatch(text) ? Say($"remove the pauses longer than {(pauses.MinLength?.TotalSeconds ?? 0.7) / Step:0.##} seconds")
        : null;

    private static string? File(string text, Edit last) => last switch
    {
        SetFileSize when StillLarge().IsMatch(text) => "smaller file",
        SetOutput { Format: OutputFormat.Gif or OutputFormat.Mp3 or OutputFormat.M4a } when VideoAgain().IsMatch(text) => "back to mp4",
        _ => null,
    };

    private static string? SoundOn(string text, Edit last) => last is SetVolume { Level: 0, Track: Track.Main or Track.All } && OnAgain().IsMatch(text) ? "undo" : null;

    private static string Say(FormattableString words) => FormattableString.Invariant(words);

    private const string Talk = @"^\W*(?:(?:no|nope|nah|hmm|ok|well|wait|sorry|oops|actually|rather|maybe|and|now|it'?s|that'?s|still|even|a (?:bit|little)|much|way|please|can you|make (?:it|that)|try|let'?s (?:say|do|try)|then)\b\W*)*";
    private const string Please = @"(?: (?:please|pls|plz|then|instead|now|still|again))*\W*$";

    [GeneratedRegex(
        Talk + @"(?:(?:(?:\d{1,4}(?:\.\d+)?[%x]? is )?(?:a (?:bit|little) |way |much )?too (?:much|many|few|fast|slow|loud|quiet|big|large|long|low|high)|faster|slower|louder|quieter|lower|higher|only|just|more like|at|to|use|try|make (?:it|that))\b\W*)*(?<value>\d{0,4}\.?\d{1,4}) ?(?<unit>x|times|%|percent|mb|megs|megabytes|fps|frames|p|lufs|db|)"
        + @"(?:(?:'s| is| would be| will be| sounds)? (?:enough|fine|ok|okay|better|good|plenty|perfect))?" + Please,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Other();

    [GeneratedRegex(
        Talk + @"(?:swap (?:those|them)\W+|the other way round\W+)?(?<in>\d+(?:\.\d+)?) ?(?:s|secs?|seconds?)? in,? (?:and )?(?<out>\d+(?:\.\d+)?) ?(?:s|secs?|seconds?)? out" + Please,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BothEnds();

    [GeneratedRegex(
        Talk + "(?:(?<longer>longer|slower|gentler|softer|smoother|too (?:short|quick|fast|abrupt|sudden|hard))|shorter|quicker|faster|snappier|too (?:long|slow))" + Please,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LongerOrShorter();

    [GeneratedRegex(Talk + @"(?:more|further|(?:by |another |add )+(?<time>\d*\.?\d+ ?(?:ms|milliseconds|s|secs?|seconds?))(?: more)?|(?<time>\d*\.?\d+ ?(?:ms|milliseconds|s|secs?|seconds?)) more)" + Please, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Further();

    [GeneratedRegex(Talk + "(?:too (?:much|far)|half of that|less)" + Please, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TooFar();

    [GeneratedRegex(Talk + "(?:the )?(?:(?:other|wrong|opposite) (?:direction|way)(?: round| around)?|worse|got worse)" + Please, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WrongWay();

    [GeneratedRegex(@"^\W*(?:(?:and|ok|now|please|cut|take|take off|cut off)\W+)*(?:another|one more) (?<time>(?:(?:\d+(?:\.\d+)?|half a|two|three|four|five|ten) )?(?:s|secs?|seconds?))(?: more)?" + Please, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AnotherLength();

    [GeneratedRegex(Talk + @"(?:only )?(?:the ones |those |pauses )?(?:longer|over|above) (?:than )?(?<time>\d+(?:\.\d+)?|one|two|three|half a)(?: ?(?:s|secs?|seconds?))?" + Please, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnlyLonger();

    [GeneratedRegex(Talk + "too (?:tight|rushed|fast|choppy|abrupt|breathless)" + Please, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TooTight();

    [GeneratedRegex(Talk + "(?:tighter|(?:the |some |too many |too much )*(?:gaps|pauses|silence|dead air)(?: left| in there)?|too loose|more of (?:it|them))" + Please, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StillLoose();

    [GeneratedRegex(Talk + "(?:smaller|lighter|too (?:big|large|heavy))" + Please, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StillLarge();

    [GeneratedRegex(@"^\W*(?:(?:no|sorry|actually|oops|wait|back to|i (?:want|meant?)|rather|not (?:a |an )?(?:gif|mp3|audio))\b\W*)+(?:a |the |as )?(?:a )?(?:normal |real |proper )?video(?: file)?(?<!^\W*no video)" + Please, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex VideoAgain();

    [GeneratedRegex(Talk + "(?:turn it |switch it )?(?:back on|on again|back on again)" + Please, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnAgain();
}
