using System.Text.Json;
using NemoBot.LocalNemo.Colors;

namespace NemoBot.LocalNemo.Language;

/// <summary>The known words and phrases.</summary>
internal sealed class Vocabulary
{
    /// <summary>Longest phrase in words (English) or characters (Chinese).</summary>
    public const int LongestPhrase = 8;

    private readonly Dictionary<string, Concept> _phrases = new(StringComparer.Ordinal);

    private Vocabulary()
    {
        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream(typeof(Vocabulary), "vocabulary.json")!;
        using var document = JsonDocument.Parse(stream);
        foreach (var entry in document.RootElement.EnumerateObject())
        {
            var concept = Enum.Parse<Concept>(entry.Name);
            foreach (var phrase in entry.Value.EnumerateArray())
            {
                // The first entry wins: fillers come last and never hide a word that means something.
                _phrases.TryAdd(phrase.GetString()!.Replace('-', ' '), concept);
            }
        }
    }

    /// <summary>The one that comes with the product.</summary>
    public static Vocabulary Default { get; } = new();

    /// <summary>A phrase as a token at a place; null if it is not known.</summary>
    public Token? Find(string phrase, int start, int length)
    {
        if (Palette.Find(phrase) is { } color && !(phrase.Length == 1 && phrase[0] is '金' or '银'))
        {
            return new Token(TokenKind.Color, start, length) { Content = color.Hex };
        }

        return _phrases.TryGetValue(phrase, out var concept) ? new Token(TokenKind.Word, start, length) { Concept = concept } : null;
    }
}
