namespace NemoBot.LocalNemo.Colors;

/// <summary>The colours that have names.</summary>
internal static class Palette
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<NamedColor> All { get; } =
    [
        Entry("white", "白色", "#ffffff", "白"),
        Entry("black", "黑色", "#000000", "黑"),
        Entry("gray", "灰色", "#808080", "grey", "灰"),
        Entry("light gray", "浅灰色", "#d1d5db", "light grey", "浅灰"),
        Entry("dark gray", "深灰色", "#374151", "dark grey", "深灰"),
        Entry("silver", "银色", "#c0c0c0", "银"),
        Entry("red", "红色", "#ff2d2d", "红", "大红"),
        Entry("dark red", "深红色", "#8b0000", "crimson", "maroon", "深红", "暗红", "暗红色"),
        Entry("orange", "橙色", "#ff8c00", "橙", "橘色", "橘黄色", "橘"),
        Entry("yellow", "黄色", "#ffe600", "黄"),
        Entry("gold", "金色", "#ffc107", "golden", "金", "金黄色"),
        Entry("green", "绿色", "#22c55e", "绿"),
        Entry("light green", "浅绿色", "#90ee90", "浅绿", "淡绿色"),
        Entry("dark green", "深绿色", "#14532d", "深绿", "墨绿色"),
        Entry("lime", "青柠色", "#a3e635", "lime green"),
        Entry("mint", "薄荷色", "#98ffcc", "mint green", "薄荷绿"),
        Entry("teal", "蓝绿色", "#0d9488", "蓝绿"),
        Entry("cyan", "青色", "#00e5ff", "aqua", "青"),
        Entry("turquoise", "绿松石色", "#40e0d0"),
        Entry("blue", "蓝色", "#2563eb", "蓝"),
        Entry("light blue", "浅蓝色", "#7dd3fc", "baby blue", "浅蓝", "淡蓝色"),
        Entry("sky blue", "天蓝色", "#38bdf8", "天蓝"),
        Entry("dark blue", "深蓝色", "#1e3a8a", "deep blue", "深蓝", "藏蓝色"),
        Entry("navy", "海军蓝", "#0b1f4b", "navy blue"),
        Entry("indigo", "靛蓝色", "#4338ca", "靛蓝", "靛色"),
        Entry("purple", "紫色", "#9333ea", "紫"),
        Entry("violet", "紫罗兰色", "#8b5cf6", "紫罗兰"),
        Entry("lavender", "薰衣草色", "#c4b5fd", "淡紫色", "浅紫色"),
        Entry("dark purple", "深紫色", "#4c1d95", "deep purple", "深紫"),
        Entry("magenta", "洋红色", "#ff00ff", "fuchsia", "洋红", "品红"),
        Entry("pink", "粉色", "#ff69b4", "粉红色", "粉红", "粉"),
        Entry("light pink", "浅粉色", "#ffb6c1", "浅粉"),
        Entry("brown", "棕色", "#8b5a2b", "棕", "褐色", "咖啡色"),
        Entry("beige", "米色", "#f5f5dc", "cream", "米白色", "奶油色"),
        Entry("coral", "珊瑚色", "#ff7f50", "珊瑚红"),
        Entry("salmon", "鲑鱼色", "#fa8072"),
        Entry("khaki", "卡其色", "#c3b091"),
    ];

    private static readonly Dictionary<string, NamedColor> ByWord = Index();

    private static readonly Dictionary<string, NamedColor> ByHex = All.ToDictionary(c => c.Hex);

    /// <summary>By any word for it, lower case; null if there is none.</summary>
    public static NamedColor? Find(string word) => ByWord.GetValueOrDefault(word);

    /// <summary>What people call a colour: its name, or the hex value if it has none.</summary>
    public static string NameOf(string hex, bool chinese = false) =>
        ByHex.TryGetValue(hex, out var color) ? chinese ? color.ChineseName : color.Name : hex;

    /// <summary>Reads a name or a hex value; null if it is neither.</summary>
    public static string? Parse(string? text)
    {
        var word = text?.Trim().ToLowerInvariant();
        return word is null ? null : Find(word)?.Hex ?? ParseHex(word);
    }

    /// <summary>Reads <c>#rgb</c> or <c>#rrggbb</c>; null if it is neither.</summary>
    public static string? ParseHex(string text)
    {
        if (text.Length is not (4 or 7) || text[0] != '#' || !text.Skip(1).All(char.IsAsciiHexDigit))
        {
            return null;
        }

        var lower = text.ToLowerInvariant();
        return lower.Length == 7 ? lower : $"#{lower[1]}{lower[1]}{lower[2]}{lower[2]}{lower[3]}{lower[3]}";
    }

    /// <summary>A darker form of a colour, for the far end of a gradient.</summary>
    public static string Darker(string hex)
    {
        Span<char> result = ['#', '0', '0', '0', '0', '0', '0'];
        for (var i = 1; i < 7; i += 2)
        {
            var part = Convert.ToInt32(hex.Substring(i, 2), 16) / 3;
            part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture).CopyTo(result[i..]);
        }

        return result.ToString();
    }

    private static NamedColor Entry(string name, string chinese, string hex, params string[] more) => new(name, chinese, hex, [name, chinese, .. more]);

    private static Dictionary<string, NamedColor> Index()
    {
        var index = new Dictionary<string, NamedColor>(StringComparer.Ordinal);
        foreach (var color in All)
        {
            foreach (var word in color.Words)
            {
                index.Add(word, color);
            }
        }

        return index;
    }
}
