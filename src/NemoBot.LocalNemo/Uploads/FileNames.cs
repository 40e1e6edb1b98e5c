using System.Globalization;
using System.Text;

namespace NemoBot.LocalNemo.Uploads;

/// <summary>Names that come from outside: kept for reading, never used on disk.</summary>
internal static class FileNames
{
    private const int Longest = 120;

    /// <summary>The last part of the path without control characters; <c>file</c> if nothing is left.</summary>
    public static string Clean(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var text = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
        {
            // Format characters (turning the direction of the text) would let one name look like another; the joiner holds emoji together.
            var keep = rune.Value == 0x200d || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) && rune != Rune.ReplacementChar;
            if (keep && text.Length + rune.Utf16SequenceLength <= Longest)
            {
                text.Append(rune);
            }
        }

        var clean = text.ToString().Trim().Trim('.');
        return clean.Length == 0 ? "file" : clean;
    }
}
