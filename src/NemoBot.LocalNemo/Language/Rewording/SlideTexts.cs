using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Lexing;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Reads 第一张上写“周岁” of several pictures, 第一段加标题“起点” of several clips: a text for as long as that one is shown.</summary>
internal static partial class SlideTexts
{
    private const int Longest = 300;

    /// <summary>The message with the times of the picture.</summary>
    public static string Resolve(string text, Situation situation)
    {
        text = text.Length <= Longest && situation.Project is { Clips.Count: > 1 } parts ? OnClip().Replace(text, m => OfClip(m, parts)) : text;
        if (text.Length > Longest || situation.Project is not { Slides.Count: > 1 } project || OnOne().Match(text) is not { Success: true } match)
        {
            return text;
        }

        // Pictures come again in a long video: the first time counts.
        List<Slide> slides = [.. project.Slides.DistinctBy(s => s.Asset.Id)];
        var number = NumberOf(match, slides.Count);
        if (number < 1 || number > slides.Count)
        {
            return text;
        }

        var slide = slides[number - 1];
        return text.Remove(match.Index, match.Length).Insert(match.Index, Timed(match, slide.Start, slide.Start + slide.Length));
    }

    private static string OfClip(Match match, Project project)
    {
        var number = NumberOf(match, project.Clips.Count);
        if (number < 1 || number > project.Clips.Count)
        {
            return match.Value;
        }

        var start = project.StartOf(number - 1);
        return Timed(match, start, start + project.Clips[number - 1].Duration);
    }

    private static int NumberOf(Match match, int count) =>
        match.Groups["last"].Success ? count : NumberWords.Read(match.Groups["number"].Value, 0) is { } said ? (int)said.Value : 0;

    private static string Timed(Match match, TimeSpan start, TimeSpan end)
    {
        var place = match.Groups["place"].Value is "下面" or "底下" or "下方" ? "下方" : match.Groups["place"].Value is "上面" or "上方" or "顶上" ? "上方" : "中间";
        return string.Create(CultureInfo.InvariantCulture, $"{start.TotalSeconds:0.###}秒到{end.TotalSeconds:0.###}秒在{place}加一行字");
    }

    [GeneratedRegex(@"(?:给|在|把)?(?:第(?<number>[\d一二两三四五六七八九十]+)|(?<last>最后(?:那|这)?一?))(?:段|个)(?:视频|片段|录像|素材)?(?:的)?(?:(?<place>上面|下面|底下|上方|下方|顶上)|上头|上|里面?|中间)?(?:写上?|打上?|加上?|配上?|标上?|放上?)(?:个|一个|行|一行|一句|几个)?(?:字|文字|标题)?[，：: ]?(?=[“「""])", RegexOptions.CultureInvariant)]
    private static partial Regex OnClip();

    [GeneratedRegex(@"(?:给|在|把)?(?:第(?<number>[\d一二两三四五六七八九十]+)|(?<last>最后(?:那|这)?一?))张(?:图片|照片|图|相片)?(?:的)?(?:(?<place>上面|下面|底下|上方|下方|顶上)|上头|上|里面?|中间)?(?:写上?|打上?|加上?|配上?|标上?|放上?)(?:个|一个|一行|一句|几个|行|句)?(?:字|文字|标题)?[，：: ]?(?=[“「""])", RegexOptions.CultureInvariant)]
    private static partial Regex OnOne();
}
