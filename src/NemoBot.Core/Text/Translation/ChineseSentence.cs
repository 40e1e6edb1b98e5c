namespace NemoBot.Core.Text.Translation;

/// <summary>Keeps of a Chinese sentence what it says about the content.</summary>
internal static class ChineseSentence
{
    private const string Ends = "。！？!?.…：";

    private static readonly string[] Gestures =
        ["点击", "单击", "双击", "点按", "轻触", "轻点", "拖拽", "拖动", "拖放", "拖到", "拖入", "拖至", "右键", "鼠标", "悬停", "滑动到", "快捷键", "点一下", "长按"];

    private static readonly string[] Parts =
    [
        "按钮", "面板", "侧边栏", "侧栏", "工具栏", "菜单栏", "下拉菜单", "下拉框", "下拉列表", "播放器",
        "预览窗口", "预览区", "预览窗", "控制台", "仪表盘", "选项卡", "标签页", "滑块", "属性栏", "编辑器",
        "弹窗", "对话框", "播放头", "素材库", "编辑界面", "操作界面", "导航栏", "设置页", "工作区",
    ];

    // Only together with an order to the reader.
    private static readonly string[] WeakParts =
    [
        "时间线", "时间轴", "账户", "账号", "账单", "菜单", "界面", "页面", "窗口", "右上角", "左上角", "右下角", "左下角",
        "左侧", "右侧", "画布", "图标", "轨道", "设置", "余额", "订阅", "预览", "官网", "网页", "导出选项",
    ];

    private static readonly string[] ToReader = ["请", "你可以", "您可以", "你能", "您能", "可以在", "可在", "即可"];

    private static readonly string[] Orders =
        [.. ToReader, "打开", "查看", "前往", "进入", "选择", "切换", "预览", "播放", "检查", "使用", "通过", "想要", "可以"];

    private static readonly string[] Imperatives = ["打开", "查看", "前往", "进入", "检查", "切换", "到", "去"];

    private static readonly string[] NotGestures = ["点击率", "点击量", "点击数", "拖动感", "拖拽感"];
    private static readonly string[] Media = ["视频", "画面", "录屏", "录像", "片段", "镜头", "素材", "图片", "照片", "动画", "影片", "界面演示"];
    private static readonly string[] Shown = ["画面", "视频", "屏幕", "标题", "字幕", "文字", "图片", "水印", "标志", "logo", "Logo", "LOGO"];
    private static readonly string[] OwnWork = ["我已", "我把", "我将", "已把", "已将", "已经把", "已经将", "已为", "我为", "我给", "我在"];
    private static readonly string[] Subordinate = ["如果", "如需", "若", "要想", "想要", "当", "为了", "需要", "完成后", "之后", "要", "确认无误", "满意后", "如要", "随时"];
    private static readonly string[] Continuing = ["即可", "就", "便", "然后", "再", "并", "以", "来", "选择", "或", "接着", "进行", "最后", "而", "也"];

    /// <summary>The sentence without talk about the editor; what was left out goes to <paramref name="dropped"/>.</summary>
    public static string Translate(string sentence, List<string> dropped)
    {
        var body = sentence.TrimEnd();
        var end = body.Length;
        while (end > 0 && Ends.Contains(body[end - 1], StringComparison.Ordinal))
        {
            end--;
        }

        var clauses = body[..end].Split(['，', '；', '（', '）', ',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (!clauses.Any(IsAboutEditor))
        {
            return sentence;
        }

        var kept = Keep(clauses, dropped);
        var stop = body[end..].Replace('：', '。');
        return kept.Count == 0 || kept.All(IsSubordinate) ? "" : string.Join('，', kept) + stop + sentence[body.Length..];
    }

    /// <summary>True if a clause speaks of the editor and not of something that a video shows.</summary>
    public static bool IsAboutEditor(string clause)
    {
        var plain = NotGestures.Aggregate(clause, (text, word) => text.Replace(word, "", StringComparison.Ordinal));
        if (Gestures.Any(g => Has(plain, g) && !IsShown(plain, g)))
        {
            return true;
        }

        var isOwn = HasAny(plain, OwnWork) && !Has(plain, "打开");
        return Parts.Any(p => Has(plain, p) && !IsShown(plain, p) && !(isOwn && Place(plain) is null && p is "按钮"))
            || (!isOwn && HasAny(plain, Orders) && WeakParts.Any(p => IsUsed(plain, p)));
    }

    private static List<string> Keep(string[] clauses, List<string> dropped)
    {
        var kept = new List<string>();
        var isAfterDropped = false;
        foreach (var clause in clauses)
        {
            if (IsAboutEditor(clause))
            {
                var rest = Place(clause) is ({ } from, { } to) && !HasAny(clause, Gestures) && !IsOrder(clause)
                    ? (clause[..from] + clause[to..]).Trim()
                    : "";
                isAfterDropped = rest.Length < 3 || IsAboutEditor(rest);
                (isAfterDropped ? dropped : kept).Add(isAfterDropped ? clause : rest);
            }
            else if (isAfterDropped && Continuing.Any(c => clause.StartsWith(c, StringComparison.Ordinal)))
            {
                dropped.Add(clause);
            }
            else
            {
                kept.Add(clause);
                isAfterDropped = false;
            }
        }

        return kept;
    }

    // 录屏里的导出按钮, 按钮的动画: the part belongs to what is shown.
    private static bool IsShown(string clause, string word)
    {
        var at = clause.IndexOf(word, StringComparison.Ordinal);
        var (before, after) = (clause[..at], clause[(at + word.Length)..].TrimStart('的'));
        return Media.Any(m => Has(before, m + "里") || Has(before, m + "中") || Has(before, m + "内") || Has(before, m + "上的"))
            || (!IsOrder(clause) && Media.Any(m => Has(clause[at..], "的" + m)))
            || (!before.Contains('在') && !HasAny(before, ToReader) && Media.Any(m => after.StartsWith(m, StringComparison.Ordinal)));
    }

    // 预览 is a deed and a place: only one of both is no place.
    private static bool IsUsed(string clause, string part) => part switch
    {
        "预览" => Has(clause, "预览") && HasAny(clause, ToReader),
        "右上角" or "左上角" or "右下角" or "左下角" => Has(clause, part) && !HasAny(clause, Shown),
        "左侧" or "右侧" => Has(clause, "在" + part) && IsOrder(clause),
        "轨道" or "时间线" or "时间轴" => Has(clause, part) && (IsOrder(clause) || Has(clause, "查看") || Has(clause, "预览")),
        _ => Has(clause, part) && !IsShown(clause, part),
    };

    private static bool IsOrder(string clause) =>
        HasAny(clause, ToReader) || Imperatives.Any(o => clause.StartsWith(o, StringComparison.Ordinal));

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.Ordinal);

    private static bool HasAny(string text, IEnumerable<string> words) => words.Any(w => Has(text, w));

    private static bool IsSubordinate(string clause) =>
        Subordinate.Any(s => clause.StartsWith(s, StringComparison.Ordinal)) || clause.EndsWith("的话", StringComparison.Ordinal) || clause.EndsWith('时') || clause.EndsWith('后');

    // 到左侧面板里, 在预览窗口中
    private static (int? From, int? To)? Place(string clause)
    {
        foreach (var part in Parts)
        {
            var at = clause.IndexOf(part, StringComparison.Ordinal);
            var from = at <= 0 ? -1 : clause.LastIndexOfAny(['在', '到', '至', '从', '于', '进', '入'], at - 1);
            if (from < 0 || at - from > 10)
            {
                continue;
            }

            var to = at + part.Length;
            while (to < clause.Length && clause[to] is '里' or '中' or '上' or '内' or '下' or '处' or '面')
            {
                to++;
            }

            return (from, to);
        }

        return null;
    }
}
