using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Schedules;

/// <summary>Reads "put names on them: 'Kitchen', 'Garden'", 每张上面分别写字：早、晚: one text for each picture, for as long as it is seen.</summary>
internal static partial class PictureTexts
{
    private const int Longest = 400;
    private const int LongestText = 60;

    /// <summary>Reads and claims a list of texts.</summary>
    public static void Read(Reading reading)
    {
        var text = CleanText.Of(reading.Situation.Text);
        var pictures = Items.Pictures(reading.Project);
        if (text.Length > Longest || pictures.Count < 2 || Wish().Match(CleanText.Simplified(text)) is not { Success: true } wish || !Texts().IsMatch(wish.Value))
        {
            return;
        }

        var texts = TextsOf(text.Substring(wish.Groups["list"].Index, wish.Groups["list"].Length));
        if (texts.Count < 2 || texts.Count > pictures.Count || texts.Exists(t => t.Length > LongestText))
        {
            return;
        }

        // Another sentence may follow.
        var sentences = CleanText.Simplified(wish.Value);
        reading.Clauses.Where(c => sentences.Contains(c.Text, StringComparison.OrdinalIgnoreCase)).ToList().ForEach(c => c.ClaimEverything());
        foreach (var (said, picture) in texts.Zip(pictures))
        {
            reading.Add(new AddTitle(said) { Look = new TitleLook { From = picture.Start, To = picture.Start + picture.Length } }, Subject.Title);
        }
    }

    private static List<string> TextsOf(string list) => Quoted().Matches(list) is { Count: > 1 } quoted ? [.. quoted.Select(q => q.Groups["text"].Value.Trim())]
        : [.. Separator().Split(list.Trim(' ', '.', '。', '!', '！')).Select(t => t.Trim()).Where(t => t.Length > 0)];

    [GeneratedRegex(
        @"^\W*(?:(?:and|now|ok|okay|please|then|can you|could you|i want|i'd like|also) )*(?:"
        + @"(?:(?:put|add|write|give|show|place|set|have|want) )?(?:the |a |some |these |different |one )*(?:names?|texts?|captions?|labels?|titles?|words?|writing|headings?)(?: one)? (?:on|to|under|over|for|in|onto)(?: top of)?(?: (?:them|each|every|all|the|of|my|these|those|one|pictures?|photos?|pics?|images?|slides?))+"
        + @"|(?:label|name|caption|title|(?:put|write) on)(?: (?:them|each|every|all|the|of|my|these|those|one|pictures?|photos?|pics?|images?|slides?))+)"
        + @"(?: in (?:order|turn)| separately| respectively)?(?:\s*[:：,-]\s*|\s+(?=[""“'‘]))(?<list>[^.!?\n]+)[.!]?(?= |$)"
        + @"|^(?:请|帮我|给我|在|给|把|再)*(?:(?:这|那)?(?:每一?|各|[两三四五六2-6]|几)张(?:图片?|照片|相片)?|图片|照片)(?:的)?(?:上面|上头|下面|底下|上|里)?(?:都|也)?(?<each>分别|各自|依次|各)?(?:写上?|打上?|加上?|配上?|标上?)(?:个|一个|行|一行|一句)?(?:字|文字|标题|名字|标签)?(?:分别|依次)?(?:是|为|[：:，, ])*(?<list>[^。！？\n]+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Wish();

    [GeneratedRegex(@"[“""「『](?<text>[^”""」』]+)[”""」』]|(?<![\w])['‘](?<text>.+?)['’](?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\s*(?:[、，,；;/|\n]+|\band\b|和)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    /// <summary>每张放久一点 gives no texts.</summary>
    [GeneratedRegex(@"[""“”「『'‘：:]|分别|依次|各自|字|标题|名字|标签|[a-z]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Texts();
}
