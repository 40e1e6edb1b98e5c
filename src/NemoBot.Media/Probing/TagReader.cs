using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NemoBot.Media.Probing;

/// <summary>Reads tags that people see: of the file, or of its sound where the container keeps them there (Ogg).</summary>
internal static class TagReader
{
    private const int Longest = 200;

    /// <summary>The first of some tags as one line without control characters; null if all are missing or blank.</summary>
    public static string? Read(JsonElement format, ProbeStream sound, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var own = format.ValueKind == JsonValueKind.Object ? new ProbeStream(format).Tag(name) : null;
            if (Clean(own ?? (sound.IsPresent ? sound.Tag(name) : null)) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    private static string Clean(string? tag)
    {
        var text = new StringBuilder();
        foreach (var rune in (tag ?? "").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                text.Append(text.Length > 0 && text[^1] != ' ' ? " " : "");
            }
            else if (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
            {
                text.Append(rune.ToString());
            }

            if (text.Length >= Longest)
            {
                break;
            }
        }

        return text.ToString().Trim();
    }
}
