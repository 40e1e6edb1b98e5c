using System.Globalization;
using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Captioning.Files;

/// <summary>Reads the dialogue of ASS and SSA: text and karaoke times. Drawings, comments, positions and styles are ignored.</summary>
internal static partial class AssFile
{
    private static readonly string[] DefaultFields = ["layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text"];

    /// <summary>Tells whether there is a row of dialogue.</summary>
    public static bool Fits(string text) => text.Contains("\nDialogue:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Gives the lines in the order of the file, without exact duplicates: layers draw the same text several times.</summary>
    public static IReadOnlyList<CaptionLine> Read(string text)
    {
        var fields = DefaultFields;
        var isEvents = false;
        List<CaptionLine> lines = [];
        HashSet<(TimeSpan, TimeSpan, string)> known = [];
        foreach (var row in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (row.StartsWith('['))
            {
                isEvents = row.StartsWith("[Events]", StringComparison.OrdinalIgnoreCase);
            }
            else if (isEvents && row.StartsWith("Format:", StringComparison.OrdinalIgnoreCase))
            {
                var named = row["Format:".Length..].Split(',').Select(f => f.Trim().ToLowerInvariant()).ToArray();
                fields = named.Contains("start") && named.Contains("end") && named[^1] == "text" ? named : DefaultFields;
            }
            else if (row.StartsWith("Dialogue:", StringComparison.OrdinalIgnoreCase) && lines.Count < CaptionLimits.MaxLines
                && ReadRow(row["Dialogue:".Length..], fields) is { } line && known.Add((line.Start, line.End, line.Text)))
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private static CaptionLine? ReadRow(string row, string[] fields)
    {
        var values = row.Split(',', fields.Length);
        if (values.Length < fields.Length
            || ClockTime.Parse(values[Array.IndexOf(fields, "start")]) is not { } start || ClockTime.Parse(values[Array.IndexOf(fields, "end")]) is not { } end)
        {
            return null;
        }

        var raw = Drawing().Replace(CaptionText.Bound(values[^1]), "").Replace("\\N", "\n", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\h", " ", StringComparison.Ordinal);
        var text = CaptionText.Normalize(Block().Replace(raw, ""));
        return text.Length == 0 ? null : new CaptionLine(start, end, text) { Words = ReadKaraoke(raw, start) };
    }

    /// <summary>Syllables with <c>\k</c> lengths in centiseconds; those not set apart by spaces join to words.</summary>
    private static List<CaptionWord> ReadKaraoke(string raw, TimeSpan start)
    {
        List<CaptionWord> words = [];
        var time = start;
        var joins = false;
        foreach (Match part in Syllable().Matches(raw))
        {
            if (words.Count >= CaptionLimits.MaxWords)
            {
                break;
            }

            var end = time + TimeSpan.FromMilliseconds(10 * Math.Min(360_000, double.Parse(part.Groups["length"].Value, CultureInfo.InvariantCulture)));
            var syllable = Block().Replace(part.Groups["text"].Value, "");
            var text = CaptionText.Normalize(syllable);
            if (text.Length > 0)
            {
                var last = words.Count > 0 && joins && !char.IsWhiteSpace(syllable[0]) ? words[^1] : null;
                words.Add(new CaptionWord(last?.Start ?? time, end, last?.Text + text));
                if (last is not null)
                {
                    words.RemoveAt(words.Count - 2);
                }

                joins = !char.IsWhiteSpace(syllable[^1]) && char.IsAsciiLetter(text[^1]);
            }

            time = end;
        }

        return words;
    }

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Block();

    /// <summary>From the tag that begins a drawing to the one that ends it.</summary>
    [GeneratedRegex(@"\{[^{}]*\\p\s*[1-9][^{}]*\}[^{]*(?:\{(?![^{}]*\\p\s*0)[^{}]*\}[^{]*)*")]
    private static partial Regex Drawing();

    [GeneratedRegex(@"\{[^{}]*\\[kK][fo]?(?<length>\d{1,6})[^{}]*\}(?<text>[^{]*(?:\{(?![^{}]*\\[kK][fo]?\d)[^{}]*\}[^{]*)*)")]
    private static partial Regex Syllable();
}
