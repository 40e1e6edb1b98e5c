using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Edits;

namespace NemoBot.LocalNemo.Language.Readers.Talk;

/// <summary>Reads "I liked the colors better before", 还是原来的背景好看: one part as it was, and nothing else.</summary>
internal static partial class PartRestoring
{
    /// <summary>The part that is wanted back; null if the words ask for something else.</summary>
    public static RestorePart? Read(string text) =>
        (English().Match(text) is { Success: true } english ? english : Chinese().Match(text)) is { Success: true } match
        && Parts.Cast<(string Name, ProjectPart Part)?>().FirstOrDefault(p => match.Groups[p!.Value.Name].Success) is { } named
            ? new RestorePart(named.Part)
            : null;

    private static readonly (string Name, ProjectPart Part)[] Parts =
    [
        ("colors", ProjectPart.Colors), ("titles", ProjectPart.Titles), ("visual", ProjectPart.Visual), ("background", ProjectPart.Background),
        ("music", ProjectPart.Music), ("canvas", ProjectPart.Canvas),
    ];

    private const string Thing =
        "(?:(?<colors>colou?rs?(?: scheme)?|palette)|(?<titles>titles?|texts?|headings?|lettering)|(?<visual>waveform|wave|bars|visuali[sz]er|circle|line)"
        + "|(?<background>background|bg|backdrop)|(?<music>music|song)|(?<canvas>shape|format|size|layout|aspect ratio))";

    private const string Openings = @"^\W*(?:(?:no|nah|hmm+|actually|wait|ok|okay|oh|sorry|well|but|and|honestly|tbh|on second thoughts?|please|can you|could you|i think|i guess|just)\W+)*";

    private const string Before =
        "(?:before(?: that)?|(?:the way|how|as|like) (?:it|they|that) (?:was|were|looked)(?: before| earlier| at first)?|from before|earlier|previously|back then|from the (?:previous|last|earlier) (?:one|version))";

    [GeneratedRegex(
        Openings + "(?:"
        + "(?:(?:i |we )?(?:liked|preferred|prefer|like)) (?:the |my |our )?(?:old |previous |earlier |original |first )?" + Thing + "(?: (?:better|more))? " + Before
        + "|(?:(?:i |we )?(?:liked|preferred|prefer|like)) (?:the |my |our )?(?:old|previous|earlier|original|first) " + Thing + "(?: (?:better|more))?"
        + "|(?:the |my |our )?" + Thing + " (?:was|were|looked|did look) (?:much |way |a lot |so much )?(?:better|nicer|cooler|prettier) (?:before|earlier|previously|the way (?:it|they) (?:was|were))"
        + "|(?:the |my |our )?(?:old|previous|earlier|original|first) " + Thing + " (?:was|were|looked) (?:much |way |a lot )?(?:better|nicer|cooler|prettier)"
        + "|(?:go back to|back to|put back|bring back|switch back to|return to|restore|bring back|give me|use|get|put back) (?:the |my |our )?(?:old|previous|earlier|last) " + Thing + "(?: back| again)?"
        + "|(?:the |my |our )?(?:old|previous|earlier|original) " + Thing + "(?: back| again)?"
        + "|(?:put|set|change|turn|switch|bring|get) (?:the |my |our )?" + Thing + " back (?:to )?" + Before
        + "|(?:undo|revert|reset|take back) (?:only |just )?(?:the |my |our )?(?:change (?:of|to) the )?" + Thing + "(?: change| changes)?(?: only)?"
        + @")(?: please| pls| thanks| thx| then| instead)*\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex English();

    private const string Name =
        "(?:(?<colors>颜色|配色|色调|色系)|(?<titles>标题|文字|字)|(?<visual>波形|声波|音波|频谱|线条)|(?<background>背景图?|底色|底图)|(?<music>音乐|配乐|歌|bgm)|(?<canvas>尺寸|比例|画幅|版式))";

    private const string Earlier = "(?:原来|之前|以前|刚才|刚刚|原先|上一?个|上一版|前面|一开始|最开始|先前)(?:的)?(?:那个|那种|那版|那样)?(?:的)?";

    [GeneratedRegex(
        @"^\W*(?:(?:算了|不对|嗯+|唉|哎呀?|那|我?觉得|感觉|不|其实)[，, ]*)*(?:"
        + "(?:还是|用|要)?(?:喜欢)?" + Earlier + Name + "(?:比较|更|要|还|才)?(?:好看?|好点|好一点|好些|顺眼|合适|舒服|喜欢|漂亮)(?:一点|些)?"
        + "|" + Name + "(?:还是|就|我?还是喜欢|用回|比较喜欢)*" + Earlier + "(?:比较|更|要|还)?(?:好看?|好点|好一点|好些|顺眼|合适|舒服|漂亮)?"
        + "|(?:把)?" + Name + "(?:还是|再|就|给我)?(?:换|改|变|调|恢复|还原|退)(?:回|成|到)(?:去|来)?(?:" + Earlier + ")?"
        + "|(?:还是|再|就|请|帮我)*(?:(?:换|改|用|变|调)回|恢复|还原|撤销|撤回|取消)(?:成|到|为)?(?:" + Earlier + ")?" + Name + "(?:的(?:修改|改动|变化))?"
        + @")(?:吧|了|啊|呀|的|好了|就好|就行)*\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();
}
