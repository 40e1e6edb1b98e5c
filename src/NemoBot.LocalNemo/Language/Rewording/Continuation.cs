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

    /// <summary>The message with the words that it leaves out.</summary>
    public static string Complete(string text, Situation situation)
    {
        if (text.Length > Longest || !situation.HasMaterial || situation.NewFiles.Count > 0 || situation.LastEdits.Count == 0)
        {
            return text;
        }

        var last = situation.LastEdits[^1];
        if (last is not (SetSpeed or Undo) && situation.Project is { } played && played.Clips.Any(c => c.Speed != 1) && SpeedBack().IsMatch(text))
        {
            // 语速还是改回去吧, after something else was changed.
            return "恢复正常速度";
        }

        if (situation.LastEdits is [SetBackground or PlaceFile { As: FileRole.Background }] && BackgroundBack().IsMatch(text))
        {
            return "撤销";
        }

        if (last is CutRanges && (MoreTimes().Match(text) is { Success: true } more || (more = SameTimes().Match(text)).Success))
        {
            var times = more.Groups["times"].Value.Trim();
            var unit = char.IsAsciiDigit(times[^1]) && !times.Contains(':', StringComparison.Ordinal);
            return (IsChinese(text) ? "剪掉" : "cut ") + times + (!unit ? "" : IsChinese(text) ? "秒" : " seconds");
        }

        if (last is CutRanges { Parts: [{ } part] } && LessCut().Match(text) is { Success: true } less && (part.From is null or { Ticks: <= 0 }))
        {
            return (part.From is { Ticks: < 0 } ? "撤销，剪掉最后" : "撤销，剪掉前") + less.Groups["time"].Value;
        }

        if (last is CutRanges { Parts: [{ } cut] } && FewerCut().Match(text) is { Success: true } fewer && NumberReader.Read(fewer.Groups["time"].Value, 0) is { Kind: TokenKind.Duration, Time: var by })
        {
            // 少剪两秒, 多剪两秒 at the same end.
            var length = (cut.From is { Ticks: < 0 } tail ? -tail : cut.From is null or { Ticks: 0 } ? cut.To ?? TimeSpan.Zero : TimeSpan.Zero) + (fewer.Groups["more"].Success ? by : -by);
            var again = fewer.Groups["again"].Success;
            if (length > TimeSpan.Zero)
            {
                return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(again ? "" : "撤销，")}剪掉{(cut.From is { Ticks: < 0 } ? "最后" : "前")}{(again ? by : length).TotalSeconds:0.###}秒");
            }
        }

        if (last is DelaySound && MoreDelay().Match(text) is { Success: true } delay)
        {
            return $"the sound {delay.Groups["time"].Value} seconds {(delay.Groups["late"].Success ? "earlier" : "later")}";
        }

        if (last is SetPictureLook { Brightness: not null } && TooMuchLight().Match(text) is { Success: true } light)
        {
            return light.Groups["dark"].Success ? "make the picture brighter" : "make the picture darker";
        }

        if (last is KeepRanges { Parts: [{ } kept] } && KeptInstead().Match(text) is { Success: true } instead && instead.Groups["last"].Success == (kept.From is null or { Ticks: 0 }))
        {
            // 要后面15秒, after the first part was kept.
            return "撤销，只保留" + (instead.Groups["last"].Success ? "最后" : "前") + instead.Groups["time"].Value;
        }

        if (OtherEdge().Match(text) is { Success: true } edge && WithOtherEdge(last, edge.Groups["begin"].Success) is { } faded)
        {
            return faded;
        }

        if (situation.Project is { Captions: null, Titles.Count: > 0 } && TheCaption().IsMatch(text))
        {
            // "the caption only for the first 3 seconds", where a title is the only text.
            return TheCaption().Replace(text, "the title");
        }

        return Length().Match(text) is { Success: true } only && !IsTooLong(last, only.Groups["time"].Value.Trim()) && (Subject(last, IsChinese(text)) ?? (situation.LastEdits.Count == 1 ? OtherCut(last, IsChinese(text)) : null)) is { } subject ? string.Format(System.Globalization.CultureInfo.InvariantCulture, subject, WithUnit(only.Groups["time"].Value.Trim())) : text;
    }

    /// <summary>开头也要, after a fade at the end.</summary>
    private static string? WithOtherEdge(Edit last, bool begin) => (last, begin) switch
    {
        (SetMusic { FadeOut: not null }, true) => "音乐淡入",
        (SetMusic { FadeIn: not null }, false) => "音乐淡出",
        (SetFades { Out: not null }, true) => "视频淡入",
        (SetFades { In: not null }, false) => "视频淡出",
        _ => null,
    };

    /// <summary>"make it 15 seconds long", after a fade, is about the video.</summary>
    private static bool IsTooLong(Edit last, string time) => last is SetFades or SetCrossfade or SetMusic && NumberReader.Read(WithUnit(time), 0) is { Kind: TokenKind.Duration } length && length.Time > LongestFade;

    private static bool IsChinese(string text) => text.Any(c => c >= 0x2E80);

    private static string WithUnit(string time) => char.IsAsciiDigit(time[^1]) ? time + " seconds" : time;

    /// <summary>What a mere length is about.</summary>
    private static string? Subject(Edit last, bool chinese) => last switch
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

    /// <summary>"actually 3 seconds", after a cut at an end: that end again, with the other length. The message before must have asked for nothing else, which would be undone too.</summary>
    private static string? OtherCut(Edit last, bool chinese) => last switch
    {
        KeepRanges { Parts: [{ From: null or { Ticks: 0 }, To: not null }] } => chinese ? "撤销，只保留前{0}" : "undo, keep only the first {0}",
        CutRanges { Parts: [{ From: null or { Ticks: 0 }, To: not null }] } => chinese ? "撤销，剪掉前{0}" : "undo, cut the first {0}",
        CutRanges { Parts: [{ From.Ticks: < 0 }] } => chinese ? "撤销，剪掉最后{0}" : "undo, cut the last {0}",
        _ => null,
    };

    [GeneratedRegex(@"(?<=^\W*(and |now |make |show |put )?)the (captions?|subtitles?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TheCaption();

    [GeneratedRegex(@"^\W*((and|also|plus|as well as|and also|then|oh and|还有|以及|另外|再加上|再|跟|和)\W*|(?=(the )?(first|last) \d))(?<times>(the )?(first|last|from|between|最后|前|开头|结尾)?[\s\d:.\-–~]*(s|sec|secs|seconds?|m|min|minutes?|秒钟?|分钟?|to|and|till|until|到|至|和|、|,|\s|\d|[:.\-–~])*)\W*(too|as well|please|pls|也|也剪掉|也去掉|也不要)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MoreTimes();

    [GeneratedRegex(@"^\W*(?<times>[\d.一二两三四五六七八九十半:\-–~分秒钟到至和、]*[\d一二三四五六七八九十半秒分钟])(的?那[段块里儿]?)?(也是|也一样|也剪了?|也剪掉|也去掉|也删了?|也不要了?|也要剪|同样|一样)(的|剪掉|处理|去掉)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex SameTimes();

    [GeneratedRegex(@"^\W*(?:不对|不是|还是|我|算了|那|应该|是|，|,| )*(?:只要|要|留|保留|只留)(?:(?<last>后面?|最后面?|结尾|末尾)|前面?|开头|最前面)的?(?<time>[\d.一二两三四五六七八九十半]+(?:秒钟?|分钟?))(?:吧|就行|就好)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex KeptInstead();

    /// <summary>"still a bit late, another 0.2", after the sound was moved: what is late comes earlier.</summary>
    [GeneratedRegex(@"^\W*(?:(?:it'?s|its|no|hmm|now|still|the (?:sound|audio)(?: is)?|a (?:bit|little|tad)|too|slightly) )*(?:(?<late>late|behind|delayed|lagging)|early|ahead)\W+(?:(?:so|try|move it|shift it|by|another|more|about|maybe|add) )*(?<time>\d*\.?\d+) ?(?:s|secs?|seconds?)?(?: (?:more|please|pls))?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MoreDelay();

    /// <summary>"nah too dark now", after the picture was made darker.</summary>
    [GeneratedRegex(@"^\W*(?:(?:no|nah|hmm|oh|ok|now|well|that'?s|thats|it'?s|its|it is|that is|a (?:bit|little))\W+)*(?:too|way too|much too) (?:(?<dark>dark)|bright|light)(?: now| again| like that)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TooMuchLight();

    /// <summary>剪5秒就行, 剪多了，只剪3秒.</summary>
    [GeneratedRegex(@"^\W*((?:剪|切|掐|裁|砍|去|删)(?:得)?(?:太)?多了|多了|太多了)?\W*(只|就|只要)?(剪|切|砍|去|掐|裁|删)掉?(?<time>[\d.一二两三四五六七八九十半]+秒钟?)(就行|就好|就够了|就可以了?|吧)\W*$|^\W*((?:剪|切|掐|裁|砍|去|删)(?:得)?(?:太)?多了|太多了)\W*(只|就|只要)(剪|切|砍|去|掐|裁|删)掉?(?<time>[\d.一二两三四五六七八九十半]+秒钟?)\W*$|^\W*((?:剪|切|掐|裁|砍|去|删)(?:得)?(?:太)?多了|多了|太多了)\W*(?<time>[\d.一二两三四五六七八九十半]+秒钟?)(就行|就好|就够了?|就可以了?|够了)\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex LessCut();

    [GeneratedRegex(@"^\W*(?:(?:剪|切|掐|裁|砍|去|删)(?:得)?(?:太)?[多少]了|多[剪切掐裁砍去删]了|不够|结尾多剪了|开头多剪了|太多了)?\W*(?:再)?(?:少|(?<more>多)|(?<=(?<again>(?<more>再)))(?!多))(?:剪|切|砍|去|掐|裁|删)掉?(?<time>[\d.一二两三四五六七八九十半]+秒钟?)(?:吧|就好|就行)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex FewerCut();

    [GeneratedRegex(@"^\W*(?:把)?(?:语速|速度|播放速度|倍速)(?:还是|再|就)?(?:改|变|调|换)回(?:去|来)?(?:吧|了)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex SpeedBack();

    /// <summary>换回原来的背景, after nothing but the background was changed.</summary>
    [GeneratedRegex(@"^\W*(?:还是|把|再|请|帮我)*(?:(?:换|改|用|变)回|恢复)(?:成|到|为)?(?:原来|之前|以前|刚才|原先|上一个?)的?(?:那个|那张)?(?:背景图?|底色|底图)(?:吧|了)?\W*$|^\W*(?:背景图?|底色)(?:还是|再)?(?:换|改|变)回(?:去|来|原来的?|之前的?)(?:吧|了)?\W*$|^\W*(?:put|bring|get|take|go)(?: me)? back (?:to )?the (?:old|original|previous|last) background\W*$|^\W*(?:the )?(?:old|original|previous) background (?:back|again)(?: please| pls)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BackgroundBack();

    [GeneratedRegex(@"^\W*(?:那)?(?:(?<begin>开头|前面|片头|开始)|结尾|后面|片尾|最后|末尾)(?:的时候)?也(?:要|一样|加上?|加一个|来一个|淡一下|同样)(?:吧|的)?\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex OtherEdge();

    [GeneratedRegex(@"^\W*(((ok|no|actually|hmm|and|maybe|well|wait|oh|sorry|nah|rather|hm),? )*(make (it|that|them)|let it be|change (it|that) to|let'?s (say|do|try)|more like|try|rather|better)?\s*(?<time>\d+(\.\d+)? ?(s|sec|secs|seconds?)?)( (long|instead|please|pls))*|(改成|换成|变成|调成|改为|还是|不行，?|不对，?|不，?|要|就|弄成|做成|是|(?:长|短|快|慢|久)(?:一点|点|一些|些)[，, ]*)*(?<time>[\d.一二两三四五六七八九十半]+秒钟?)(吧|好了|就好|就行)?)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Length();
}
