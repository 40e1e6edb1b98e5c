using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Dialog;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Completes corrections of a cut that was just made: another part, the other end, the other way round, muted instead.</summary>
internal static partial class CutCorrections
{
    /// <summary>The message in words that name what is meant; null if it corrects no cut.</summary>
    public static string? Complete(string text, Situation situation, Edit last) =>
        OneEnd(text, last) ?? OtherWay(text, last) ?? OtherPart(text, last) ?? OtherPortion(text, situation, last) ?? Mute(text, last);

    /// <summary>不对，是前三分之一, "no, the second half": of the whole that there was before the cut.</summary>
    private static string? OtherPortion(string text, Situation situation, Edit last)
    {
        if (last is not (CutRanges or KeepRanges) || CorrectedPortion().Match(text) is not { Success: true } said || situation.Project is not { Clips: { Count: > 0 } clips })
        {
            return null;
        }

        var whole = clips.DistinctBy(c => c.Asset.Id).Sum(c => c.Asset.Facts.Duration.TotalSeconds / c.Speed);
        var part = whole / (said.Groups["half"].Success ? 2 : said.Groups["third"].Success ? 3 : 4);
        return string.Create(CultureInfo.InvariantCulture, $"undo. {(last is CutRanges ? "cut" : "keep only")} the {(said.Groups["last"].Success ? "last" : "first")} {part:0.###} seconds");
    }

    /// <summary>不对，是前20秒: the same is done with another part.</summary>
    private static string? OtherPart(string text, Edit last)
    {
        if (last is SetPartVolume or SetPartSpeed && CorrectedTime().Match(text) is { Success: true } of && Continuation.IsChinese(text) && WishOf(last) is { } wish)
        {
            return "撤销，" + WithUnit(of.Groups["times"].Value) + wish;
        }

        if (last is not (CutRanges or KeepRanges) || CorrectedTime().Match(text) is not { Success: true } time)
        {
            return null;
        }

        var times = time.Groups["times"].Value;
        return Continuation.IsChinese(text)
            ? "撤销，" + (last is CutRanges ? "剪掉" : "只保留") + WithUnit(times)
            : "undo. " + (last is CutRanges ? "cut " : "keep only ") + times
                + (char.IsAsciiDigit(times[^1]) && !times.Contains(':', StringComparison.Ordinal) ? " seconds" : "");
    }

    /// <summary>What was done to a part, in words; null: no common wish.</summary>
    private static string? WishOf(Edit edit) => edit switch
    {
        SetPartVolume { Bleep: true } => "哔一声盖住",
        SetPartVolume { Level: 0, Track: Track.Main } => "静音",
        SetPartVolume { Factor: { } factor, Track: var track } => (track == Track.Music ? "音乐" : "声音") + (factor > 1 ? "大声一点" : "小声一点"),
        SetPartSpeed { Factor: var factor } => string.Create(CultureInfo.InvariantCulture, $"速度{factor:0.###}倍"),
        _ => null,
    };

    private static string WithUnit(string times) => char.IsAsciiDigit(times[^1]) && !times.Contains(':', StringComparison.Ordinal) ? times + "秒" : times;

    /// <summary>结尾留着，只剪开头, after both ends were cut.</summary>
    private static string? OneEnd(string text, Edit last)
    {
        if (last is not CutRanges { Parts: [{ To: { } start, From: null or { Ticks: 0 } }, { From: { Ticks: < 0 } end, To: null }] } || SparedEnd().Match(text) is not { Success: true } spared)
        {
            return null;
        }

        var seconds = (spared.Groups["end"].Success ? start : -end).TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture, $"undo. cut the {(spared.Groups["end"].Success ? "first" : "last")} {seconds:0.##} seconds");
    }

    /// <summary>"i meant cut that part out", 我说反了: what was kept goes, what was cut stays.</summary>
    private static string? OtherWay(string text, Edit last)
    {
        if (Backwards().Match(text) is not { Success: true } said)
        {
            return null;
        }

        var (range, cuts) = last switch
        {
            KeepRanges { Parts: [var kept] } => (kept, true),
            CutRanges { Parts: [var gone] } => (gone, false),
            _ => (null, false),
        };
        var undo = Continuation.IsChinese(text) ? "撤销，" : "undo. ";
        if (said.Groups["wish"].Value.Trim() is { Length: > 0 } wish)
        {
            return range is null ? null : undo + wish;
        }

        return range is { To: { } to } && (range.From ?? TimeSpan.Zero) is { Ticks: >= 0 } from && to > from && (said.Groups["out"].Success ? cuts : !said.Groups["keep"].Success || !cuts)
            ? string.Create(CultureInfo.InvariantCulture, $"undo. {(cuts ? "cut out" : "keep only")} {from.TotalSeconds:0.##} s to {to.TotalSeconds:0.##} s")
            : null;
    }

    /// <summary>不是删掉，是静音.</summary>
    private static string? Mute(string text, Edit last) =>
        last is CutRanges { Parts: [{ From: { } gone, To: { } until }] } && gone >= TimeSpan.Zero && MeantMuted().IsMatch(text)
            ? string.Create(CultureInfo.InvariantCulture, $"撤销，{gone.TotalSeconds:0.##}秒到{until.TotalSeconds:0.##}秒静音")
            : null;

    [GeneratedRegex(
        @"^\W*(?:(?:不对|不是|错了|等等|算了|那|哎)[，, ]*)*(?:(?<end>结尾|后面|最后|末尾)|开头|前面|片头)(?:那段|的|部分)?(?:还是|要|就|给我)*(?:留着|留下|保留|别剪|不剪|不要剪|不用剪|别动)(?:吧)?(?:[，, ]*(?:只|就)(?:剪|要剪|去|删)(?:掉)?(?:开头|前面|片头|结尾|后面|最后)(?:就好|就行|的|吧)?)?\W*$|"
        + @"^\W*(?:(?:no|nope|wait|oh|sorry|actually|hmm|oops) ?\W+)*(?:keep|leave|don'?t cut) the (?:(?<end>end|ending|last part|outro)|beginning|start|first part|intro)(?: in)?(?:[,.]? (?:and )?(?:just|only) (?:cut|trim) the (?:beginning|start|first part|intro|end|ending|last part|outro))?(?: only)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SparedEnd();

    [GeneratedRegex(
        @"^\W*(?:(?:哎呀?|啊|不对|等等|错了|不是|那个|抱歉)[，, ]*)*(?:我)?(?:说|弄|搞|剪|讲|写)反了[，, 。]*(?:应该是|是|要)?(?<wish>.*)$|"
        + @"^\W*(?:(?:no|nope|wait|oh|sorry|actually|hmm|oops|whoops|my bad|argh) ?\W+)*(?:i (?:meant?|wanted)(?: you)?(?: to)? )?(?:(?<out>(?:cut|take|remove|get rid of|drop|delete) (?:that|this|it)(?: part| bit| piece| section)?(?: out)?)|(?<keep>keep (?:only )?(?:that|this)(?: part| bit| piece| section)(?: only)?))(?:[,.]? (?:not|don'?t) (?:keep|cut|remove) it(?: out)?)?\W*$|"
        + @"^\W*(?:(?:no|nope|wait|oh|sorry|actually|hmm|oops|whoops|my bad) ?\W+)*(?:it'?s |i (?:got|said|had) (?:it|that) |you (?:got|have) (?:it|that) )?(?:(?:the )?other way (?:a?round)|backwards|the wrong way round|reversed)\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Backwards();

    [GeneratedRegex(
        @"^\W*(?:(?:不对|不是(?:第?[\d到至:：\-~]+秒?)?|不(?=[，, ])|错了|搞错了|弄错了|说错了|剪错了|弄反了)[，, 。]*)+(?:我说的是|应该是|应该|是|要|第[一二三123]段|那一?段|"
        + @"这一?段)*(?<times>(?:前面?|后面?|最后|开头|结尾|第)?[\d一二两三四五六七八九十半:]+(?:秒|分|[到至\-~]|[\d一二两三四五六七八九十半:])*(?:秒钟?|分钟?)?)(?:吧|才对|啊|呀)*\W*$|"
        + @"^\W*(?:(?:no|wrong|nope|sorry|not that|oops|whoops|wait|actually|my bad|my mistake|undo|undo that|take that back|"
        + @"i meant?)\W+)+(?:(?:it'?s|it should be|i meant?|make it|only|just|cut only|cut just|cut)\W+)*(?<times>(?:the )?(?:first|"
        + @"last) \d+(?: ?(?:s|secs?|seconds?))?|\d+:\d+ ?(?:to|-|–) ?\d+:\d+)\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CorrectedTime();

    [GeneratedRegex(
        @"^\W*(?:(?:不对|不是|不(?=[，, ])|错了|搞错了|弄错了|说错了|剪错了|弄反了|反了)[，, 。]*)+(?:我?说的是|我?要的是|应该是|应该|是|要|留|只要|保留|剪)*(?:前面?|开头|(?<last>后面?|最后面?|结尾))的?(?:(?<half>一半|半段?|半截|半部分|二分之一)|(?<third>三分之一)|四分之一)(?:部分|那段|吧|才对|啊|呀)*\W*$|"
        + @"^\W*(?:(?:no|wrong|nope|sorry|not that|oops|whoops|wait|actually|my bad|my mistake|i meant?)\W+)+(?:(?:it'?s|it should be|i meant?|make it|keep|only|just|cut)\W+)*(?:the )?(?:first|(?<last>last|second|final)) (?:(?<half>half)|(?<third>third)|quarter)(?: of it)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CorrectedPortion();

    [GeneratedRegex(
        @"^\W*(?:不对|错了|，|,| )*(?:我)?(?:不是|没)(?:让你|要你|叫你|要|说)?(?:剪|删|去|切)(?:掉|了)?[，, ]*(?:我?(?:是|要|说的是|要的是)|只是|只要)(?:静音|消音|哔掉)(?:就好|就行|了|"
        + @"啊)?\W*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex MeantMuted();
}
