using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Lexing;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Completes a short message by what the one before asked for: "and the last 5" after a cut, "make it 2 seconds" after a crossfade.</summary>
internal static partial class Continuation
{
    private const int Longest = 60;

    private static readonly TimeSpan LongestFade = TimeSpan.FromSeconds(10);

    /// <summary>What a message may go on with, by the last edit; the first that fits is meant.</summary>
    private static readonly Func<string, Situation, Edit, string?>[] Rules =
    [
        WithSpeedBack,
        WithBackgroundBack,
        (text, _, last) => CutContinuation.Complete(text, last),
        WithDelay,
        WithLight,
        WithOtherEdge,
        WithTitle,
        WithLength,
    ];

    /// <summary>The message with the words that it leaves out.</summary>
    public static string Complete(string text, Situation situation) =>
        text.Length > Longest || !situation.HasMaterial || situation.NewFiles.Count > 0 || situation.LastEdits.Count == 0
            ? text
            : Rules.Select(r => r(text, situation, situation.LastEdits[^1])).FirstOrDefault(t => t is not null) ?? text;

    /// <summary>The message is in Chinese.</summary>
    public static bool IsChinese(string text) => text.Any(c => c >= 0x2E80);

    /// <summary>语速还是改回去吧, after something else was changed.</summary>
    private static string? WithSpeedBack(string text, Situation situation, Edit last) =>
        last is not (SetSpeed or Undo) && situation.Project is { } played && played.Clips.Any(c => c.Speed != 1) && SpeedBack().IsMatch(text) ? "恢复正常速度" : null;

    private static string? WithBackgroundBack(string text, Situation situation, Edit last) =>
        situation.LastEdits is [SetBackground or PlaceFile { As: FileRole.Background }] && BackgroundBack().IsMatch(text) ? "撤销" : null;

    private static string? WithDelay(string text, Situation situation, Edit last) => last is DelaySound && MoreDelay().Match(text) is { Success: true } delay
        ? $"the sound {delay.Groups["time"].Value} seconds {(delay.Groups["late"].Success ? "earlier" : "later")}"
        : null;

    private static string? WithLight(string text, Situation situation, Edit last) =>
        last is not SetPictureLook { Brightness: not null } || TooMuchLight().Match(text) is not { Success: true } light ? null
        : light.Groups["dark"].Success ? "make the picture brighter"
        : "make the picture darker";

    /// <summary>开头也要, after a fade at the end.</summary>
    private static string? WithOtherEdge(string text, Situation situation, Edit last) => OtherEdge().Match(text) is not { Success: true } edge ? null
        : (last, edge.Groups["begin"].Success) switch
        {
            (SetMusic { FadeOut: not null }, true) => "音乐淡入",
            (SetMusic { FadeIn: not null }, false) => "音乐淡出",
            (SetFades { Out: not null }, true) => "视频淡入",
            (SetFades { In: not null }, false) => "视频淡出",
            _ => null,
        };

    /// <summary>"the caption only for the first 3 seconds", where a title is the only text.</summary>
    private static string? WithTitle(string text, Situation situation, Edit last) =>
        situation.Project is { Captions: null, Titles.Count: > 0 } && TheCaption().IsMatch(text) ? TheCaption().Replace(text, "the title") : null;

    private static string? WithLength(string text, Situation situation, Edit last)
    {
        if (Length().Match(text) is not { Success: true } said)
        {
            return null;
        }

        var (time, chinese) = (WithUnit(said.Groups["time"].Value.Trim()), IsChinese(text));
        var wish = WishOf(last, chinese) ?? (situation.LastEdits.Count == 1 ? CutContinuation.WithOtherLength(last, chinese) : null);
        return wish is null || IsTooLong(last, time) ? null : string.Format(CultureInfo.InvariantCulture, wish, time);
    }

    private static string WithUnit(string time) => char.IsAsciiDigit(time[^1]) ? time + " seconds" : time;

    /// <summary>"make it 15 seconds long", after a fade, is about the video.</summary>
    private static bool IsTooLong(Edit last, string time) => last is SetFades or SetCrossfade or SetMusic
        && NumberReader.Read(time, 0) is { Kind: TokenKind.Duration } length && length.Time > LongestFade;

    /// <summary>What a mere length is about, with {0} for the length.</summary>
    private static string? WishOf(Edit last, bool chinese) => last switch
    {
        SetCrossfade { Length.Ticks: > 0 } => chinese ? "叠化{0}" : "crossfade {0}",
        SetFades { In: not null, Out: null } => chinese ? "视频淡入{0}" : "fade in the video over {0}",
        SetFades { In: null, Out: not null } => chinese ? "视频淡出{0}" : "fade out the video over {0}",
        SetMusic { FadeIn: not null, FadeOut: null } => chinese ? "音乐淡入{0}" : "fade the music in over {0}",
        SetMusic { FadeOut: not null, FadeIn: null } => chinese ? "音乐淡出{0}" : "fade the music out over {0}",
        SetSlides { Pace: SlidePace.Every } => chinese ? "每张图片{0}" : "{0} each",
        AddTitle { Look.HasTime: true } or SetTitle { Look.HasTime: true } => chinese ? "标题显示{0}" : "show the title for {0}",
        LoopVideo => chinese ? "循环到{0}" : "loop it for {0}",
        _ => null,
    };

    [GeneratedRegex(@"(?<=^\W*(and |now |make |show |put )?)the (captions?|subtitles?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TheCaption();

    /// <summary>"still a bit late, another 0.2", after the sound was moved: what is late comes earlier.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:it'?s|its|no|hmm|now|still|the (?:sound|audio)(?: is)?|a (?:bit|little|tad)|too|slightly) )*(?:(?<late>late|behind|"
        + @"delayed|lagging)|early|ahead)\W+(?:(?:so|try|move it|shift it|by|another|more|about|maybe|add) )*(?<time>\d*\.?\d+) ?(?:s|secs?|"
        + @"seconds?)?(?: (?:more|please|pls))?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MoreDelay();

    /// <summary>"nah too dark now", after the picture was made darker.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:no|nah|hmm|oh|ok|now|well|that'?s|thats|it'?s|its|it is|that is|a (?:bit|little))\W+)*(?:too|way too|"
        + @"much too) (?:(?<dark>dark)|bright|light)(?: now| again| like that)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TooMuchLight();

    [GeneratedRegex(@"^\W*(?:把)?(?:语速|速度|播放速度|倍速)(?:还是|再|就)?(?:改|变|调|换)回(?:去|来)?(?:吧|了)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex SpeedBack();

    /// <summary>换回原来的背景, after nothing but the background was changed.</summary>
    [GeneratedRegex(
        @"^\W*(?:还是|把|再|请|帮我)*(?:(?:换|改|用|变)回|恢复)(?:成|到|为)?(?:原来|之前|以前|刚才|原先|上一个?)的?(?:那个|那张)?(?:背景图?|底色|底图)(?:吧|了)?\W*$|"
        + @"^\W*(?:背景图?|底色)(?:还是|再)?(?:换|改|变)回(?:去|来|原来的?|之前的?)(?:吧|了)?\W*$|"
        + @"^\W*(?:put|bring|get|take|go)(?: me)? back (?:to )?the (?:old|original|previous|last) background\W*$|"
        + @"^\W*(?:the )?(?:old|original|previous) background (?:back|again)(?: please| pls)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BackgroundBack();

    [GeneratedRegex(@"^\W*(?:那)?(?:(?<begin>开头|前面|片头|开始)|结尾|后面|片尾|最后|末尾)(?:的时候)?也(?:要|一样|加上?|加一个|来一个|淡一下|同样)(?:吧|的)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex OtherEdge();

    [GeneratedRegex(
        @"^\W*(((ok|no|actually|hmm|and|maybe|well|wait|oh|sorry|nah|rather|hm),? )*(make (it|that|them)|let it be|change (it|that) to|"
        + @"let'?s (say|do|try)|more like|try|rather|better)?\s*(?<time>\d+(\.\d+)? ?(s|sec|secs|seconds?)?)( (long|instead|please|pls))*|"
        + @"(改成|换成|变成|调成|改为|还是|不行，?|不对，?|不，?|要|就|弄成|做成|是|(?:长|短|快|慢|久)(?:一点|点|一些|些)[，, ]*)*(?<time>[\d.一二两三四五六七八九十半]+秒钟?)(吧|好了|就好|就行)?)\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Length();
}
