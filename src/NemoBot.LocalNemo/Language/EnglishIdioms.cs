using System.Text.Json;
using System.Text.RegularExpressions;

namespace NemoBot.LocalNemo.Language;

/// <summary>Puts idioms into the words that the readers know: "take 2 dB off the voice" is "lower the voice by 2 dB". The patterns are in <c>idioms.en.json</c>.</summary>
internal static class EnglishIdioms
{
    // A story is not searched for idioms: the time of reading stays in proportion to the text.
    private const int Longest = 2000;

    private static readonly IReadOnlyList<(Regex Pattern, string Words)> All = Load();

    /// <summary>The message without idioms; what is quoted stays.</summary>
    public static string Rewrite(string text) => text.Length > Longest ? text
        : All.Aggregate(text, (said, idiom) => idiom.Pattern.Replace(said, m => m.Groups["quoted"].Success ? m.Value : m.Result(idiom.Words)));

    private static List<(Regex Pattern, string Words)> Load()
    {
        using var stream = typeof(EnglishIdioms).Assembly.GetManifestResourceStream(typeof(EnglishIdioms), "idioms.en.json")!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateObject().Select(p => (new Regex($"(?<quoted>\"[^\"]*\"|“[^”]*”|'[^']*'(?!\\w))|(?:{p.Name})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), p.Value.GetString()!))];
    }
}
