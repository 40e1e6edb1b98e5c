namespace NemoBot.Core.Text.Translation;

/// <summary>Recognizes texts that say nothing. The backend likes to end a turn that went well with one of them.</summary>
internal static class BackendNoise
{
    private const int LongestText = 400;

    private static readonly string[] Troubles =
    [
        "temporary issue", "temporary problem", "temporary error", "temporary glitch", "temporary technical", "temporarily unavailable", "transient error",
        "encountered an issue", "encountered an error", "encountered a problem", "encountered an unexpected", "encountered some technical", "encountered a technical",
        "ran into an issue", "ran into a problem", "ran into an error", "ran into a temporary", "ran into some trouble", "something went wrong", "technical difficult", "technical issue", "hit a snag",
        "having trouble processing", "unable to process your request", "couldn't process your request", "could not process your request",
        "暂时的问题", "临时问题", "临时的问题", "临时故障", "临时性问题", "暂时遇到", "暂时出现", "暂时出了", "暂时不可用", "暂时无法", "遇到了一些问题", "遇到一些问题", "遇到了一点问题", "遇到了问题", "遇到问题",
        "遇到了错误", "遇到错误", "出了点问题", "出了一点问题", "出现了问题", "出现错误", "出现了错误", "服务繁忙", "系统繁忙", "系统异常", "技术问题", "出错了",
    ];

    private static readonly string[] Courtesies =
    [
        "sorry", "apolog", "try again", "retry", "later", "in a moment", "a few moments", "inconvenience", "patience", "support", "thank", "let me know", "please wait", "oops", "working on it",
        "抱歉", "对不起", "不好意思", "重试", "再试", "稍后", "稍等", "耐心", "客服", "谅解", "哎呀", "不便",
    ];

    private static readonly string[] Deeds = ["fixed", "added", "changed", "title", "music", "已添加", "已经", "已将", "已把", "修复了", "标题", "音乐"];

    /// <summary>True if a text consists of nothing but "there was a temporary issue" and courtesies around it.</summary>
    public static bool IsTemporaryIssue(string text)
    {
        var plain = text.Trim().Replace('’', '\'').ToLowerInvariant();
        if (plain.Length is 0 or > LongestText)
        {
            return false;
        }

        var sentences = plain.Split('\n').SelectMany(SentenceSplitter.Split).Select(s => s.Trim()).Where(s => s.Length > 0).ToList();
        return sentences.Any(HasTrouble) && sentences.All(s => !Has(s, Deeds) && (HasTrouble(s) || Has(s, Courtesies)));
    }

    private static bool HasTrouble(string sentence) => Has(sentence, Troubles);

    private static bool Has(string sentence, string[] words) => words.Any(w => sentence.Contains(w, StringComparison.Ordinal));
}
