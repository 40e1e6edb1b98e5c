namespace NemoBot.Core.Text.Translation;

/// <summary>
/// Joins translated lines: renumbers lists that lost items, drops headings without content, and keeps at most
/// one empty line between paragraphs.
/// </summary>
internal sealed class TextBlocks
{
    private static readonly string[] Steps = ["选择", "确认", "等待", "输入", "设置", "调整", "下载", "保存", "Wait", "Type", "Confirm", "Set", "Name"];

    private readonly List<(string Source, string Text, bool LostSomething)> _lines = [];

    /// <summary>Adds a line.</summary>
    /// <param name="source">Before the translation.</param>
    /// <param name="text">After it; empty if nothing is left.</param>
    /// <param name="lostSomething">Talk about the editor was left out of it.</param>
    public void Add(string source, string text, bool lostSomething) => _lines.Add((source, text, lostSomething));

    /// <inheritdoc/>
    public override string ToString()
    {
        var kept = new List<string>();
        for (var i = 0; i < _lines.Count;)
        {
            var end = i;
            while (end < _lines.Count && ListMark.Has(_lines[end].Source))
            {
                end++;
            }

            if (end > i)
            {
                AddList(_lines[i..end], kept);
                i = end;
                continue;
            }

            if (_lines[i].Text.Length > 0 || (_lines[i].Source.Length == 0 && kept.Count > 0 && kept[^1].Length > 0))
            {
                kept.Add(_lines[i].Text);
            }

            i++;
        }

        return string.Join('\n', kept).Trim('\n');
    }

    private static void AddList(List<(string Source, string Text, bool LostSomething)> items, List<string> kept)
    {
        // Steps on a screen: "choose MP4" has no word of the screen in it, but no sense without the steps around it either.
        var isSteps = items.Count(i => i.LostSomething && i.Text.Length == 0) * 2 >= items.Count;
        var left = items.Where(i => i.Text.Length > 0 && !(isSteps && IsStep(i.Text[ListMark.LengthOf(i.Text)..]))).ToList();
        if (left.Count == 0)
        {
            DropHeading(kept);
            return;
        }

        var isWhole = left.Count == items.Count;
        kept.AddRange(left.Select((item, i) => isWhole ? item.Text : ListMark.Renumber(item.Text, i + 1)));
    }

    private static bool IsStep(string text) =>
        new EnglishClause(text).IsDirective || Steps.Any(s => text.StartsWith(s, StringComparison.Ordinal));

    private static void DropHeading(List<string> kept)
    {
        while (kept.Count > 0 && kept[^1].Length == 0)
        {
            kept.RemoveAt(kept.Count - 1);
        }

        if (kept.Count == 0 || !(kept[^1].EndsWith(':') || kept[^1].EndsWith('：')))
        {
            return;
        }

        var heading = kept[^1];
        kept.RemoveAt(kept.Count - 1);
        var sentences = SentenceSplitter.Split(heading).ToList();
        if (sentences.Count > 1)
        {
            kept.Add(string.Concat(sentences.Take(sentences.Count - 1)).TrimEnd());
        }
    }
}
