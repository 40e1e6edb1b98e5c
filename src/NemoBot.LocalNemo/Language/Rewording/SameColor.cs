using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Colors;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Reads "the same color as the title", 颜色跟标题一样: the color that the other thing has.</summary>
internal static partial class SameColor
{
    private const int Longest = 300;

    /// <summary>The message with the color itself.</summary>
    public static string Resolve(string text, Project? project)
    {
        if (project is null || text.Length > Longest)
        {
            return text;
        }

        // The folded text has the same length.
        var plain = CleanText.Folded(text);
        if (Named().Match(plain) is { Success: true } named
            && Palette.Find(named.Groups["color"].Value) is { } shown
            && ThingOf(shown.Hex, project) is { } thing)
        {
            return Replaced(text, named.Groups["color"], thing);
        }

        if (Shaded().Match(plain) is { Success: true } shade && OnlyThingIn(shade.Groups["color"].Value, project) is { } only)
        {
            return Replaced(text, shade.Groups["said"], only);
        }

        if (Unseen().Match(plain) is { Success: true } unseen && ColorOf(unseen.Groups["thing"].Value, project) is null or ColorChoice.Auto)
        {
            // Only a look at the picture tells: the comparison is kept, in words that stay in one clause.
            return Replaced(text, unseen, $"用{unseen.Groups["thing"].Value}的颜色");
        }

        var match = Chinese().Match(plain) is { Success: true } chinese ? chinese : English().Match(plain);
        if (!match.Success || ColorOf(match.Groups["thing"].Value, project) is not { } color || color == ColorChoice.Auto)
        {
            return text;
        }

        var isChinese = plain[match.Index] >= 0x2E80 || match.Groups["zh"].Success;
        return Replaced(text, match, isChinese ? "颜色" + color : color);
    }

    private static string Replaced(string text, Capture said, string by) => text[..said.Index] + by + text[(said.Index + said.Length)..];

    private static string? ColorOf(string thing, Project project) => thing switch
    {
        "标题" or "title" or "文字" or "text" or "字" => project.Titles is [.., var title] ? title.Color : null,
        "字幕" or "captions" or "subtitles" => project.Captions?.Color,
        "封面" or "封面图" or "图片" or "照片" => null,
        "背景" or "background" => project.Background.Kind is BackgroundKind.Color or BackgroundKind.Gradient ? project.Background.Color : null,
        _ => project.Visual is { Style: not VisualStyle.None } visual ? visual.Color : null,
    };

    /// <summary>The thing that is shown in a color.</summary>
    private static string? ThingOf(string color, Project project)
    {
        if (project.Titles.Any(t => t.Color == color))
        {
            return "标题";
        }

        if (project.Captions?.Color == color)
        {
            return "字幕";
        }

        if (project.Visual is { Style: not VisualStyle.None } visual && visual.Color == color)
        {
            return "波形";
        }

        return project.Background is { Kind: BackgroundKind.Color } ground && ground.Color == color ? "背景" : null;
    }

    /// <summary>The only thing in a color of that name, or in a shade of it: a dark blue background is "the blue".</summary>
    private static string? OnlyThingIn(string color, Project project)
    {
        (string Thing, string? Color)[] things =
        [
            ("the title", project.Titles is [var title] ? title.Color : null), ("the captions", project.Captions?.Color),
            ("the waveform", project.Visual is { Style: not VisualStyle.None } visual ? visual.Color : null),
            ("the background", project.Background is { Kind: BackgroundKind.Color } ground ? ground.Color : null),
        ];
        var named = things.Where(t => t.Color is { } hex && (Palette.NameOf(hex) == color || Palette.NameOf(hex).EndsWith(" " + color, StringComparison.Ordinal))).ToList();
        return named is [var only] ? only.Thing : null;
    }

    /// <summary>"and the orange a bit darker": the thing that is orange.</summary>
    [GeneratedRegex(@"(?<said>\b(?:the|that) (?<color>[a-z]{3,10})(?: colou?r| one)?)(?= (?:(?:should|could|can|to|be|a|bit|little|tad|touch|much|way|slightly|somewhat|is|looks|needs) )*(?:darker|lighter|too (?:dark|light))\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Shaded();

    /// <summary>金色太亮，换米色; 把金色换成米色.</summary>
    [GeneratedRegex(@"^(?:那个|这个|嗯|把|，|,| )*(?<color>[\u4e00-\u9fff]{1,3}色)的?(?:太|有点|不好看|不行|难看|刺眼|换成|改成|换为|改为|变成)", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    /// <summary>标题颜色跟封面一样.</summary>
    [GeneratedRegex(
        "(?:的)?(?:颜色|色)(?:也|要)?(?:跟|和|与|同)(?<thing>标题|文字|字幕|波形|圆环|封面图?|图片|照片)的?(?:颜色)?(?:一样|一致|相同|统一|走|匹配|搭配|呼应)的?"
        + "|(?:也|要)?(?:跟|和|与|同)(?<thing>标题|文字|字幕|波形|圆环|封面图?|图片|照片)的?(?:同色|一个颜色|颜色(?:一样|一致|相同|统一)|(?:一样|相同)的颜色)的?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"(?<zh>颜色|色|color|colour)?(?:也)?(?:跟|和|与|同|用)(?<thing>标题|title|文字|字幕|背景|波形|圆环|字)的?(?:颜色|color)?(?:一样|一致|相同|统一|同色|一个颜色|一样的颜色)的?", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"(?:in )?(?:the )?same colou?r (?:as|like) (?:the |my )?(?<thing>title|text|captions|subtitles|background|waveform|bars|circle)|to match (?:the |my )?(?<thing>title|text|captions|subtitles|background|waveform|bars|circle)(?:'s)?(?: colou?r)?\b", RegexOptions.CultureInvariant)]
    private static partial Regex English();
}
