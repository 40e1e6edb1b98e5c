using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Lexing;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Reads 第一张上写“周岁” of several pictures: a text for as long as that picture is shown.</summary>
internal static partial class SlideTexts
{
    private const int Longest = 300;

    /// <summary>The message with the times of the picture.</summary>
    public static string Resolve(string text, Situation situation)
    {
        if (text.Length > Longest || situation.Project is not { Slides.Count: > 1 } project || OnOne().Match(text) is not { Success: true } match)
        {
            return text;
        }

        // Pictures come again in a long video: the first time counts.
        List<Slide> slides = [.. project.Slides.DistinctBy(s => s.Asset.Id)];
        var number = match.Groups["last"].Success ? slides.Count : NumberWords.Read(match.Groups["number"].Value, 0) is { } said ? (int)said.Value : 0;
        if (number < 1 || number > slides.Count)
        {
            return text;
        }

        var slide = slides[number - 1];
        var place = match.Groups["place"].Value is "下面" or "底下" or "下方" ? "下方" : match.Groups["place"].Value is "上面" or "上方" or "顶上" ? "上方" : "中间";
        var times = string.Create(CultureInfo.InvariantCulture, $"{slide.Start.TotalSeconds:0.###}秒到{(slide.Start + slide.Length).TotalSeconds:0.###}秒在{place}加一行字");
        return text.Remove(match.Index, match.Length).Insert(match.Index, times);
    }

    [GeneratedRegex(@"(?:给|在|把)?(?:第(?<number>[\d一二两三四五六七八九十]+)|(?<last>最后(?:那|这)?一?))张(?:图片|照片|图|相片)?(?:的)?(?:(?<place>上面|下面|底下|上方|下方|顶上)|上头|上|里面?|中间)?(?:写上?|打上?|加上?|配上?|标上?|放上?)(?:个|一个|一行|一句|几个|行|句)?(?:字|文字|标题)?[，：: ]?(?=[“「""])", RegexOptions.CultureInvariant)]
    private static partial Regex OnOne();
}
