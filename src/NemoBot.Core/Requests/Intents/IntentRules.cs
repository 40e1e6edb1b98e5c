namespace NemoBot.Core.Requests.Intents;

/// <summary>The wishes that are not for the backend, in both languages. The first rule that matches decides.</summary>
internal static class IntentRules
{
    private const string AroundState =
        "show see view check display list give tell get what whats is are in on of all current about there do have far which update how any " +
        "显示 查看 看 看看 查 查询 列出 列一下 有 有哪些 哪些 什么 多少 几条 几个 当前 目前 所有 全部 里 上 里面 上面 怎么样 怎样 如何 " +
        "是 都 条 到 哪 哪里 告诉 展示 情况";

    /// <summary>All rules, in the order they are tried.</summary>
    public static IReadOnlyList<IntentRule> All { get; } =
    [
        .. Cancel(), .. Again(), .. Undo(), .. Versions(), .. Preview(), .. Export(),
        .. Credits(), .. Progress(), .. State(), .. Upload(), .. Thanks(), .. Help(),
    ];

    private static IEnumerable<IntentRule> Cancel() =>
    [
        new(
            IntentKind.Cancel,
            keys: "cancel abort 取消 终止 中止 中断 停 停止 停下 停下来 停一下 停掉",
            others: "stop render rendering export exporting job task request turn work upload generation generating process video all everything " +
                "current running the what youre doing are " +
                "渲染 导出 任务 生成 制作 请求 处理 当前 这次 所有 全部 正在 进行"),
        new(
            IntentKind.Cancel,
            keys: "stop halt quit",
            others: "render rendering export exporting job task request working work generation generating process processing everything all doing " +
                "what youre are your"),
        new(
            IntentKind.Cancel,
            phrases: "never mind|nevermind|forget it|forget about it|dont do it|dont do that|stop stop|stop stop stop|no stop|enough|" +
                "算了|算了吧|别做了|不做了|别弄了|不要了|不用了|别渲染了|别导出了|停停停|不要做了|别生成了|别搞了|停停"),
    ];

    private static IEnumerable<IntentRule> Undo() =>
    [
        new(
            IntentKind.Undo,
            keys: "undo 撤销 撤回 撤消",
            others: "last previous change changes edit edits step one thing what did of version " +
                "上一步 上一个 上次 刚才 刚刚 上 步 操作 修改 更改 编辑 改动 最后 一步 一次 版本 那个"),
        new(
            IntentKind.Undo,
            keys: "back go switch use revert restore rollback 恢复 还原 回退 退回 返回 回到 回滚 退 切换",
            objects: "version versions 版本 上一版 上个版本 上一个版本 前一个版本 上一步 之前的版本 原来的版本",
            others: "going roll take change return previous last earlier old older one before of " +
                "上 前 回 回去 回来 到 成 之前 原来 render export it 上一个 前一个"),
        new(
            IntentKind.Undo,
            phrases: "back|go back|the version before|revert|revert it|revert that|revert to previous|roll back|rollback|take that back|take it back|" +
                "step back|one step back|go back one step|put it back|put it back how it was|" +
                "change it back|revert the last change|revert last change|go back to the one before|previous version|the previous version|" +
                "last version|回退|后退|还原|改回去|变回去|退回去|恢复原样|上一版|上一个版本|回到上一步|返回上一步"),
    ];

    private static IEnumerable<IntentRule> Versions() =>
    [
        new(
            IntentKind.Versions,
            keys: "versions history 历史 历史版本 版本列表 版本历史 历史记录",
            others: "version show see view which what are is there of have we do list got how many kept saved past all previous earlier older old " +
                "版本 有 几个 哪些 所有 全部 以前 之前 看 看看 查看 显示 列出 多少 保存 都 什么 列表"),
        new(
            IntentKind.Versions,
            keys: "版本",
            objects: "有 几个 哪些 所有 全部 以前 之前 看 看看 查看 显示 列出 多少 什么 列表",
            others: "都 个 保存 过"),
        new(IntentKind.Versions, phrases: "versions|version history|版本"),
    ];

    private static IEnumerable<IntentRule> Preview() =>
    [
        new(
            IntentKind.Preview,
            keys: "preview 预览 试看",
            others: $"{IntentWords.Video} {IntentWords.AroundVideo} a of render export send show see give get play short small smaller low res " +
                "resolution rough fast quick 10 ten s sec secs 10s second seconds 480p make create do clip " +
                "看 看看 发 发我 发给我 来 来个 看个 做 做个 生成 导出 出 先 一个 个 短 小 小一点 小一点的 低清 低清的 快速 快速的 10秒 十秒"),
    ];

    private static IEnumerable<IntentRule> Again() =>
    [
        new(IntentKind.Again, phrases:
            "again|try again|try it again|try that again|try once more|run it again|once more|one more time|retry|retry it|retry that|" +
            "再试一次|再试试|再试一下|再试|再来一次|重试|重试一下|重试一次|再跑一次"),
    ];

    private static IEnumerable<IntentRule> Export() =>
    [
        new(
            IntentKind.Export,
            keys: "export exporting download render rerender 导出 下载 渲染 出片 输出",
            others: $"{IntentWords.Video} {IntentWords.AroundVideo} send show play version 发送 发 发给 发给我 发我 看 看看"),
        new(IntentKind.Export, keys: "export download", others: $"{IntentWords.Video} {IntentWords.AroundVideo} a"),
        new(
            IntentKind.Export,
            keys: "see send give get fetch have want need deliver post share show play hand watch save " +
                "给我 发 发我 发给我 传给我 发给 发送 发出来 发过来 发来 传 传过来 看 看看 看一下 保存 播放 发一下",
            objects: IntentWords.Video,
            others: $"{IntentWords.AroundVideo} version"),
        new(IntentKind.Export, phrases: "send it|send it again|send it again please|send again|send that again|resend|resend it|post it again|" +
            "再发一次|再发一遍|再发我一次|重发|重发一次|重新发一下|" +
            "send it over|send it to me|send it here|give it to me|deliver it|" +
            "发给我|发给我吧|就这样发我|就这样发给我|就这样发我吧|好了发我|好了发给我|可以了发我|可以了发给我|行了发给我|没问题发给我|就这样导出|" +
            "发过来|发过来吧|把它发给我|发我|发我吧|发我看看|发我看看效果|发来看看|看看效果|看下效果|看一下效果|给我看看|给我看看效果|给我看看成片|看看成片"),
    ];

    private static IEnumerable<IntentRule> Credits() =>
    [
        new(
            IntentKind.Credits,
            keys: "credit credits balance 积分 余额 点数 额度",
            others: "how many much do does have left remaining remain what whats is are show check see view display tell of our account any still " +
                "get buy more there about current where on in know " +
                "还 还有 剩 剩下 剩余 多少 有 没有 有没有 几个 查 查看 查询 看 看看 显示 告诉 账户 账号 当前 够 够不够 不够 用 用完 是 怎么 如何 " +
                "充值 购买 买 里 什么 用了 知道 目前 一共 总共"),
        new(IntentKind.Credits, phrases: "top up|topup|how do i top up|how can i top up|充值|怎么充值|还剩多少|还剩多少点|how many do i have left|am i out of credits|are we out of credits"),
    ];

    private static IEnumerable<IntentRule> Progress() =>
    [
        new(IntentKind.Progress, keys: "progress queue 进度 队列 进展", others: AroundState),
        new(
            IntentKind.Progress,
            phrases: "is it done|is it done yet|are you done|are you done yet|is it ready|is it ready yet|is the video ready|is the video ready yet|is my video ready|is my video done|is the video done|" +
                "how far are you|how far along are you|how far is it|how is it going|hows it going|how long will it take|how much longer|how long does it take|whats going on|what is going on|what are you doing|" +
                "are you there|are you still there|still there|still working|are you working|what is happening|whats happening|eta|any news|any update|any updates|" +
                "好了吗|好了没|好了没有|好了么|完成了吗|做好了吗|做完了吗|弄好了吗|做到哪了|做到哪里了|进行到哪了|到哪一步了|怎么样了|还要多久|" +
                "要多久|还有多久|多久能好|在吗|还在吗|视频好了吗|视频做好了吗|现在怎么样了|渲染好了吗|导出好了吗"),
    ];

    private static IEnumerable<IntentRule> State() =>
    [
        new(IntentKind.State, keys: "status state progress timeline tracks queue draft 状态 进度 时间线 时间轴 轨道 队列 进展", others: AroundState),
        new(
            IntentKind.State,
            phrases: "what do we have|what do we have so far|where are we|show me|show me what you have|show me what you have so far|where is my video|wheres my video|where is the video|what is on it"),
    ];

    private static IEnumerable<IntentRule> Upload() =>
    [
        new(
            IntentKind.Upload,
            keys: "upload uploading 上传",
            others: "how do where a an some another more file files video videos audio song music image images picture pictures photo photos clip " +
                "clips mp3 mp4 recording " +
                "怎么 怎样 如何 哪里 在哪 在哪里 文件 视频 音频 图片 照片 歌曲 音乐 素材 录音 个 一个 一张 一首 一段 几个 些 一些 新 张 段 首"),
        new(IntentKind.Upload, phrases: "here you go|here it is|here is the file|here is my file|heres my file|heres the file|" +
            "这是文件|文件在这里|给你|给你文件|how do i send a file|how do i add a file|怎么发文件"),
    ];

    private static IEnumerable<IntentRule> Help() =>
    [
        new(IntentKind.Help, keys: "help commands menu 帮助 命令 菜单 使用说明 说明书 使用帮助 教程", others: "show what are the list all some get give there 看 看看 查看 显示 有 哪些 什么 使用 所有"),
        new(IntentKind.Help, keys: "hi hello hey hiya 你好 您好 嗨 哈喽", others: "there everyone all good morning evening afternoon 大家 早上好 晚上好"),
        new(
            IntentKind.Help,
            phrases: "what can you do|what do you do|what can i do|what can i do here|how does this work|how does it work|how do i use this|" +
                "how do i use you|how to use this|how to use|who are you|what are you|" +
                "what is this|help me out|i need help|start|get started|how do i start|where do i start|good morning|good evening|" +
                "你能做什么|你会做什么|你会什么|你可以做什么|能做什么|怎么用|怎么使用|如何使用|你是谁|这是什么|在么|开始|早上好|晚上好|帮帮我|" +
                "你能干什么|你能干嘛|有什么功能"),
    ];

    private static IEnumerable<IntentRule> Thanks() =>
    [
        new(
            IntentKind.Thanks,
            keys: "thanks thank thx ty cheers tysm 谢谢 多谢 感谢 谢了 辛苦了 辛苦 谢谢你",
            others: "so very much a lot great perfect nice awesome cool good job well done lovely amazing many bye all is its " +
                "非常 十分 太 棒 太棒了 很 完美 不错 大家 你们 您 做得 赞"),
    ];
}
