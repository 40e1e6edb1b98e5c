namespace NemoBot.Speech.Remote;

/// <summary>Languages as Whisper names them.</summary>
internal static class LanguageNames
{
    private static readonly Dictionary<string, string> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["english"] = "en",
        ["chinese"] = "zh",
        ["mandarin"] = "zh",
        ["cantonese"] = "yue",
        ["german"] = "de",
        ["spanish"] = "es",
        ["russian"] = "ru",
        ["korean"] = "ko",
        ["french"] = "fr",
        ["japanese"] = "ja",
        ["portuguese"] = "pt",
        ["turkish"] = "tr",
        ["polish"] = "pl",
        ["dutch"] = "nl",
        ["arabic"] = "ar",
        ["swedish"] = "sv",
        ["italian"] = "it",
        ["indonesian"] = "id",
        ["hindi"] = "hi",
        ["finnish"] = "fi",
        ["vietnamese"] = "vi",
        ["hebrew"] = "he",
        ["ukrainian"] = "uk",
        ["greek"] = "el",
        ["czech"] = "cs",
        ["romanian"] = "ro",
        ["danish"] = "da",
        ["hungarian"] = "hu",
        ["norwegian"] = "no",
        ["thai"] = "th",
    };

    /// <summary>The code of a name or code; null if it is neither.</summary>
    public static string? ToCode(string? language) => language is null ? null
        : Codes.TryGetValue(language, out var code) ? code
        : language.Length is 2 or 3 ? language.ToLowerInvariant() : null;
}
