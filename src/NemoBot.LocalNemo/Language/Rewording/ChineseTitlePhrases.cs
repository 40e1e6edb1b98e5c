using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Completes Chinese wishes that need to know the titles: 标题停久一点, 那行小字换成灰色, 标题改成周六夜话 of 夜话.</summary>
internal static partial class ChineseTitlePhrases
{
    private const double Step = 1.5;
    private static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];

    /// <summary>The message with the time, the text or the number named.</summary>
    public static string Complete(string text, Project project, Subject focus)
    {
        if (project.Titles.Count == 0 || !text.Any(c => c is >= '\u4E00' and <= '\u9FFF'))
        {
            return text;
        }

        text = HalfOfTitle().Replace(text, m => string.Create(CultureInfo.InvariantCulture, $"字号{project.Titles.Max(t => t.Size) * 50:0.#}%"));
        text = Renamed().Replace(text, m => WithQuotes(m, project));
        text = project.Titles.Count is > 1 and <= 9 ? SizedLine().Replace(text, m => NumberOf(m, project)) : text;
        text = project.Titles.Count is > 1 and <= 9 ? NameLine().Replace(text, $"第{Numerals[project.Titles.Count - 1]}个标题") : text;
        text = project.Titles.Count <= 9 ? InCorner().Replace(text, m => AtCorner(m, project)) : text;
        return project.Titles[Titles.Unnamed(project.Titles)] is var title && (focus == Subject.Title || NamesTitle().IsMatch(text))
            ? Briefly().Replace(text, m => Stay(m, title, project.Duration)) : text;
    }

    /// <summary>A new text that holds the old one is no mention of it.</summary>
    private static string WithQuotes(Match match, Project project)
    {
        var said = match.Groups["text"];
        var isLonger = project.Titles.Any(t => said.Length > t.Text.Length && CleanText.Folded(said.Value).Contains(CleanText.Folded(t.Text), StringComparison.Ordinal));
        return isLonger ? $"{match.Value[..(said.Index - match.Index)]}“{said.Value.Trim()}”" : match.Value;
    }

    /// <summary>那行小字: the smallest of the texts.</summary>
    private static string NumberOf(Match match, Project project)
    {
        var bySize = project.Titles.Index().OrderBy(t => t.Item.Size).ToList();
        var meant = match.Groups["small"].Success ? bySize[0] : bySize[^1];
        return bySize[0].Item.Size < bySize[^1].Item.Size ? $"第{Numerals[meant.Index]}个标题" : match.Value;
    }

    /// <summary>右上角那个: the only text there.</summary>
    private static string AtCorner(Match match, Project project)
    {
        var (place, side) = (match.Value.Contains('上', StringComparison.Ordinal) ? VerticalPlace.Top : VerticalPlace.Bottom, match.Value[0] == '左' ? HorizontalPlace.Left : HorizontalPlace.Right);
        return project.Titles.Index().Where(t => t.Item.Place == place && t.Item.Side == side).ToList() is [var only] ? $"第{Numerals[only.Index]}个标题" : match.Value;
    }

    /// <summary>How long it is shown then: as said, or half as long again.</summary>
    private static string Stay(Match match, Title title, TimeSpan total)
    {
        if (match.Groups["time"] is { Success: true } time)
        {
            return $"标题显示{time.Value}";
        }

        var shown = (title.End ?? total) - title.Start;
        var seconds = Math.Round(Math.Min(shown.TotalSeconds * (match.Groups["short"].Success ? 1 / Step : Step), (total - title.Start).TotalSeconds), 1);
        return string.Create(CultureInfo.InvariantCulture, $"标题显示{seconds:0.#}秒");
    }

    /// <summary>把名字去了: the line that came last.</summary>
    [GeneratedRegex("(?<=^|[，,。 把])(?:名字|署名|落款)(?:那(?:一)?行)?(?=去|删|不要|拿|放|移|挪|换|小|大|再|太|用)", RegexOptions.CultureInvariant)]
    private static partial Regex NameLine();

    /// <summary>副标题的字号是标题的一半.</summary>
    [GeneratedRegex("(?:字号|大小)(?:是|为|要|改成|变成)?(?:主|大|正)?标题的?一半", RegexOptions.CultureInvariant)]
    private static partial Regex HalfOfTitle();

    [GeneratedRegex("[左右][上下]角?的?(?:那|这)(?:个|行|句|段|几个)(?:文字|标题|字)?(?!图|logo|水印)", RegexOptions.CultureInvariant)]
    private static partial Regex InCorner();

    [GeneratedRegex("标题|文字|字(?!幕)", RegexOptions.CultureInvariant)]
    private static partial Regex NamesTitle();

    [GeneratedRegex("(?<=标题|文字)(?:就|再|要|给我)?(?:改成|换成|改为|写成|改叫|叫|写)[：: ]*(?<text>[^，,。“”\"「」『』]{3,40}?)(?=吧?$|[，,。])", RegexOptions.CultureInvariant)]
    private static partial Regex Renamed();

    [GeneratedRegex("(?<![加写用放要成打来是的个显示上])(?:(?:那|这)(?:一)?(?:行|排|句|个)?)?(?:(?<small>小)|大)字(?=(?:再|也|的|换|改|删|去|不要|放|移|挪|往|太|有点|加粗|淡|小|大|弄|变|靠|居))|(?<![加写])(?<small>副标题|小标题)(?=的|再|也|换|改|删|去|不要|放|移|挪|往|太|有点|加粗|淡|浅|深|小|大|用|靠|居|字号)", RegexOptions.CultureInvariant)]
    private static partial Regex SizedLine();

    /// <summary>一闪就没了，停久一点，6秒; 标题停留时间太短.</summary>
    [GeneratedRegex(
        "(?:标题|文字|字)?(?:一闪就没了?|一闪而过了?|(?:停留|显示|出现)的?时间(?:有点|太)短了?|(?:显示|出现|停留?|放)(?:得|的)?太短了?|(?:没|消失|走)得太快了?|还没看清就(?:没|消失)了)"
        + "(?:[，, ]*(?:再|多|能不能|可以|要|给我|让它|就)*(?:停留?|留|放|显示|出现)(?:得)?(?:久|长)?(?:一?点|一?些|几秒|一?会儿?)*)?(?:[，, ]*(?:要|就|到)?(?<time>[\\d.一二两三四五六七八九十半]+秒钟?))?"
        + "|(?:标题|文字|字)(?:再|要|可以|能不能|得)*(?:多?(?:停留?|留|放|显示|出现))(?:得|的)?(?:时间)?(?:(?:久|长)(?:一?点|一?些)|一?会儿?|几秒|(?<short>短)(?:一?点|一?些))(?:[，, ]*(?:要|就|到)?(?<time>[\\d.一二两三四五六七八九十半]+秒钟?))?"
        + "|(?:标题|文字|字)(?:停|显示|留|放|出现)(?:得|的)?(?:时间)?太(?<short>久|长)了?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Briefly();
}
