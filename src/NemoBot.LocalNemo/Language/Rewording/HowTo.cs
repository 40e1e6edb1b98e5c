using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Reads "how do I make it vertical", 怎么把标题变大: the wish in it is what is to be typed.</summary>
internal static partial class HowTo
{
    /// <summary>The wish that a message asks how to say; null if it asks no such thing.</summary>
    public static string? WishOf(string text)
    {
        var clean = CleanText.Of(text);
        return Asking().Match(clean) is { Success: true } asked ? asked.Groups["wish"].Value.Trim()
            : ChineseAsking().Match(clean) is { Success: true } match ? match.Groups["thing"].Value + match.Groups["wish"].Value.Trim() : null;
    }

    [GeneratedRegex(@"^\W*(?:(?:hi|hey|hello|ok|okay|so|and|but|sorry|quick question|question)\W+)*(?:how (?:do|can|could|would|should) (?:i|you|we|u|one)|how to|what (?:do|should|must) i (?:type|say|write) to)\s+(?:just |actually |go about )?(?<wish>(?!(?:use|delete|start|get started|contact|pay|talk to|work|know|see|find|open|install|download|save|share)\b)[^?.!]{3,80})[?.! ]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asking();

    /// <summary>怎么 before a verb asks for the way; 怎么没有声音, 怎么变了 and 怎么这么暗 ask why, 怎么用 and 怎么下载 are answered by themselves.</summary>
    [GeneratedRegex(
        @"^\W*(?:你好|您好|请问|那|我想问一?下?|问一?下|想问|，|,| )*(?<thing>[^，,。“”""：:?？怎如咋]{0,8}?)(?:应该|该|要|我)*(?:怎么|怎麼|怎样|怎樣|如何|咋|咋样|怎么样)(?:才能?|可以|能|去|来|来着|让你|弄才能)*"
        + @"(?<wish>(?:[给給]|[把将將让讓]|加|添|改|换|換|变(?!了|得|成这)|變|调|調|放(?!完|不)|去掉|去除|删|刪|剪|裁|切|截|导出(?!来?的?(?:视频)?(?:[?？]|$))|做成|弄成|设|設|调整|静音|靜音|倒放|循环|循環|降噪|加速|减速|拼接|合并|移|挪|缩|縮|放大|旋转|旋轉|配|淡|弄(?=成|个|個|竖|豎|横|橫|方|字幕|动|動))(?!了|没|不|這么|这么|那么)[^，,。?？!！]{0,30}?)(?<!了)(?:呢|啊|呀|吗|么|嘛|的|，|谢谢)*[?？!！。 ]*$"
        + @"|^\W*(?:请问|你|这个|这里|视频|那|现在)*(?:(?:支持|支援)(?<wish>(?!(?:什么|哪|几|多)).{2,10}?)|(?:能不能|能否|可不可以|能|可以|会不会)(?<wish>(?:倒|反)(?:着|过来)?(?:播?放|播)))(?:吗|么|嘛|不|的|嗎|麼)*[?？ ]*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex ChineseAsking();
}
