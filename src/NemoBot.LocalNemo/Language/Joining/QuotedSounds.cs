using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Joining;

/// <summary>Reads a quoted "umm" as the sound that it is, not as a text to show.</summary>
internal static class QuotedSounds
{
    /// <summary>The tokens with the meaning of each such word.</summary>
    public static IReadOnlyList<Token> Read(IReadOnlyList<Token> tokens)
    {
        // “那个” is a text as well: only what is taken out is a sound.
        var removes = tokens.Any(t => t.Concept is Concept.Cut or Concept.Remove);
        return [.. tokens.Select(t => t.Kind != TokenKind.Quote ? t : SoundOf(t) ?? (removes && IsChineseSound(t.Content) ? t with { Kind = TokenKind.Word, Concept = Concept.FillerWords } : t))];
    }

    private static Token? SoundOf(Token quote) => Vocabulary.Default.Find(quote.Content.ToLowerInvariant(), quote.Start, quote.Length) is { Concept: Concept.FillerWords } sound ? sound : null;

    private static bool IsChineseSound(string text) => text is "嗯" or "啊" or "呃" or "额" or "哦" or "嗯嗯" or "啊啊" or "呃呃" or "那个" or "那个那个" or "然后" or "然后呢" or "就是" or "就是说" or "这个这个";
}
