namespace NemoBot.Core.Text.Translation;

/// <summary>Finds the name of what is to be pressed: "click <i>Add Music</i>", 点击「<i>添加音乐</i>」.</summary>
internal static class PressedLabel
{
    private const int LongestChineseLabel = 10;
    private const string Quotes = "\"'“”‘’「」『』【】[]`《》";

    private static readonly string[] Verbs = ["click", "clicking", "tap", "tapping", "press", "pressing", "hit", "hitting", "clicks"];
    private static readonly string[] ChineseVerbs = ["点击", "单击", "点按", "轻触", "按下", "点一下", "点"];
    private static readonly string[] Nowhere = ["here", "play", "space", "enter", "anywhere", "ctrl", "cmd", "spacebar"];

    /// <summary>The name without quotation marks; null if none is given, or if it opens a part of the editor.</summary>
    public static string? Find(string piece) => English(piece) ?? Chinese(piece);

    private static string? English(string piece)
    {
        var words = piece.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var verb = Array.FindIndex(words, w => Verbs.Contains(w.ToLowerInvariant()));
        if (verb < 0)
        {
            return null;
        }

        var i = verb + 1;
        while (i < words.Length && words[i] is "on" or "the" or "your" or "blue" or "green" or "big" or "red")
        {
            i++;
        }

        var start = i;
        while (i < words.Length && (char.IsUpper(words[i].Trim(Quotes.ToCharArray()).FirstOrDefault()) || (i > start && IsOpenQuote(words[start..i]))))
        {
            i++;
        }

        if (i == start && i < words.Length && Quotes.Contains(words[i][0], StringComparison.Ordinal))
        {
            i++;
        }

        var label = string.Join(' ', words[start..i]).Trim(Quotes.ToCharArray()).TrimEnd('.', ',', '!', ';', ')').Trim(Quotes.ToCharArray());
        var opensPart = i < words.Length && words[i].TrimEnd('.', ',') is "panel" or "tab" or "menu" or "page" or "section" or "window" or "icon";
        return label.Length == 0 || opensPart || Nowhere.Contains(label.ToLowerInvariant()) ? null : label;
    }

    private static bool IsOpenQuote(string[] words)
    {
        var text = string.Join(' ', words);
        return Quotes.Contains(text[0], StringComparison.Ordinal) && !Quotes.Contains(text[^1], StringComparison.Ordinal);
    }

    private static string? Chinese(string piece)
    {
        var verb = ChineseVerbs.FirstOrDefault(v => piece.Contains(v, StringComparison.Ordinal));
        if (verb is null)
        {
            return null;
        }

        var rest = piece[(piece.IndexOf(verb, StringComparison.Ordinal) + verb.Length)..].Trim();
        var quoted = rest.IndexOfAny(['“', '「', '『', '【', '"', '‘']) is >= 0 and <= 12 and var open && rest.IndexOfAny(['”', '」', '』', '】', '"', '’'], open + 1) is > 0 and var close
            ? rest[(open + 1)..close]
            : null;
        if (quoted is not null)
        {
            return quoted.Trim();
        }

        var button = rest.IndexOf("按钮", StringComparison.Ordinal);
        var label = button > 0 ? rest[..button] : "";
        label = label[(label.LastIndexOf('的') + 1)..].Trim(' ', '一', '下');
        return label.Length is > 0 and <= LongestChineseLabel && !label.Contains("这里", StringComparison.Ordinal) ? label : null;
    }
}
