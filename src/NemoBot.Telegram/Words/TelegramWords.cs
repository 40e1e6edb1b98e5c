using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace NemoBot.Telegram.Words;

/// <summary>Texts of this platform, in the languages of the engine.</summary>
internal static class TelegramWords
{
    private static readonly FrozenDictionary<string, string> English = Load("en");
    private static readonly FrozenDictionary<string, string> Chinese = Load("zh");

    /// <summary>The keys in a language's file.</summary>
    public static IEnumerable<string> Keys(string language) => For(language).Keys;

    /// <summary>Returns a text; Chinese for every Chinese language tag, English otherwise.</summary>
    public static string Get(string? language, string key, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, For(language)[key], values);

    private static FrozenDictionary<string, string> For(string? language) =>
        language is not null && language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Chinese : English;

    private static FrozenDictionary<string, string> Load(string language)
    {
        using var stream = typeof(TelegramWords).Assembly.GetManifestResourceStream($"NemoBot.Telegram.Words.words.{language}.json")
            ?? throw new InvalidOperationException($"The words for {language} are missing.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject().ToFrozenDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal);
    }
}
