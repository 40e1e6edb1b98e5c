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
        (text, _, last) => CutContinuation.Complete(text, last),
        WithDelay,
        WithPauses,
        WithDucking,
        WithWhole,
        WithPartSpeed,
        WithNoise,
        WithHardCut,
        WithLight,
        WithOtherEdge,
        WithTitle,
        WithOtherName,
        WithShift,
        WithOtherSize,
        WithSameColor,
        ColorCorrections.Complete,
        WithBoldLetters,
        WithLength,
        PartContinuation.Complete,
        ValueContinuation.Complete,
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

    private static string? WithDelay(string text, Situation situation, Edit last) => last is not DelaySound delayed ? null
        : OtherWay().IsMatch(text) ? string.Create(CultureInfo.InvariantCulture, $"撤销，声音{(delayed.By > TimeSpan.Zero ? "提前" : "延后")}{Math.Abs(delayed.By.TotalSeconds):0.###}秒")
        : MoreDelay().Match(text) is { Success: true } delay
        ? $"the sound {delay.Groups["time"].Value} seconds {(delay.Groups["late"].Success ? "earlier" : "later")}"
        : null;

    /// <summary>留1秒吧, after the pauses were cut out: of each pause, not of the video.</summary>
    private static string? WithPauses(string text, Situation situation, Edit last) =>
        last is RemoveSilence && PauseLength().Match(text) is { Success: true } pause ? $"把停顿缩短到{pause.Groups["time"].Value}" : null;

    /// <summary>别压了 and 再低一点, after the music was made to give way.</summary>
    private static string? WithDucking(string text, Situation situation, Edit last) =>
        last is not SetMix { Duck: true } ? null
        : NoDucking().IsMatch(text) ? "说话时不要压低音乐"
        : MoreDucking().IsMatch(text) ? "音乐小一点"
        : null;

    /// <summary>完整版也要, after only the best part was kept.</summary>
    private static string? WithWhole(string text, Situation situation, Edit last) => last is KeepHighlight { Length: { } length } && WholeToo().IsMatch(text)
        ? string.Create(CultureInfo.InvariantCulture, $"撤销，另外再来个{length.TotalSeconds:0.##}秒的预告片")
        : null;

    /// <summary>再慢一点, after a part was slowed down: the same part, where it is now.</summary>
    private static string? WithPartSpeed(string text, Situation situation, Edit last)
    {
        if (last is not SetPartSpeed { Part: { From: { Ticks: >= 0 } from, To: { Ticks: > 0 } to }, Factor: > 0 and var factor } || FurtherSpeed().Match(text) is not { Success: true } further)
        {
            return null;
        }

        var end = from + ((to - from) / factor);
        return string.Create(CultureInfo.InvariantCulture, $"{from.TotalSeconds:0.##}秒到{end.TotalSeconds:0.##}秒速度{(further.Groups["slow"].Success ? 0.75 : 1.25)}倍");
    }

    /// <summary>去得太过了，声音发虚, after the noise was taken out.</summary>
    private static string? WithNoise(string text, Situation situation, Edit last) => last is SetMix { Denoise: true } && TooClean().IsMatch(text) ? "取消降噪" : null;

    /// <summary>直接切吧, after a crossfade.</summary>
    private static string? WithHardCut(string text, Situation situation, Edit last) => last is SetCrossfade { Length.Ticks: > 0 } && HardCut().IsMatch(text) ? "去掉转场" : null;

    private static string? WithLight(string text, Situation situation, Edit last) =>
        last is not (SetPictureLook { Brightness: not null } or SetBackground { Kind: BackgroundKind.Color or BackgroundKind.Gradient, Color: not null }) || TooMuchLight().Match(text) is not { Success: true } light ? null
        : (last is SetBackground ? "make the background " : "make the picture ") + (light.Groups["dark"].Success ? "brighter" : "darker");

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
        situation.Project is not { Captions: null, Titles.Count: > 0 } ? null
        : TheCaption().IsMatch(text) ? TheCaption().Replace(text, "the title")
        : LookOfCaption().IsMatch(text) ? text.Replace("字幕", "标题", StringComparison.Ordinal)
        : null;

    /// <summary>"no, Late Show", after the title got another text.</summary>
    private static string? WithOtherName(string text, Situation situation, Edit last) =>
        last is SetTitle { Text: not null } or AddTitle && situation.Project is { Titles.Count: 1 } && OtherName().Match(text) is { Success: true } name
            ? $"change the title to \"{name.Groups["name"].Value}\"" : null;

    /// <summary>"now they're too early, 0.2 later", after the captions were moved.</summary>
    private static string? WithShift(string text, Situation situation, Edit last) => last is SetCaptions { Shift: not null } && MoreShift().Match(text) is { Success: true } shift
        ? $"captions {shift.Groups["time"].Value} seconds {(shift.Groups["early"].Success ? "later" : "earlier")}"
        : null;

    /// <summary>"actually 1080", after another height.</summary>
    private static string? WithOtherSize(string text, Situation situation, Edit last) =>
        last is SetCanvas { ShortSide: not null } && OtherSize().Match(text) is { Success: true } size ? size.Groups["height"].Value + "p" : null;

    /// <summary>"and the waveform the same", after something was colored.</summary>
    private static string? WithSameColor(string text, Situation situation, Edit last) =>
        ColorOf(last) is { } color && TheSame().Match(text) is { Success: true } thing ? $"{thing.Groups["thing"].Value} in {color}" : null;

    private static string? ColorOf(Edit edit) => edit switch
    {
        SetTitle { Text: null, Look.Color: var color } => color,
        SetVisual { Color: var color } => color,
        SetCaptions { Color: var color } => color,
        SetProgressBar { Color: var color } => color,
        _ => null,
    };

    /// <summary>加粗也行, right after letters were spoken of.</summary>
    private static string? WithBoldLetters(string text, Situation situation, Edit last) => !Bolder().IsMatch(text) ? null
        : last is SetFont { Which: not null, Captions: null } or AddTitle or SetTitle { Look.Outline: null } ? "标题加粗"
        : last is SetFont { Captions: true } or SetCaptions ? "字幕加粗" : null;

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
        SetTitle { Look: { From.Ticks: > 0, To: null, Length: null } } => chinese ? "标题从{0}开始显示" : "show the title from {0}",
        SetVisual { Seen: { From.Ticks: > 0, To: null } } => chinese ? "波形从{0}开始出现" : "show the waveform only from {0}",
        AddTitle { Look.HasTime: true } or SetTitle { Look.HasTime: true } => chinese ? "标题显示{0}" : "show the title for {0}",
        LoopVideo => chinese ? "循环到{0}" : "loop it for {0}",
        _ => null,
    };

    [GeneratedRegex(@"^\W*(?:那|就|不然|要不|还是|先|再|可以|也|给我|，|,| )*(?:加粗|粗体|加黑|粗)(?:一?点|一?些|一下)?(?:也)?(?:行|可以|好|成)?(?:吧|的|就行|就好|了|呗)*\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex Bolder();

    [GeneratedRegex(@"(?<=^\W*(and |now |make |show |put )?)the (captions?|subtitles?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TheCaption();

    /// <summary>字幕后面加个黑底, where texts are all that there is.</summary>
    [GeneratedRegex("^(?:把|给|请|这些|两个|那些)*字幕[^，。]{0,8}(?:底板?|框|描边|黑边|白边|字体|大一?点|小一?点|太大|太小|颜色|[黄白红蓝绿黑粉橙紫]色)", RegexOptions.CultureInvariant)]
    private static partial Regex LookOfCaption();

    [GeneratedRegex(
        @"^\W*(?:(?:now|still|hmm+|no|ok|it'?s|its|they'?re|theyre|they are|the (?:captions|subtitles|subs)(?: are)?|a (?:bit|little|tad)|slightly|way|too)\W+)*(?:(?<early>early|ahead)|late|behind)\W+(?:(?:so|try|move|shift|them|it|by|another|more|about|maybe|make|put)\W+)*(?<time>\d*\.?\d+) ?(?:s|secs?|seconds?)?(?: (?:later|earlier|more|back|forward|please|pls))*\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MoreShift();

    [GeneratedRegex(@"^\W*(?:(?:no|nah|actually|sorry|wait|ok|hmm+|make it|make that|rather|better|go|with|then|but)\W+)+(?<height>480|720|1080)p?(?: (?:please|pls|then|instead))?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherSize();

    /// <summary>A name of two words or more: one word in capitals may be any wish.</summary>
    [GeneratedRegex(
        @"^\W*(?:(?:no|nah|nope|hmm+|er+|uh|um|sorry|actually|wait|rather|better|or)\W+)+(?:make it |call it |let'?s say |i meant |it'?s |its )?(?<name>(?-i:[A-Z][\w’']*(?: (?:of|the|and|in|to|a|for|on|with|my|your|at|is|it|&))* [A-Z0-9][\w’']*(?: (?:of|the|and|in|to|a|for|on|with|my|your|at|is|it|&|[A-Z0-9][\w’']*)){0,5}))[.!]*\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherName();

    [GeneratedRegex(
        @"^\W*(?:(?:and|also|now|then|ok|okay|please)\W+)*(?:do |make |give )?(?:the |my )?(?<thing>title|text|waveform|wave|bars|line|circle|visuali[sz]er|captions|subtitles|progress bar)(?: should be| to be)? (?:(?:in )?(?:the |that )?same(?: colou?r| one)?(?: too| as well)?|too|as well|likewise|also)(?: please| pls| plz)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TheSame();

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
        + @"much too) (?:(?<dark>dark)|bright|light)(?: now| again| like that)?(?:[,.;:]? (?:so |please |make it |go )?(?:a )?(?:bit |little |tad )?(?:lighter|brighter|darker)(?: please| pls| again)?)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TooMuchLight();

    [GeneratedRegex(
        @"^\W*(?:那|太狠了?|太短了?|还是|就|每处|每个|各|都|，|,| )*(?:最多|最少|至少|多|只)?(?:留|保留|留个|改成|缩到|压到|缩短到)?(?:个)?(?<time>[\d.一二两三四五六七八九十半]+秒钟?)(?:吧|就行|就好|左右|的停顿|空隙|好了)*\W*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex PauseLength();

    [GeneratedRegex(@"^\W*(?:完整的?版?本?|原片|全片|原视频|长的|整个)(?:视频)?(?:也|还)(?:要|留|保留|给我)(?:着|一份)?(?:吧)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex WholeToo();

    [GeneratedRegex(@"^\W*(?:好像|还是|不对|，|,| )*(?:方向|弄|搞|调)?反了(?:吧|啊|呀)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex OtherWay();

    [GeneratedRegex(@"^\W*(?:再|还要|更|可以|还可以|能)+(?:调|放)?(?:(?<slow>慢)|快)(?:一?点|一?些)?(?:吧|呗|吗)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex FurtherSpeed();

    [GeneratedRegex(
        @"^\W*(?:噪音?|降噪?|去噪?)?(?:去|降|弄|处理)?(?:得|的)?(?:有点|太|好像)(?:过|狠|多|厉害|猛)(?:头)?了?[，, ]*(?:声音|人声)?(?:听着|听起来|都|有点|变得?|发)*(?:虚|失真|假|怪|空|不自然|像机器人)?了?\W*$|"
        + @"^\W*(?:声音|人声)(?:听着|听起来|都|有点|太|变得?|发|很)*(?:虚|失真|假|怪|空|不自然|像机器人)了?\W*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex TooClean();

    [GeneratedRegex(@"^\W*(?:还是|算了|那|就|，|,| )*(?:直接|硬)(?:地)?(?:切|跳|接)(?:过去|换)?(?:吧|就行|就好|好了)*\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex HardCut();

    [GeneratedRegex(@"^\W*(?:还是|算了|那|就|，|,| )*(?:别|不要|不用|不)(?:再|自动)?(?:压低?|降|闪避|变小)(?:了|吧|音乐)*\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex NoDucking();

    [GeneratedRegex(@"^\W*(?:再|还要|可以|给我|帮我|让它|压得?|降得?|更|要|往)*(?:低|小|轻|狠)(?:一?点|一?些|一丢丢)(?:吧|呗|的)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex MoreDucking();

    [GeneratedRegex(@"^\W*(?:把)?(?:语速|速度|播放速度|倍速)(?:还是|再|就)?(?:改|变|调|换)回(?:去|来)?(?:吧|了)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex SpeedBack();

    [GeneratedRegex(@"^\W*(?:那)?(?:(?<begin>开头|前面|片头|开始)|结尾|后面|片尾|最后|末尾)(?:的时候)?也(?:要|一样|加上?|加一个|来一个|淡一下|同样)(?:吧|的)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex OtherEdge();

    [GeneratedRegex(
        @"^\W*(((ok|no|actually|hmm|and|maybe|well|wait|oh|sorry|nah|rather|hm|too (long|short|quick|fast|slow|abrupt)|(a (bit|little) )?(longer|shorter|slower|quicker)),? )*"
        + @"(make (it|that|them)|let it be|change (it|that) to|let'?s (say|do|try)|more like|try|rather|better|over|for about)?\s*"
        + @"(?<time>(\d+(\.\d+)?|(one|two|three|four|five|six|eight|ten)(?= (s|m))) ?(s|sec|secs|seconds?|mins?|minutes?)?)((('s| is| would be)? (enough|fine|better|plenty))| (long|instead|please|pls))*|"
        + @"(改成|换成|变成|调成|改为|还是|不行，?|不对，?|不，?|要|就|弄成|做成|是|(?:长|短|快|慢|久)(?:一点|点|一些|些)[，, ]*)*(?<time>[\d.一二两三四五六七八九十半]+秒钟?)(吧|好了|就好|就行|就够了?|够了|足够|差不多|试试|就可以)?)\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Length();
}
