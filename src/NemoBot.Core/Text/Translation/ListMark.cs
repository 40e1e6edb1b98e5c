namespace NemoBot.Core.Text.Translation;

/// <summary>The sign in front of a list's item.</summary>
internal static class ListMark
{
    /// <summary>Length of the white space and the sign at the line's beginning; only the white space if there is no sign.</summary>
    public static int LengthOf(string line)
    {
        var start = line.Length - line.TrimStart().Length;
        return IsItem(line, start, out var end) ? end : start;
    }

    /// <summary>True if the line is an item of a list.</summary>
    public static bool Has(string line) => IsItem(line, line.Length - line.TrimStart().Length, out _);

    /// <summary>The line with another number, if it has one.</summary>
    public static string Renumber(string line, int number)
    {
        var start = line.Length - line.TrimStart().Length;
        var end = start;
        while (end < line.Length && char.IsAsciiDigit(line[end]))
        {
            end++;
        }

        return end > start ? $"{line[..start]}{number}{line[end..]}" : line;
    }

    private static bool IsItem(string line, int start, out int end)
    {
        end = start;
        while (end < line.Length && char.IsAsciiDigit(line[end]) && end - start < 3)
        {
            end++;
        }

        end = end > start
            ? end < line.Length && line[end] is '.' or ')' or '、' ? end + 1 : start
            : end < line.Length && line[end] is '-' or '•' or '·' && end + 1 < line.Length && line[end + 1] == ' ' ? end + 1 : start;
        while (end > start && end < line.Length && line[end] == ' ')
        {
            end++;
        }

        return end > start;
    }
}
