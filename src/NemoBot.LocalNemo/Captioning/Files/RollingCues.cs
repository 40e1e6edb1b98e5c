using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Captioning.Files;

/// <summary>
/// Automatic captions of video sites roll: each cue repeats the row of the one before and adds a row with word times.
/// </summary>
internal static class RollingCues
{
    /// <summary>Leaves each row once. Files without word times stay as they are.</summary>
    public static IReadOnlyList<CaptionLine> Flatten(IReadOnlyList<CaptionLine> lines)
    {
        if (!lines.Any(l => l.Words.Count > 0))
        {
            return lines;
        }

        List<CaptionLine> flat = [];
        string? shown = null;
        foreach (var line in lines)
        {
            var rows = line.Text.Split('\n');
            var repeats = rows[0] == shown;
            shown = rows[^1];
            if (repeats && rows.Length == 1)
            {
                flat[^1] = flat[^1] with { End = line.End > flat[^1].End ? line.End : flat[^1].End };
            }
            else
            {
                flat.Add(repeats ? line with { Text = string.Join('\n', rows.Skip(1)), Words = WithoutRow(line.Words, rows[0]) } : line);
            }
        }

        return flat;
    }

    /// <summary>The repeated row comes first, without stamps: it is the first "word", alone or with the first word of the new row.</summary>
    private static IReadOnlyList<CaptionWord> WithoutRow(IReadOnlyList<CaptionWord> words, string row)
    {
        if (words.Count == 0 || !words[0].Text.StartsWith(row, StringComparison.Ordinal))
        {
            return words;
        }

        var rest = words[0].Text[row.Length..].Trim();
        return rest.Length == 0 ? [.. words.Skip(1)] : [words[0] with { Text = rest }, .. words.Skip(1)];
    }
}
