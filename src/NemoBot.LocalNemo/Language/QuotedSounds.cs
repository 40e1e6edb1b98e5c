namespace NemoBot.LocalNemo.Language;

/// <summary>Reads a quoted "umm" as the sound that it is, not as a text to show.</summary>
internal static class QuotedSounds
{
    /// <summary>The tokens with the meaning of each such word.</summary>
    public static IReadOnlyList<Token> Read(IReadOnlyList<Token> tokens) =>
        [.. tokens.Select(t => t.Kind == TokenKind.Quote && Vocabulary.Default.Find(t.Content.ToLowerInvariant(), t.Start, t.Length) is { Concept: Concept.FillerWords } sound ? sound : t)];
}
