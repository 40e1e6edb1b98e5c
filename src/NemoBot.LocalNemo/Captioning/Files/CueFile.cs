using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Captioning.Files;

/// <summary>
/// Reads SRT and VTT. A cue is found by its line of times; numbers, order, blank lines and the arrow may be wrong.
/// </summary>
internal static partial class CueFile
{
    /// <summary>Gives the cues in the order of the file; empty if there is no line of times.</summary>
    public static IReadOnlyList<CaptionLine> Read(string text)
    {
        var rows = RemoveNotes(text.ReplaceLineEndings("\n").Split('\n'));
        var times = rows.Select(ReadTimes).ToList();
        List<CaptionLine> lines = [];
        for (var i = 0; i < rows.Count && lines.Count < CaptionLimits.MaxLines; i++)
        {
            if (times[i] is not { } time)
            {
                continue;
            }

            var end = i + 1;
            while (end < rows.Count && times[end] is null)
            {
                end++;
            }

            if (ReadCue(time, rows.GetRange(i + 1, LastOfText(rows, i + 1, end) - i - 1)) is { } line)
            {
                lines.Add(line);
            }

            i = end - 1;
        }

        return lines;
    }

    /// <summary>Tells whether there is a line of times.</summary>
    public static bool Fits(string text) => TimesRow().IsMatch(text);

    private static (TimeSpan Start, TimeSpan End)? ReadTimes(string row)
    {
        // The pattern is costly on long rows, and a row of times is short.
        var match = row.Length > 300 || !row.Contains(':', StringComparison.Ordinal) ? Match.Empty : TimesRow().Match(row);
        return match.Success && ClockTime.Parse(match.Groups["start"].ValueSpan) is { } start && ClockTime.Parse(match.Groups["end"].ValueSpan) is { } end
            ? (start, end) : null;
    }

    private static CaptionLine? ReadCue((TimeSpan Start, TimeSpan End) time, List<string> rows)
    {
        var raw = CaptionText.Bound(string.Join('\n', rows));
        var text = CaptionText.Clean(raw);
        return text.Length == 0 ? null : new CaptionLine(time.Start, time.End, text) { Words = WordStamps.Read(raw, time.Start, time.End) };
    }

    /// <summary>The row before the next times is a number or an identifier when it is set apart by a blank row.</summary>
    private static int LastOfText(List<string> rows, int start, int end)
    {
        if (end == rows.Count)
        {
            return end;
        }

        var label = end - 1;
        while (label >= start && rows[label].Trim().Length == 0)
        {
            label--;
        }

        var isNumber = label >= start && Number().IsMatch(rows[label]);
        var isIdentifier = label > start && label == end - 1 && rows[label - 1].Trim().Length == 0 && !isNumber;
        return isNumber || isIdentifier ? label : end;
    }

    /// <summary>Drops the comments, styles and regions of VTT: each lasts until a blank row.</summary>
    private static List<string> RemoveNotes(string[] rows)
    {
        List<string> kept = [];
        var skips = false;
        var afterBlank = true;
        foreach (var row in rows)
        {
            var isBlank = row.Trim().Length == 0;
            skips = !isBlank && (skips || (afterBlank && Note().IsMatch(row)));
            if (!skips)
            {
                kept.Add(row);
            }

            afterBlank = isBlank;
        }

        return kept;
    }

    [GeneratedRegex(@"(?<start>" + ClockTime.Pattern + @")[ \t]{0,20}(?:-{1,3}|–|—|=)[ ]?(?:>|&gt;)[ \t]{0,20}(?<end>" + ClockTime.Pattern + ")")]
    private static partial Regex TimesRow();

    [GeneratedRegex(@"^\s*#?\d{1,7}\s*$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:WEBVTT|NOTE|STYLE|REGION)(?:\s|$)")]
    private static partial Regex Note();
}
