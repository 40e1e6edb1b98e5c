using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NemoBot.Core.Links;
using NemoBot.LocalNemo.Language.Lexing;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>
/// Rewrites Chinese idioms whose parts mean something else by themselves: 掐头5秒 takes 5 seconds off the start. Quoted texts stay as they are.
/// The patterns are in <c>idioms.zh.json</c>, each with something that is said; {time} in one is a length, and so on.
/// </summary>
internal static partial class ChineseIdioms
{
    // Longer texts are pasted, not said; the rules look at every place several times.
    private const int Longest = 1000;

    /// <summary>What the patterns call by a name in braces.</summary>
    private static readonly IReadOnlyList<(string Name, string Pattern)> Parts =
    [
        ("{wish}", @"(?:再|把|将|给)?(?:{thing}|片尾|片头|开头|结尾|底色|背景|画面|照片|文件|前面?[\d一二两三四五六七八九十]|最后[\d一二两三四五六七八九十]|加|去掉|去除|删|剪|降噪|去噪|导出|改成|换成|做成|竖屏|横屏|方形|淡入|淡出|静音|1080|720|\d+(?:\.\d+)?倍)"),
        ("{done}", "(?:[点些掉色面间顿屏噪粗边亮暗快慢低高”」]|不要了?|不变|淡入|淡出|静音|圆形|统一|条|倍速?|1080p?|mp3)"),
        ("{thing}", "{text}|{visual}|{music}|声音|人声|音量|原声|说话声|讲话声|语速|速度|图片?|封面|logo|水印|标志|角标|台标|进度条"),
        ("{text}", "标题文字|标题|文字|片名|题目|字幕条?|字号|字体|字"),
        ("{visual}", "波形图?|声波图?|音波|波纹|频谱图?条?|波形条|柱子"),
        ("{music}", "背景音乐|音乐声?|配乐|bgm|背景乐|伴奏|歌"),
        ("{end}", "(?=$|[，,。！!；;~～ 吧呗哈呀哦嘛啊呢吗]|就行|就好|谢谢|可以吗|行不|好吗)"),
        ("{time}", @"(?<t>[\d.一二两三四五六七八九十半]+(?:个)?(?:秒钟?|分钟?|s))"),
    ];

    /// <summary>Every rule works on folded text and never needs more than one pass.</summary>
    public static IReadOnlyList<(string Said, Regex Pattern, string Words)> All { get; } = Load();

    /// <summary>The message in plain words.</summary>
    public static string Rewrite(string text) => text.Length > Longest || !text.Any(c => c is >= '\u4E00' and <= '\u9FFF') ? text
        : All.Aggregate(text, (said, idiom) => Replace(said, idiom.Pattern, idiom.Words));

    private static List<(string Said, Regex Pattern, string Words)> Load()
    {
        using var stream = typeof(ChineseIdioms).Assembly.GetManifestResourceStream(typeof(ChineseIdioms), "idioms.zh.json")!;
        using var document = JsonDocument.Parse(stream);
        string Value(JsonElement rule, string key) => rule.GetProperty(key).GetString()!;
        return [.. document.RootElement.EnumerateArray().Select(r => (Value(r, "said"), new Regex(Spelled(Value(r, "pattern")), RegexOptions.CultureInvariant), Value(r, "words")))];
    }

    private static string Spelled(string pattern) => Parts.Aggregate(pattern, (spelled, part) => spelled.Replace(part.Name, $"(?:{part.Pattern})", StringComparison.Ordinal));

    private static string Replace(string text, Regex idiom, string plain)
    {
        var matches = idiom.Matches(CleanText.Folded(text)).Where(m => !IsQuoted(text, m.Index) && !IsInAddress(text, m.Index)).ToList();
        if (matches.Count == 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var match in matches)
        {
            // What is taken over keeps the letters as they were written.
            result.Append(text, at, match.Index - at).Append(Part().Replace(plain, p => match.Groups[p.Groups["name"].Value] is { Success: true } part ? text.Substring(part.Index, part.Length) : ""));
            at = match.Index + match.Length;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    [GeneratedRegex(@"\$\{(?<name>\w+)\}")]
    private static partial Regex Part();

    /// <summary>The words of a link ask for nothing.</summary>
    private static bool IsInAddress(string text, int index) =>
        text.Contains("://", StringComparison.Ordinal) && WebAddresses.Find(text).Any(a => index >= a.Start && index < a.Start + a.Length);

    private static bool IsQuoted(string text, int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (QuoteScanner.FindEnd(text, i) is > 0 and var end)
            {
                if (end > index)
                {
                    return true;
                }

                i = end;
            }
        }

        return false;
    }
}
