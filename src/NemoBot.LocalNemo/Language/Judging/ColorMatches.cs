using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Judging;

/// <summary>Reads a color that only another thing tells: "title in the same color as the bars", 波形用封面的颜色.</summary>
internal static partial class ColorMatches
{
    private const string EnglishThing = "title|text|heading|lettering|letters|captions?|subtitles?|bars?|waveform|wave|visuali[sz]er|circle|ring|spectrum|particles|dots|progress bar|line|it|them";
    private const string EnglishLike = "title|text|heading|captions?|subtitles?|bars|waveform|wave|visuali[sz]er|circle|ring|spectrum|progress bar|cover art|cover|artwork|album art|picture|image|photo|background";
    private const string ChineseThing = "标题|文字|字幕|字|波形|声波|音波|柱子|圆环|圆圈|频谱|粒子|线条|进度条|它";
    private const string ChineseLike = "标题|文字|字幕|波形|声波|音波|柱子|圆环|圆圈|频谱|进度条|封面图?|图片|照片|背景图?";

    /// <summary>True if the clause says nothing else.</summary>
    public static bool Read(Reading reading, int index)
    {
        var clause = reading.Clauses[index];
        if (clause.IsForbidden || !reading.HasMaterial || MatchIn(clause.Text) is not { } match
            || ThingOf(match.Groups["like"].Value) is not { } like || (ThingOf(match.Groups["thing"].Value) ?? ThingOf(reading.Focus)) is not { } thing || thing == like)
        {
            return false;
        }

        reading.Add(new MatchColor(thing, like), SubjectOf(thing));
        return clause.ClaimPart(match.Groups["how"].Index, match.Index + match.Length, IsFrame);
    }

    private static Match? MatchIn(string text) =>
        Same().Match(text) is { Success: true } same ? same : Taken().Match(text) is { Success: true } taken ? taken
        : Matched().Match(text) is { Success: true } matched ? matched : Chinese().Match(text) is { Success: true } chinese ? chinese : null;

    private static bool IsFrame(Token token) => token.Kind is TokenKind.Word or TokenKind.Unknown && token.Concept is Concept.Filler or Concept.Let or Concept.Change or Concept.Use
        or Concept.Move or Concept.ColorWord or Concept.It or Concept.CanYou or Concept.And or Concept.Title or Concept.Captions or Concept.ProgressBar
        || VisualWords.All.Contains(token.Concept);

    private static ColoredThing? ThingOf(string word) => word.ToLowerInvariant() switch
    {
        "" or "it" or "them" or "它" => null,
        "title" or "text" or "heading" or "lettering" or "letters" or "标题" or "文字" or "字" => ColoredThing.Title,
        "caption" or "captions" or "subtitle" or "subtitles" or "字幕" => ColoredThing.Captions,
        "progress bar" or "进度条" => ColoredThing.Progress,
        "cover" or "cover art" or "artwork" or "album art" or "picture" or "image" or "photo" or "封面" or "封面图" or "图片" or "照片" or "背景图" => ColoredThing.Picture,
        "background" or "背景" => ColoredThing.Background,
        _ => ColoredThing.Visual,
    };

    private static ColoredThing? ThingOf(Subject focus) => focus switch
    {
        Subject.Title => ColoredThing.Title,
        Subject.Captions => ColoredThing.Captions,
        Subject.Visual => ColoredThing.Visual,
        Subject.Progress => ColoredThing.Progress,
        _ => null,
    };

    private static Subject SubjectOf(ColoredThing thing) => thing switch
    {
        ColoredThing.Title => Subject.Title,
        ColoredThing.Captions => Subject.Captions,
        ColoredThing.Progress => Subject.Progress,
        _ => Subject.Visual,
    };

    [GeneratedRegex($@"(?:\b(?<thing>{EnglishThing})\b[^,;.]{{0,40}}?)?(?<how>(?:\b(?:in|with|have|has) )?(?:the )?\bsame colou?rs? (?:as|like|of|from) (?:the |my |in the )?(?<like>{EnglishLike})\b(?: has| have| is| are)?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Same();

    [GeneratedRegex($@"\b(?<thing>{EnglishThing})\b(?<how>(?: (?:in|with|to|get|use|have|be))?(?: in)?(?: the| a)? colou?rs? (?:of|from|in) (?:the |my )?(?<like>{EnglishLike})\b)|(?<how>\b(?:take|use|pick) (?:the |a )?colou?rs? (?:of|from) (?:the |my )?(?<like>{EnglishLike}) (?:for|as) (?:the |my )?(?<thing>{EnglishThing})\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Taken();

    [GeneratedRegex($@"(?<how>\b(?:colou?r|paint|tint) (?:the |my )?(?<thing>{EnglishThing}) (?:like|as) (?:the |my |in the )?(?<like>{EnglishLike})\b(?: is)?)|(?<how>\bmatch (?:the |my )?(?<thing>{EnglishThing})(?:'?s?)?(?: colou?r)? (?:to|with) (?:the |my )?(?<like>{EnglishLike})\b(?:'?s? colou?rs?)?)|\b(?<thing>{EnglishThing})\b(?<how>(?: colou?r)?(?: to| should| can| must| that)? (?:match(?:es|ing)?|fit(?:s|ting)?) (?:the |my |with the )?(?<like>{EnglishLike})\b(?:'?s? colou?rs?)?(?! (?:size|width|height|place|position|font)))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Matched();

    [GeneratedRegex($"(?<thing>{ChineseThing})?(?<how>(?:的)?(?:颜色|色)?(?:也|要)?(?:用|取|跟随|随|配|匹配|换成|改成|变成)(?<like>{ChineseLike})(?:里|中|上)?的?(?:颜色|主色调?|配色)|(?:的)?(?:颜色|色)(?:也|要|得)?(?:跟|和|与|同|像)(?<like>{ChineseLike})(?:里|中|上)?的?(?:颜色|色)?(?:一样|一致|相同|差不多|统一|搭))", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();
}
