using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace NemoBot.Core.Text;

/// <summary>The bot's words in one language, from the resource file <c>texts.&lt;language&gt;.json</c>: key to composite format string.</summary>
internal sealed class Texts
{
    /// <summary>The languages there is a resource file for; the first is the fallback.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "zh"];

    private static readonly FrozenDictionary<string, Texts> ByLanguage =
        Languages.ToFrozenDictionary(l => l, l => new Texts(l, Load(l)), StringComparer.Ordinal);

    private readonly FrozenDictionary<string, string> _formats;

    private Texts(string language, FrozenDictionary<string, string> formats)
    {
        Language = language;
        _formats = formats;
    }

    /// <summary><c>en</c> or <c>zh</c>.</summary>
    public string Language { get; }

    /// <summary>All keys, for the test that compares the languages.</summary>
    public IEnumerable<string> Keys => _formats.Keys;

    /// <summary>A text without places to fill.</summary>
    public string this[string key] => _formats[key];

    /// <summary>The language's texts; any Chinese tag gives <c>zh</c>, everything else English.</summary>
    public static Texts For(string? language) =>
        ByLanguage[language is not null && language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh" : "en"];

    /// <summary>A text with its places filled.</summary>
    public string Format(string key, params object?[] values) =>
        string.Format(CultureInfo.InvariantCulture, _formats[key], values);

    private static FrozenDictionary<string, string> Load(string language)
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream($"NemoBot.Core.Text.texts.{language}.json")
            ?? throw new InvalidOperationException($"The texts for {language} are missing.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject()
            .ToFrozenDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal);
    }
}
