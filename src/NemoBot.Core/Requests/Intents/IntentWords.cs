using System.Collections.Frozen;

namespace NemoBot.Core.Requests.Intents;

/// <summary>Words that several wishes share.</summary>
internal static class IntentWords
{
    /// <summary>Courtesies and fillers: allowed anywhere, without meaning.</summary>
    public const string Polite =
        "please pls plz kindly hey hi hello nemo nemobot bot ok okay so well now just then thanks thank thx you u can could would will " +
        "i id ill im we want need like to wanna gonna lets let us me for my the this that it its asap quickly right away again and " +
        "请 问 请问 麻烦 帮 帮我 帮忙 谢谢 多谢 你好 您好 你 您 我 我要 我想 想要 要 想 能 能不能 可以 可不可以 可以吗 好吗 行吗 吗 呢 吧 啊 呀 " +
        "哦 呗 啦 嘛 了 " +
        "的 一下 下 现在 马上 快 快点 就 先 再 给 给我 把 好 好的 那 那么 这个 这 它 亲 小助手 机器人";

    /// <summary>The finished thing.</summary>
    public const string Video =
        "video vid movie clip film mp4 file files result output reel final finished link 视频 片子 成片 影片 文件 作品 成品 结果 短片 链接 效果";

    /// <summary>What surrounds the finished thing.</summary>
    public const string AroundVideo =
        "how where do does whole full complete everything all done up out over as an in here back there go ahead current latest newest " +
        "start try ready hd 1080p high best quality " +
        "怎么 怎样 如何 哪里 在哪 为 成 成为 出来 来 过来 最终 最终版 最新 最新版 完整 当前 全部 整个 到 本地 这里 开始 直接 一次 重新 一份 一遍 " +
        "下来 刚才 做好 生成 高清";

    private static readonly FrozenSet<string> PoliteEnds = FrozenSet.Create(
        StringComparer.Ordinal, "please", "pls", "plz", "kindly", "hey", "hi", "hello", "nemo", "nemobot", "bot", "ok", "okay", "so", "well", "now", "thanks", "thx", "then");

    /// <summary>The words with courtesies at both ends taken away, for whole phrases.</summary>
    public static string WithoutPoliteEnds(IReadOnlyList<string> tokens)
    {
        var (from, to) = (0, tokens.Count);
        while (from < to && PoliteEnds.Contains(tokens[from]))
        {
            from++;
        }

        while (to > from && PoliteEnds.Contains(tokens[to - 1]))
        {
            to--;
        }

        return string.Join(' ', tokens.Skip(from).Take(to - from));
    }
}
