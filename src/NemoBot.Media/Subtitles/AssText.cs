using System.Globalization;
using System.Text;

namespace NemoBot.Media.Subtitles;

/// <summary>Writes what people typed into ASS files so that it is nothing but text there.</summary>
public static class AssText
{
    /// <summary>
    /// Takes the meaning from override blocks (<c>{\...}</c>) and escapes (<c>\N</c>, <c>\h</c>), drops control characters, and
    /// joins lines: the caller breaks lines.
    /// </summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var safe = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            // A backslash only means something before these; a full-width one never does, and it looks the same.
            _ = rune.Value switch
            {
                '{' => safe.Append("\\{"),
                '}' => safe.Append("\\}"),
                '\\' => safe.Append('＼'),
                '\t' or '\r' or '\n' or 0x85 or 0x2028 or 0x2029 => safe.Append(' '),
                _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Surrogate => safe,
                _ => safe.Append(rune.ToString()),
            };
        }

        return safe.ToString();
    }

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
