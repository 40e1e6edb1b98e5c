using System.Text.Json;
using NemoBot.LocalNemo.Colors;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Visuals;

namespace NemoBot.LocalNemo.Language.Words;

/// <summary>The known words and phrases.</summary>
internal sealed class Vocabulary
{
    /// <summary>Longest phrase in words (English) or characters (Chinese).</summary>
    public const int LongestPhrase = 8;

    // A shorter word is "case" more often than "cause".
    private const int SurelyMisspelled = 6;

    private readonly Dictionary<string, Concept> _phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VisualStyle> _styles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known;
    private readonly HashSet<string> _listed;
    private readonly Misspellings _misspellings;

    private Vocabulary()
    {
        foreach (var row in VisualTable.Rows)
        {
            foreach (var word in row.Words)
            {
                _phrases.Add(word, VisualWords.ConceptOf(row.Style));
                _styles.Add(word, row.Style);
            }
        }

        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream(typeof(Vocabulary), "vocabulary.json")!;
        using var document = JsonDocument.Parse(stream);
        foreach (var entry in document.RootElement.EnumerateObject())
        {
            var concept = Enum.Parse<Concept>(entry.Name);
            foreach (var phrase in entry.Value.EnumerateArray())
            {
                // The first entry wins: fillers come last and never hide a word that means something.
                _phrases.TryAdd(CleanText.Simplified(phrase.GetString()!).Replace('-', ' ').Replace("'", "", StringComparison.Ordinal), concept);
            }
        }

        using var fillers = typeof(Vocabulary).Assembly.GetManifestResourceStream(typeof(Vocabulary), "fillers.en.json")!;
        using var fillerList = JsonDocument.Parse(fillers);
        foreach (var filler in fillerList.RootElement.EnumerateArray())
        {
            _phrases.TryAdd(filler.GetString()!, Concept.Filler);
        }

        _known = [.. _phrases.Keys, .. Palette.All.SelectMany(c => c.Words)];
        _listed = [.. WordLists.Chinese.Where(w => HasUnknown(w))];
        _known.UnionWith(_listed);
        _misspellings = new Misspellings(_phrases.Where(p => CanBeGuessed(p.Value)).Select(p => p.Key).Concat(Palette.All.SelectMany(c => c.Words).Where(w => w.Length > 5)));
    }

    /// <summary>The vocabulary that comes with the product.</summary>
    public static Vocabulary Default { get; } = new();

    /// <summary>The phrases of a concept, for tests and for the language model.</summary>
    public IEnumerable<string> PhrasesOf(Concept concept) => _phrases.Where(p => p.Value == concept).Select(p => p.Key);

    /// <summary>True if a phrase is known.</summary>
    public bool Knows(ReadOnlySpan<char> phrase) => _known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(phrase);

    /// <summary>A phrase as a token at a position; null if it is not known.</summary>
    public Token? Find(string phrase, int start, int length)
    {
        if (_phrases.TryGetValue(phrase, out var concept) && concept is Concept.MoodWord)
        {
            return new Token(TokenKind.Word, start, length) { Concept = concept };
        }

        if (Palette.Find(phrase) is { } color && !(phrase.Length == 1 && phrase[0] is '金' or '银'))
        {
            return new Token(TokenKind.Color, start, length) { Content = color.Hex };
        }

        return _phrases.ContainsKey(phrase) ? new Token(TokenKind.Word, start, length) { Concept = concept, Style = _styles.GetValueOrDefault(phrase) }
            : _listed.Contains(phrase) ? new Token(TokenKind.Unknown, start, length) : null;
    }

    /// <summary>A misspelled word as a token at a position; null if no known word is within one letter.</summary>
    public Token? Guess(string word, int start) =>
        !WordLists.RealWords.Contains(word) && _misspellings.Find(word) is { } known && Find(known, start, word.Length) is { } token && !(token.Concept == Concept.Reason && word.Length < SurelyMisspelled) ? token with { IsGuess = true } : null;

    /// <summary>挡住, 圆润: a word with a character that means nothing here is cut as one, or 圆 would ask for a circle.</summary>
    private bool HasUnknown(string word)
    {
        for (var at = 0; at < word.Length;)
        {
            var length = word.Length - at;
            while (length > 0 && !Knows(word.AsSpan(at, length)))
            {
                length--;
            }

            if (length == 0)
            {
                return !Knows(word);
            }

            at += length;
        }

        return false;
    }

    private static bool CanBeGuessed(Concept concept) => concept is not (Concept.Filler or Concept.Greeting or Concept.Thanks or Concept.Yes or Concept.No
        or Concept.QuestionWord or Concept.CanYou or Concept.It or Concept.And or Concept.Then or Concept.But or Concept.Vague or Concept.Help or Concept.Redo or Concept.StartOver or Concept.Original or Concept.SoundEffect);
}
