using System.Text.RegularExpressions;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Captioning.Files;

/// <summary>Reads times inside of a line: <c>&lt;00:01.20&gt;word</c> (VTT, word-timed LRC) or <c>[00:01.20]word</c>.</summary>
internal static partial class WordStamps
{
    /// <summary>Gives the words; empty if the line has no such times.</summary>
    /// <param name="raw">The line with its stamps.</param>
    /// <param name="start">Where text before the first stamp begins.</param>
    /// <param name="end">Where the last word ends when no stamp follows it; null: after a usual time.</param>
    public static IReadOnlyList<CaptionWord> Read(string raw, TimeSpan start, TimeSpan? end)
    {
        var stamps = Stamp().Matches(raw);
        if (stamps.Count == 0)
        {
            return [];
        }

        List<(TimeSpan Start, string Text)> parts = [(start, raw[..stamps[0].Index])];
        for (var i = 0; i < stamps.Count && parts.Count < CaptionLimits.MaxWords; i++)
        {
            var from = stamps[i].Index + stamps[i].Length;
            var to = i + 1 < stamps.Count ? stamps[i + 1].Index : raw.Length;
            parts.Add((ClockTime.Parse(stamps[i].Groups["time"].ValueSpan) ?? parts[^1].Start, raw[from..to]));
        }

        List<CaptionWord> words = [];
        for (var i = 0; i < parts.Count; i++)
        {
            var text = CaptionText.Clean(parts[i].Text);
            var wordEnd = i + 1 < parts.Count ? parts[i + 1].Start : end ?? parts[i].Start + TimeSpan.FromMilliseconds(500);
            if (text.Length > 0)
            {
                words.Add(new CaptionWord(parts[i].Start, wordEnd > parts[i].Start ? wordEnd : parts[i].Start, text));
            }
        }

        return words;
    }

    /// <summary>Tells whether there are times inside of a line.</summary>
    public static bool Fit(string raw) => Stamp().IsMatch(raw);

    /// <summary>Removes them.</summary>
    public static string Remove(string raw) => Stamp().Replace(raw, "");

    [GeneratedRegex(@"[<\[](?<time>(?:\d{1,2}:)?\d{1,3}:\d{1,2}(?:[.:,]\d{1,3})?)[>\]]")]
    private static partial Regex Stamp();
}
