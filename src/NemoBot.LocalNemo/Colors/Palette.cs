namespace NemoBot.LocalNemo.Colors;

/// <summary>The colors that have names.</summary>
internal static class Palette
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<NamedColor> All { get; } =
    [
        Entry("white", "白色", "#ffffff", "白", "off white", "纯白", "纯白色", "pure white", "snow white", "雪白", "乳白色"),
        Entry("black", "黑色", "#000000", "黑", "纯黑", "纯黑色", "pure black", "jet black", "pitch black", "全黑", "漆黑"),
        Entry("gray", "灰色", "#808080", "grey", "灰", "纯灰", "灰灰", "slate", "slate gray", "slate grey", "中灰", "ash"),
        Entry("light gray", "浅灰色", "#d1d5db", "light grey", "浅灰", "pale gray", "pale grey", "淡灰色", "淡灰", "浅灰的"),
        Entry("dark gray", "深灰色", "#374151", "dark grey", "深灰", "charcoal", "charcoal gray", "charcoal grey", "炭灰", "炭灰色", "graphite", "暗灰", "暗灰色", "anthracite"),
        Entry("silver", "银色", "#c0c0c0", "银"),
        Entry("red", "红色", "#ff2d2d", "红", "大红", "bright red", "正红", "正红色", "鲜红", "鲜红色", "scarlet", "中国红", "朱红", "朱红色", "ruby"),
        Entry("dark red", "深红色", "#8b0000", "crimson", "maroon", "深红", "暗红", "暗红色", "burgundy", "wine red", "wine", "deep red", "酒红", "酒红色", "枣红", "枣红色"),
        Entry("orange", "橙色", "#ff8c00", "橙", "橘色", "橘黄色", "橘", "bright orange", "橘黄", "橙黄", "橙黄色", "橘红", "橘红色", "tangerine", "亮橙色"),
        Entry("yellow", "黄色", "#ffe600", "黄", "bright yellow", "lemon", "lemon yellow", "柠檬黄", "亮黄", "亮黄色", "明黄", "明黄色", "鹅黄"),
        Entry("gold", "金色", "#ffc107", "golden", "金", "金黄色", "金黄", "土豪金", "香槟金", "mustard", "amber", "琥珀色", "姜黄", "姜黄色", "champagne"),
        Entry("light gold", "浅金色", "#ffe082", "pale gold", "soft gold", "浅金", "淡金", "淡金色"),
        Entry("dark gold", "深金色", "#b8860b", "deep gold", "old gold", "暗金", "暗金色", "深金"),
        Entry("light orange", "浅橙色", "#ffb347", "pale orange", "pastel orange", "浅橙"),
        Entry("green", "绿色", "#22c55e", "绿", "bright green", "翠绿", "翠绿色", "草绿", "草绿色", "emerald", "emerald green", "亮绿", "亮绿色", "果绿", "grass green", "祖母绿"),
        Entry("light green", "浅绿色", "#90ee90", "浅绿", "淡绿色", "淡绿", "pale green", "嫩绿", "嫩绿色", "pastel green", "豆绿"),
        Entry("dark green", "深绿色", "#14532d", "深绿", "墨绿色", "forest green", "deep green", "墨绿", "olive green", "olive", "橄榄绿", "橄榄色", "军绿", "军绿色", "暗绿色", "hunter green"),
        Entry("lime", "青柠色", "#a3e635", "lime green", "荧光绿", "荧光绿色", "acid green", "chartreuse"),
        Entry("mint", "薄荷色", "#98ffcc", "mint green", "薄荷绿", "薄荷绿色", "薄荷", "pastel mint"),
        Entry("teal", "蓝绿色", "#0d9488", "蓝绿", "孔雀绿", "孔雀蓝", "blue green", "蓝绿色的"),
        Entry("cyan", "青色", "#00e5ff", "aqua", "青", "青蓝", "青蓝色", "electric blue", "荧光蓝"),
        Entry("turquoise", "绿松石色", "#40e0d0", "松石绿", "蒂芙尼蓝", "tiffany blue", "湖蓝", "湖蓝色", "湖绿"),
        Entry("blue", "蓝色", "#2563eb", "蓝", "royal blue", "bright blue", "宝蓝", "宝蓝色", "亮蓝", "亮蓝色", "cobalt", "cobalt blue", "正蓝", "钴蓝", "皇家蓝"),
        Entry("light blue", "浅蓝色", "#7dd3fc", "baby blue", "浅蓝", "淡蓝色", "pale blue", "淡蓝", "pastel blue", "powder blue", "冰蓝", "冰蓝色", "婴儿蓝"),
        Entry("sky blue", "天蓝色", "#38bdf8", "天蓝", "蔚蓝", "蔚蓝色", "azure"),
        Entry("dark blue", "深蓝色", "#1e3a8a", "deep blue", "深蓝", "藏蓝色", "midnight blue", "藏蓝", "暗蓝", "暗蓝色", "墨蓝", "墨蓝色", "午夜蓝", "克莱因蓝"),
        Entry("navy", "海军蓝", "#0b1f4b", "navy blue", "海军蓝色", "藏青", "藏青色", "深海蓝"),
        Entry("indigo", "靛蓝色", "#4338ca", "靛蓝", "靛色"),
        Entry("purple", "紫色", "#9333ea", "紫", "bright purple", "亮紫", "亮紫色", "葡萄紫"),
        Entry("violet", "紫罗兰色", "#8b5cf6", "紫罗兰", "紫罗兰的"),
        Entry("lavender", "薰衣草色", "#c4b5fd", "淡紫色", "浅紫色", "light purple", "淡紫", "浅紫", "pale purple", "pastel purple", "lilac", "香芋紫", "香芋色", "薰衣草", "薰衣草紫", "丁香色"),
        Entry("dark purple", "深紫色", "#4c1d95", "deep purple", "深紫", "plum", "暗紫", "暗紫色", "aubergine", "茄紫"),
        Entry("magenta", "洋红色", "#ff00ff", "fuchsia", "洋红", "品红", "桃红", "桃红色", "玫红", "玫红色", "玫瑰红", "hot magenta", "品红色", "荧光粉"),
        Entry("pink", "粉色", "#ff69b4", "粉红色", "粉红", "粉", "hot pink", "bright pink", "亮粉", "亮粉色", "rose", "rose pink", "玫瑰色", "玫瑰粉", "bubblegum pink"),
        Entry("light pink", "浅粉色", "#ffb6c1", "浅粉", "pale pink", "baby pink", "pastel pink", "blush", "浅粉红", "淡粉", "淡粉色", "粉嫩", "樱花粉", "裸粉", "肉粉"),
        Entry("brown", "棕色", "#8b5a2b", "棕", "褐色", "咖啡色", "chocolate", "coffee", "巧克力色", "咖啡", "深棕", "深棕色", "土黄", "土黄色", "褐", "驼色", "棕褐色", "dark brown", "焦糖色", "caramel"),
        Entry("beige", "米色", "#f5f5dc", "cream", "米白", "米白色", "奶油色", "米黄", "米黄色", "ivory", "象牙白", "象牙色", "奶白", "奶白色", "杏色", "sand", "tan", "淡黄", "淡黄色", "浅黄", "浅黄色", "pale yellow", "light yellow", "燕麦色", "奶油白"),
        Entry("coral", "珊瑚色", "#ff7f50", "珊瑚红", "peach", "桃色", "珊瑚", "peachy", "珊瑚粉", "蜜桃色"),
        Entry("salmon", "鲑鱼色", "#fa8072"),
        Entry("khaki", "卡其色", "#c3b091", "卡其"),
        Entry("milk tea", "奶茶色", "#c8a98b", "奶茶", "latte", "mocha", "拿铁色", "摩卡色"),
        Entry("haze blue", "雾霾蓝", "#8fa9bf", "雾霾蓝色", "dusty blue", "steel blue", "莫兰迪蓝", "灰蓝", "灰蓝色"),
        Entry("sage", "鼠尾草绿", "#9caf88", "sage green", "莫兰迪绿", "灰绿", "灰绿色", "抹茶绿", "抹茶色", "matcha"),
        Entry("near black", "近黑色", "#111827", "off black", "soft black", "墨黑", "墨黑色"),
        Entry("terracotta", "陶土色", "#c8553d", "rust", "brick red", "brick", "砖红", "砖红色", "铁锈红"),
    ];

    private static readonly Dictionary<string, NamedColor> ByWord = Index();

    private static readonly Dictionary<string, NamedColor> ByHex = All.ToDictionary(c => c.Hex);

    /// <summary>By any word for it, lower case; null if there is none.</summary>
    public static NamedColor? Find(string word) => ByWord.GetValueOrDefault(word);

    /// <summary>What people call a color: its name, or the hex value if it has none.</summary>
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

    /// <summary>A darker form of a color, for the far end of a gradient.</summary>
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

    /// <summary>A somewhat darker or lighter form of a color.</summary>
    public static string Shade(string hex, bool darker)
    {
        var parts = Enumerable.Range(0, 3).Select(i => Convert.ToInt32(hex.Substring(1 + (2 * i), 2), 16)).Select(p => darker ? p * 2 / 3 : p + ((255 - p) / 3));
        return "#" + string.Concat(parts.Select(p => p.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
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
