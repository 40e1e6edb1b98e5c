using System.Globalization;
using System.Text;

namespace NemoBot.Web.Files;

/// <summary>Names as senders give them, made safe for a page, a header and an address. Paths on disk never contain them.</summary>
internal static class FileNames
{
    private const int MaxLength = 120;

    /// <summary>
    /// The last part of the name without what cannot be shown: control characters, line breaks and the marks that turn the
    /// direction of writing (which make <c>exe.mp3</c> out of <c>3pm.exe</c>).
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

    /// <summary>The name as one segment of an address.</summary>
    public static string ToSegment(string cleanName) => Uri.EscapeDataString(cleanName);

    /// <summary>The ending in lower case with its dot; empty without one.</summary>
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
