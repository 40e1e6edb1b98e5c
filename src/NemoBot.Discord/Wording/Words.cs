using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace NemoBot.Discord.Wording;

/// <summary>The texts of this platform in one language, from the resource file <c>words.&lt;language&gt;.json</c>.</summary>
internal sealed class Words
{
    private static readonly Words English = new("en");
    private static readonly Words Chinese = new("zh");
    private static readonly Words Traditional = new("zh-TW");

    private readonly FrozenDictionary<string, string> _formats;

    private Words(string language)
    {
        using var stream = typeof(Words).Assembly.GetManifestResourceStream($"NemoBot.Discord.Wording.words.{language}.json")
            ?? throw new InvalidOperationException($"The texts for {language} are missing.");
        using var document = JsonDocument.Parse(stream);
        _formats = document.RootElement.EnumerateObject().ToFrozenDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal);
    }

    /// <summary>All keys; a test compares the languages.</summary>
    public IEnumerable<string> Keys => _formats.Keys;

    /// <summary>A text without placeholders.</summary>
    public string this[string key] => _formats[key];

    /// <summary>A text; null if the key is missing.</summary>
    public string? Find(string key) => _formats.GetValueOrDefault(key);

    /// <summary>The texts for a tag such as <c>zh-CN</c>; English for unknown ones.</summary>
    public static Words For(string? language) => language switch
    {
        null => English,
        _ when language.Equals("zh-TW", StringComparison.OrdinalIgnoreCase) => Traditional,
        _ when language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) => Chinese,
        _ => English,
    };

    /// <summary>A text with its placeholders filled.</summary>
    public string Format(string key, params object?[] values) => string.Format(CultureInfo.InvariantCulture, _formats[key], values);
}
