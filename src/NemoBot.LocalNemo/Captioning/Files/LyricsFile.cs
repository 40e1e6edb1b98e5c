using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Captioning.Files;

/// <summary>Reads LRC: several stamps for one line, word times, the offset, the song's title and artist.</summary>
internal static partial class LyricsFile
{
    private static readonly TimeSpan LongestLine = TimeSpan.FromSeconds(8);

    /// <summary>Tells whether there is a row that begins with a stamp.</summary>
    public static bool Fits(string text) => Row().IsMatch(text);

    /// <summary>Reads it; null if there is no stamped line.</summary>
    public static CaptionFile? Read(string text)
    {
        List<CaptionLine> stamped = [];
        string? title = null, artist = null;
        var offset = TimeSpan.Zero;
        foreach (var row in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (Tag().Match(row) is { Success: true } tag)
            {
                var value = CaptionText.Normalize(tag.Groups["value"].Value);
                switch (tag.Groups["key"].Value.ToLowerInvariant())
                {
                    case "ti" when value.Length > 0:
                        title = value;
                        break;
                    case "ar" when value.Length > 0:
                        artist = value;
                        break;
                    case "offset" when int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds):
                        offset = TimeSpan.FromMilliseconds(milliseconds);
                        break;
                }
            }
            else if (stamped.Count < CaptionLimits.MaxLines)
            {
                AddRow(row, stamped);
            }
        }

        // A positive offset shows the lyrics earlier.
        var lines = SetEnds([.. stamped.Select(l => Shift(l, -offset)).OrderBy(l => l.Start)]);
        return lines.Count == 0 ? null : new CaptionFile(CaptionFormat.Lrc, lines) { Title = title, Artist = artist };
    }

    private static void AddRow(string row, List<CaptionLine> stamped)
    {
        if (Row().Match(row) is not { Success: true } match)
        {
            return;
        }

        var body = CaptionText.Bound(match.Groups["text"].Value);
        var text = CaptionText.Clean(WordStamps.Remove(body));
        var starts = match.Groups["time"].Captures.Select(c => ClockTime.Parse(c.ValueSpan)).OfType<TimeSpan>().ToList();
        foreach (var start in starts.Take(CaptionLimits.MaxLines - stamped.Count))
        {
            // Word times are absolute: they belong to the first of several stamps.
            var shift = start - starts[0];
            var words = WordStamps.Read(body, starts[0], null);
            stamped.Add(Shift(new CaptionLine(starts[0], starts[0], text) { Words = words }, shift));
        }
    }

    /// <summary>A line ends where the next one begins; one without text only ends the line before.</summary>
    private static List<CaptionLine> SetEnds(List<CaptionLine> lines)
    {
        List<CaptionLine> timed = [];
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Text.Length == 0)
            {
                continue;
            }

            var next = lines.Skip(i + 1).Take(50).FirstOrDefault(l => l.Start > line.Start)?.Start;
            var sung = line.Words.Count > 0 ? line.Words[^1].End : line.Start;
            var longest = sung + LongestLine;
            var end = next is { } n && n < longest ? n : line.Words.Count > 0 ? sung : longest;
            timed.Add(line with { End = end, Words = [.. line.Words.Where(w => w.Start < end).Select(w => w.End > end ? w with { End = end } : w)] });
        }

        return timed;
    }

    private static CaptionLine Shift(CaptionLine line, TimeSpan by) => by == TimeSpan.Zero ? line : line.Map(t => ClockTime.Clamp(t + by));

    [GeneratedRegex(@"^[ \t]*(?:\[(?<time>(?:\d{1,2}:)?\d{1,3}:\d{1,2}(?:[.:,]\d{1,3})?)\][ \t]*)+(?<text>[^\n]*)$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\s*\[(?<key>[A-Za-z#]{2,8})\s*:(?<value>[^\]\n]{0,300})\]\s*$")]
    private static partial Regex Tag();
}
