using System.Globalization;
using System.Text;

namespace NemoBot.Web.Files;

/// <summary>Makes the names of uploaded files safe for a page, a header and a URL. Paths on disk never contain them.</summary>
internal static class FileNames
{
    private const int MaxLength = 120;

    /// <summary>
    /// The last segment of the name without control characters, line breaks and bidirectional marks (which display <c>3pm.exe</c> as
    /// <c>exe.mp3</c>).
    /// </summary>
    public static string Clean(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var text = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            if (IsShown(rune))
            {
                text.Append(rune);
            }
            else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control)
            {
                text.Append(' ');
            }
        }

        var clean = Shorten(text.ToString().Trim().Trim('.').Trim());
        return clean.Length == 0 ? "file" : clean;
    }

    /// <summary>The name as a segment of a URL.</summary>
    public static string ToSegment(string cleanName) => Uri.EscapeDataString(cleanName);

    /// <summary>The extension in lower case with its dot; empty if there is none.</summary>
    public static string Extension(string name) => Path.GetExtension(name).ToLowerInvariant();

    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse)
        && !IsDirectionMark(rune.Value);

    private static bool IsDirectionMark(int value) => value is 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;

    private static string Shorten(string name)
    {
        if (name.Length <= MaxLength)
        {
            return name;
        }

        var extension = Path.GetExtension(name);
        extension = extension.Length <= 10 ? extension : "";
        var length = MaxLength - extension.Length;
        return name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)] + extension;
    }
}
