using System.Globalization;
using System.Text;

namespace NemoBot.Media.Subtitles;

/// <summary>Estimates how wide text is drawn, in heights of a line, a little on the wide side: what is measured too wide never leaves the frame.</summary>
public static class TextWidth
{
    private const string Ellipsis = "…";

    /// <summary>Width of a text in units of the font size.</summary>
    public static double Measure(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.EnumerateRunes().Sum(Measure);
    }

    /// <summary>The text, or its beginning and an ellipsis.</summary>
    public static string Cut(string text, double most)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Measure(text) <= most)
        {
            return text;
        }

        var kept = new StringBuilder();
        var width = Measure(Ellipsis);
        var parts = StringInfo.GetTextElementEnumerator(text);
        while (parts.MoveNext())
        {
            width += Measure(parts.GetTextElement());
            if (width > most)
            {
                break;
            }

            kept.Append(parts.GetTextElement());
        }

        return kept.Length == 0 ? "" : kept.ToString().TrimEnd() + Ellipsis;
    }

    private static double Measure(Rune rune) => rune.Value switch
    {
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control => 0,
        >= 0x1f000 and <= 0x1faff => 1.35,
        _ when IsWide(rune) => 1,
        ' ' or '.' or ',' or ':' or ';' or '!' or '|' or '\'' or 'i' or 'j' or 'l' or 'I' or 'f' or 't' or 'r' or '(' or ')' or '[' or ']' => 0.42,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 1,
        >= 'A' and <= 'Z' => 0.75,
        _ => 0.64,
    };

    internal static bool IsWide(Rune rune) => rune.Value is
        (>= 0x1100 and <= 0x115f) or (>= 0x2e80 and <= 0xa4cf) or (>= 0xac00 and <= 0xd7a3) or (>= 0xf900 and <= 0xfaff)
        or (>= 0xfe30 and <= 0xfe6f) or (>= 0xff00 and <= 0xff60) or (>= 0xffe0 and <= 0xffe6) or (>= 0x20000 and <= 0x3fffd);
}
