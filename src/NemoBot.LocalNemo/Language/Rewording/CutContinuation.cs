using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Lexing;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Completes a short message after a cut, or after a part was kept: "and the last 5", 少剪两秒.</summary>
internal static partial class CutContinuation
{
    /// <returns>The message with the words that it leaves out; null if it is about something else.</returns>
    public static string? Complete(string text, Edit last) => last switch
    {
        CutRanges { Parts: [{ } part] } => CutMore(text) ?? CutLess(text, part) ?? CutBy(text, part),
        CutRanges => CutMore(text),
        KeepRanges { Parts: [{ } kept] } => KeepOther(text, kept),
        _ => null,
    };

    /// <summary>
    /// "actually 3 seconds", after a cut at an end: that end again, with the other length. The message before must have asked for nothing
    /// else, which would be undone too.
    /// </summary>
    /// <returns>The wish, with {0} for the length; null if nothing was cut at an end.</returns>
    public static string? WithOtherLength(Edit last, bool chinese) => last switch
    {
        KeepRanges { Parts: [{ From: null or { Ticks: 0 }, To: not null }] } => chinese ? "撤销，只保留前{0}" : "undo, keep only the first {0}",
        CutRanges { Parts: [{ From: null or { Ticks: 0 }, To: not null }] } => chinese ? "撤销，剪掉前{0}" : "undo, cut the first {0}",
        KeepHighlight => chinese ? "撤销，只保留最精彩的{0}" : "undo, keep the best part, {0}",
        CutRanges { Parts: [{ From.Ticks: < 0 }] } => chinese ? "撤销，剪掉最后{0}" : "undo, cut the last {0}",
        _ => null,
    };

    /// <summary>"and the last 5", 3到5秒也剪掉.</summary>
    private static string? CutMore(string text)
    {
        if (MoreTimes().Match(text) is not { Success: true } more && !(more = SameTimes().Match(text)).Success)
        {
            return null;
        }

        var times = more.Groups["times"].Value.Trim();
        var lacksUnit = char.IsAsciiDigit(times[^1]) && !times.Contains(':', StringComparison.Ordinal);
        return Continuation.IsChinese(text) ? "剪掉" + times + (lacksUnit ? "秒" : "") : "cut " + times + (lacksUnit ? " seconds" : "");
    }

    private static string? CutLess(string text, Span part) => part.From is null or { Ticks: <= 0 } && LessCut().Match(text) is { Success: true } less
        ? $"撤销，剪掉{EndOf(part)}{less.Groups["time"].Value}"
        : null;

    /// <summary>少剪两秒, 多剪两秒 at the same end; 再剪两秒 after it.</summary>
    private static string? CutBy(string text, Span cut)
    {
        if (FewerCut().Match(text) is not { Success: true } fewer || NumberReader.Read(fewer.Groups["time"].Value, 0) is not { Kind: TokenKind.Duration, Time: var by })
        {
            return null;
        }

        var length = LengthOf(cut) + (fewer.Groups["more"].Success ? by : -by);
        var again = fewer.Groups["again"].Success;
        return length > TimeSpan.Zero
            ? string.Create(CultureInfo.InvariantCulture, $"{(again ? "" : "撤销，")}剪掉{EndOf(cut)}{(again ? by : length).TotalSeconds:0.###}秒")
            : null;
    }

    private static string EndOf(Span cut) => cut.From is { Ticks: < 0 } ? "最后" : "前";

    /// <summary>How much was cut at an end; nothing if it was cut elsewhere.</summary>
    private static TimeSpan LengthOf(Span cut) => cut.From switch
    {
        { Ticks: < 0 } tail => -tail,
        null or { Ticks: 0 } => cut.To ?? TimeSpan.Zero,
        _ => TimeSpan.Zero,
    };

    /// <summary>要后面15秒, after the first part was kept.</summary>
    private static string? KeepOther(string text, Span kept) =>
        KeptInstead().Match(text) is { Success: true } instead && instead.Groups["last"].Success == (kept.From is null or { Ticks: 0 })
            ? "撤销，只保留" + (instead.Groups["last"].Success ? "最后" : "前") + instead.Groups["time"].Value
            : null;

    [GeneratedRegex(
        @"^\W*((and|also|plus|as well as|and also|then|oh and|还有|以及|另外|再加上|再|跟|和)\W*|"
        + @"(?=(the )?(first|last) \d))(?<times>(the )?(first|last|from|between|最后|前|开头|结尾)?[\s\d:.\-–~]*(s|sec|secs|seconds?|m|min|minutes?|"
        + @"秒钟?|分钟?|to|and|till|until|到|至|和|、|,|\s|\d|[:.\-–~])*)\W*(too|as well|please|pls|也|也剪掉|也去掉|也不要)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MoreTimes();

    [GeneratedRegex(
        @"^\W*(?<times>[\d.一二两三四五六七八九十半:\-–~分秒钟到至和、]*[\d一二三四五六七八九十半秒分钟])(的?那[段块里儿]?)?(也是|也一样|也剪了?|也剪掉|也去掉|也删了?|也不要了?|也要剪|同样|一样)(的|剪掉|处理|"
        + @"去掉)?\W*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex SameTimes();

    /// <summary>剪5秒就行, 剪多了，只剪3秒.</summary>
    [GeneratedRegex(
        @"^\W*((?:剪|切|掐|裁|砍|去|删)(?:得)?(?:太)?多了|多了|太多了)?\W*(只|就|只要)?(剪|切|砍|去|掐|裁|删)掉?(?<time>[\d.一二两三四五六七八九十半]+秒钟?)(就行|就好|就够了|就可以了?|吧)\W*$|"
        + @"^\W*((?:剪|切|掐|裁|砍|去|删)(?:得)?(?:太)?多了|太多了)\W*(只|就|只要)(剪|切|砍|去|掐|裁|删)掉?(?<time>[\d.一二两三四五六七八九十半]+秒钟?)\W*$|"
        + @"^\W*((?:剪|切|掐|裁|砍|去|删)(?:得)?(?:太)?多了|多了|太多了)\W*(?<time>[\d.一二两三四五六七八九十半]+秒钟?)(就行|就好|就够了?|就可以了?|够了)\W*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex LessCut();

    [GeneratedRegex(
        @"^\W*(?:(?:剪|切|掐|裁|砍|去|删)(?:得)?(?:太)?[多少]了|多[剪切掐裁砍去删]了|不够|结尾多剪了|开头多剪了|太多了)?\W*(?:再)?(?:少|(?<more>多)|"
        + @"(?<=(?<again>(?<more>再)))(?!多))(?:剪|切|砍|去|掐|裁|删)掉?(?<time>[\d.一二两三四五六七八九十半]+秒钟?)(?:吧|就好|就行)?\W*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex FewerCut();

    [GeneratedRegex(
        @"^\W*(?:不对|不是|还是|我|算了|那|应该|是|，|,| )*(?:只要|要|留|保留|只留)(?:(?<last>后面?|最后面?|结尾|末尾)|前面?|开头|"
        + @"最前面)的?(?<time>[\d.一二两三四五六七八九十半]+(?:秒钟?|分钟?))(?:吧|就行|就好)?\W*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex KeptInstead();
}
