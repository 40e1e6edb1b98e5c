using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Lexing;

/// <summary>Recognizes the words of the titles that are shown, so that "make Morning Show yellow" needs no quotes.</summary>
internal sealed class TitlesInText
{
    private const int Shortest = 2;

    private readonly List<string> _texts;

    public TitlesInText(IEnumerable<string> texts, Vocabulary vocabulary) => _texts =
    [
        .. texts.Select(CleanText.Folded).Where(t => t.Length >= Shortest && !t.Contains('\n') && !vocabulary.Knows(t) && !t.All(char.IsDigit)).Distinct(StringComparer.Ordinal).OrderByDescending(t => t.Length),
    ];

    /// <summary>The title named at a position of a folded text, as if it were quoted; null if none is.</summary>
    public Token? Read(string text, string folded, int start)
    {
        foreach (var title in _texts)
        {
            var end = start + title.Length;
            if (folded.AsSpan(start).StartsWith(title, StringComparison.Ordinal) && IsEdge(folded, start - 1, start) && IsEdge(folded, end - 1, end))
            {
                return new Token(TokenKind.Quote, start, title.Length) { Content = text[start..end] };
            }
        }

        return null;
    }

    private static bool IsEdge(string text, int left, int right) => left < 0 || right >= text.Length || !IsWord(text[left]) || !IsWord(text[right]);

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) && c < 0x2E80;
}
