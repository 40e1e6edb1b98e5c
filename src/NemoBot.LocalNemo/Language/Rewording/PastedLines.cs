using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Rewording;

/// <summary>Separates pasted captions or lyrics from the request that they come with.</summary>
internal static class PastedLines
{
    private const int FewestLines = 2;

    /// <summary>The request without the lines, and the lines; the lines are empty if there are none.</summary>
    public static (string Request, string Lines) Split(string text)
    {
        var lines = text.Split('\n');
        var first = Array.FindIndex(lines, IsTimed);
        if (first >= 0 && lines.Skip(first).Count(IsTimed) >= (lines.Length > first + 1 ? 1 : FewestLines))
        {
            // The number above the first time of SRT belongs to it.
            first = first > 0 && lines[first - 1].Trim().All(char.IsAsciiDigit) && lines[first - 1].Trim().Length > 0 ? first - 1 : first;
            return (string.Join('\n', lines[..first]), string.Join('\n', lines[first..]));
        }

        return IsHeading(lines[0]) && lines.Skip(1).Count(l => l.Trim().Length > 0) >= FewestLines ? (lines[0], string.Join('\n', lines[1..])) : (text, "");
    }

    /// <summary>00:00:01,000 --> 00:00:02,000 or [00:12.00] words.</summary>
    private static bool IsTimed(string line) => line.Contains("-->", StringComparison.Ordinal)
        || (line.TrimStart() is ['[', var digit, _, ':' or _, ..] && char.IsAsciiDigit(digit) && line.Contains(']'));

    /// <summary>"lyrics:" or 歌词如下： alone above the lines.</summary>
    private static bool IsHeading(string line) => line.TrimEnd() is [.., ':' or '：'] && line.Length < 80
        && Vocabulary.Default.PhrasesOf(Concept.Captions).Concat(Vocabulary.Default.PhrasesOf(Concept.Lyrics)).Any(p => line.Contains(p, StringComparison.OrdinalIgnoreCase));
}
