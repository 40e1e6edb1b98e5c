using System.Globalization;
using System.Text;

namespace NemoBot.Media.Subtitles;

/// <summary>Writes what people typed into ASS files so that it is nothing but text there.</summary>
public static class AssText
{
    /// <summary>Marks of many scripts, each of which the Chinese font draws as wide as a Chinese character: "don’ t".</summary>
    private const string Shared = "‘’“”…—";
    private const string LatinFont = "Noto Sans";
    private const int MostMarks = 8;

    /// <summary>
    /// Takes the meaning from override blocks (<c>{\...}</c>) and escapes (<c>\N</c>, <c>\h</c>), drops control characters, and
    /// joins lines: the caller breaks lines.
    /// </summary>
    /// <param name="text">What people typed.</param>
    /// <param name="font">In which it goes on after a mark from the Latin font; empty: that of the style.</param>
    public static string Escape(string text, string font = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        var safe = new StringBuilder(text.Length + 8);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            at += rune.Utf16SequenceLength;
            // A backslash only means something before these; a full-width one never does, and it looks the same.
            _ = rune.Value switch
            {
                '{' => safe.Append("\\{"),
                '}' => safe.Append("\\}"),
                '\\' => safe.Append('＼'),
                '\t' or '\r' or '\n' or 0x85 or 0x2028 or 0x2029 => safe.Append(' '),
                _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Surrogate => safe,
                _ when rune.IsBmp && Shared.Contains((char)rune.Value, StringComparison.Ordinal) && !IsBesideWide(text, at - 1) => safe.Append($@"{{\fn{LatinFont}}}{rune}{{\fn{font}}}"),
                _ => safe.Append(rune.ToString()),
            };
        }

        return safe.ToString();
    }

    /// <summary>The nearest characters that are no such marks: one of them is Chinese.</summary>
    private static bool IsBesideWide(string text, int at)
    {
        var (before, after) = (at - 1, at + 1);
        while (before >= 0 && at - before < MostMarks && Shared.Contains(text[before], StringComparison.Ordinal))
        {
            before--;
        }

        while (after < text.Length && after - at < MostMarks && Shared.Contains(text[after], StringComparison.Ordinal))
        {
            after++;
        }

        return (before >= 0 && IsWide(text[before])) || (after < text.Length && IsWide(text[after]));
    }

    /// <summary>Half of a character beyond the basic ones is a rare Chinese one, or an emoji.</summary>
    private static bool IsWide(char one) => char.IsSurrogate(one) || TextWidth.IsWide(new Rune(one));

    /// <summary>ASS writes colors as blue, green, red.</summary>
    /// <param name="rgb"><c>#rrggbb</c>; anything else is white.</param>
    public static string Color(string rgb)
    {
        ArgumentNullException.ThrowIfNull(rgb);
        return rgb.Length == 7 && rgb[0] == '#' && rgb.Skip(1).All(char.IsAsciiHexDigit)
            ? $"&H{rgb[5..7]}{rgb[3..5]}{rgb[1..3]}&".ToUpperInvariant()
            : "&HFFFFFF&";
    }
}
