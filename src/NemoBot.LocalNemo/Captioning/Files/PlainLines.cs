using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Captioning.Files;

/// <summary>Reads plain lines, with times before the text (<c>0:05 Hello</c>, <c>0:05-0:08 Hello</c>, <c>(0:05) Hello</c>) or without.</summary>
internal static partial class PlainLines
{
    private static readonly TimeSpan LongestLine = TimeSpan.FromSeconds(6);

    /// <summary>Reads them; null if nothing is left.</summary>
    public static CaptionFile? Read(string text)
    {
        var rows = text.ReplaceLineEndings("\n").Split('\n').Select(r => CaptionText.Clean(CaptionText.Bound(r))).Where(r => r.Length > 0).Take(CaptionLimits.MaxLines).ToList();
        var timed = rows.Select(ReadTimed).OfType<CaptionLine>().OrderBy(l => l.Start).ToList();
        if (timed.Count > 0 && timed.Count * 2 > rows.Count)
        {
            return new CaptionFile(CaptionFormat.Text, SetEnds(timed));
        }

        // [Chorus], [Verse 2] and the like are remarks in lyrics, not sung.
        var lines = rows.Where(r => !Remark().IsMatch(r)).Select(r => new CaptionLine(default, default, r)).ToList();
        return lines.Count == 0 ? null : new CaptionFile(CaptionFormat.Text, lines) { HasTimes = false };
    }

    private static CaptionLine? ReadTimed(string row)
    {
        var match = Timed().Match(row);
        if (!match.Success || ClockTime.Parse(match.Groups["start"].ValueSpan) is not { } start)
        {
            return null;
        }

        var end = match.Groups["end"].Success ? ClockTime.Parse(match.Groups["end"].ValueSpan) : null;
        return new CaptionLine(start, end ?? start, match.Groups["text"].Value);
    }

    private static List<CaptionLine> SetEnds(List<CaptionLine> lines) =>
        [.. lines.Select((line, i) => line.End > line.Start ? line : line with { End = EndOf(line, i + 1 < lines.Count ? lines[i + 1].Start : null) })];

    private static TimeSpan EndOf(CaptionLine line, TimeSpan? next) =>
        next is { } n && n > line.Start && n - line.Start < LongestLine ? n : line.Start + LongestLine;

    [GeneratedRegex(@"^[\[(（]?(?<start>(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?)(?:\s*(?:-|–|—|~|to|到|至)\s*(?<end>(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?))?[\])）]?\s*[-–—:：|]?\s*(?<text>\S.*)$", RegexOptions.Singleline)]
    private static partial Regex Timed();

    [GeneratedRegex(@"^[\[【(（][^\]】)）]{1,40}[\]】)）]$")]
    private static partial Regex Remark();
}
