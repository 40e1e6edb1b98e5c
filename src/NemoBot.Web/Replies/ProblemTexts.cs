using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace NemoBot.Web.Replies;

/// <summary>The error messages by language.</summary>
internal static class ProblemTexts
{
    private static readonly FrozenDictionary<string, string> English = Load("en");
    private static readonly FrozenDictionary<string, string> Chinese = Load("zh");

    /// <summary>The message in Chinese, or in English for every other language.</summary>
    public static string Say(Problem problem, string? language, params object?[] values)
    {
        var texts = language?.TrimStart().StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? Chinese : English;
        return string.Format(CultureInfo.InvariantCulture, texts[problem.ToString()], values);
    }

    private static FrozenDictionary<string, string> Load(string language)
    {
        using var stream = typeof(ProblemTexts).Assembly.GetManifestResourceStream($"problems.{language}.json")
            ?? throw new InvalidOperationException($"The error messages for {language} are missing.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject()
            .ToFrozenDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal);
    }
}
