using System.Text;

namespace NemoBot.LocalNemo.Drafts;

/// <summary>Enumerations in a draft: their names in lower case with underscores, and back.</summary>
internal static class DraftWords<T>
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> Words = Enum.GetValues<T>().ToDictionary(v => v, v => Snake(v.ToString()));

    private static readonly Dictionary<string, T> Values = Words.ToDictionary(w => w.Value, w => w.Key, StringComparer.Ordinal);

    public static string Write(T value) => Words[value];

    public static T Read(string? text, T fallback) => text is not null && Values.TryGetValue(text, out var value) ? value : fallback;

    private static string Snake(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            text.Append(char.IsUpper(letter) && text.Length > 0 ? "_" : "").Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
