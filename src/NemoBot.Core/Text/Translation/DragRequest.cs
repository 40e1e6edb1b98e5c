namespace NemoBot.Core.Text.Translation;

/// <summary>"Drag the clip to the beginning" can be asked of the backend in words: "Move the clip to the beginning".</summary>
internal static class DragRequest
{
    private static readonly string[] Verbs = ["drag and drop ", "drag-and-drop ", "drag "];
    private static readonly string[] ChineseVerbs = ["拖拽", "拖动", "拖放", "拖"];
    private static readonly string[] Vague = ["it", "them", "this", "that", "handle", "edge", "edges", "playhead", "file", "files", "your file", "your files", "timeline", "clips around"];

    /// <summary>The request; null if nothing is dragged to a place or the place is one of the editor.</summary>
    public static string? Find(string piece, Texts texts) => English(piece, texts) ?? Chinese(piece, texts);

    private static string? English(string piece, Texts texts)
    {
        foreach (var verb in Verbs)
        {
            var at = piece.IndexOf(verb, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                continue;
            }

            var rest = piece[(at + verb.Length)..].Trim().TrimEnd('.', '!', ',');
            var to = rest.LastIndexOf(" to the ", StringComparison.Ordinal) is >= 0 and var t ? t : rest.IndexOf(" to ", StringComparison.Ordinal);
            if (to <= 0)
            {
                return null;
            }

            var (what, where) = (rest[..to], rest[(to + 4)..]);
            var slider = what.IndexOf(" slider", StringComparison.Ordinal);
            if (slider > 0)
            {
                var name = what[..slider].Trim();
                return where.Any(char.IsAsciiDigit) ? texts.Format("intent.set", name.StartsWith("the ", StringComparison.Ordinal) ? name : "the " + name, where) : null;
            }

            return IsVague(what) || !IsPlace(where) || new EnglishClause(where).IsAboutEditor || new EnglishClause(what).IsAboutEditor
                ? null
                : texts.Format("intent.move", what, where);
        }

        return null;
    }

    private static string? Chinese(string piece, Texts texts)
    {
        foreach (var verb in ChineseVerbs)
        {
            var at = piece.IndexOf(verb, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            // 把片段拖到开头 / 拖动片段到开头
            var to = piece.IndexOf('到', at);
            if (to < 0)
            {
                return null;
            }

            var before = piece.LastIndexOf('把', at) is >= 0 and var b ? b : piece.LastIndexOf('将', at);
            var what = before >= 0 ? piece[(before + 1)..at] : piece[(at + verb.Length)..to];
            var where = piece[(to + 1)..].TrimEnd('。', '，', '！', '处', '即', '可');
            var isVague = what.Length == 0 || where.Length == 0 || ChineseSentence.IsAboutEditor(where) || ChineseSentence.IsAboutEditor(what) || what.Contains("文件", StringComparison.Ordinal);
            return isVague ? null : texts.Format("intent.move", what.Trim(), where.Trim());
        }

        return null;
    }

    private static bool IsPlace(string where) => where.StartsWith("the ", StringComparison.Ordinal) || (where.Length > 0 && char.IsAsciiDigit(where[0]));

    private static bool IsVague(string what) =>
        Vague.Any(v => what.Equals(v, StringComparison.OrdinalIgnoreCase) || what.EndsWith(" " + v, StringComparison.OrdinalIgnoreCase));
}
