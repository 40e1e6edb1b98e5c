namespace NemoBot.Core.Text.Translation;

/// <summary>Finds what a piece of talk about the editor wants done, in either language.</summary>
/// <param name="texts">For requests that are made of it.</param>
internal sealed class ActionFinder(Texts texts)
{
    private static readonly (GuiActionKind Kind, string[] Words)[] Names =
    [
        (GuiActionKind.Upload, ["upload", "import", "browse", "add media", "drop your", "drag your", "drop a file", "drop files", "上传", "导入", "选择文件", "添加素材"]),
        (GuiActionKind.Register, ["register", "sign up", "sign in", "log in", "create an account", "注册", "登录", "登陆"]),
        (GuiActionKind.ShowCredits, [
            "billing", "account", "credit", "balance", "subscription", "dashboard", "your plan", "top up", "upgrade", "pricing",
            "账户", "账号", "账单", "余额", "积分", "充值", "订阅", "控制台", "升级套餐"]),
        (GuiActionKind.ShowTimeline, ["progress", "进度"]),
        (GuiActionKind.Export, ["export", "download", "render", "save your video", "save the video", "save your file", "导出", "下载", "渲染", "保存视频"]),
        (GuiActionKind.Undo, ["undo", "ctrl+z", "撤销", "撤回"]),
        (GuiActionKind.ShowTimeline, [
            "preview", "play", "timeline", "panel", "open", "tab", "sidebar", "library", "inspector", "see", "view", "watch", "check", "track",
            "预览", "播放", "时间线", "时间轴", "打开", "查看", "面板", "轨道", "侧边栏", "播放器"]),
    ];

    /// <summary>The action; null if there is nothing to do.</summary>
    public GuiAction? Find(string piece)
    {
        var lower = piece.Replace('’', '\'').ToLowerInvariant();
        if (DragRequest.Find(piece, texts) is { } request)
        {
            return new(GuiActionKind.SendEdit, request);
        }

        if (PressedLabel.Find(piece) is { } label)
        {
            return ByName(label.ToLowerInvariant(), exact: true) ?? new(GuiActionKind.SendEdit, label);
        }

        return ByName(lower, exact: false);
    }

    private static GuiAction? ByName(string text, bool exact)
    {
        foreach (var (kind, words) in Names)
        {
            if (words.Any(w => exact && char.IsAsciiLetter(w[0]) ? text == w || text.StartsWith(w + " ", StringComparison.Ordinal) : Has(text, w)))
            {
                return new(kind);
            }
        }

        return null;
    }

    // English words in their forms ("play", "played", "player", not "playhead"); Chinese ones anywhere.
    private static bool Has(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            while (end < text.Length && char.IsAsciiLetter(text[end]))
            {
                end++;
            }

            var isStart = at == 0 || !char.IsAsciiLetter(text[at - 1]);
            var isForm = text[(at + word.Length)..end] is "" or "s" or "ed" or "ing" or "er" or "ering" or "ered";
            if (!char.IsAsciiLetter(word[0]) || (isStart && isForm))
            {
                return true;
            }
        }

        return false;
    }
}
