using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Finds where a new sentence begins without a mark: "end it at 0:52 i dont want the outro".</summary>
internal static class SentenceStarts
{
    /// <summary>The token begins one: the writer speaks of himself right after a wish that is complete.</summary>
    public static bool IsOne(string text, Token token, List<Token> current) =>
        current.Count > 1
        && IsWriter(text, token)
        && CanBeLast(current[^1])
        && current.Exists(t => Verbs.IsVerb(t.Concept) || (t.Concept == Concept.To && t.Length > 5))
        && !current.Exists(t => LeadsToWriter(text[t.Start..t.End]));

    /// <summary>What a complete wish ends with.</summary>
    private static bool CanBeLast(Token token) =>
        token.IsTime || Verbs.IsThing(token.Concept) || token.Kind is TokenKind.Quote or TokenKind.Percent or TokenKind.Decibel;

    /// <summary>"while the music plays i …": the writer belongs to the same sentence.</summary>
    private static bool LeadsToWriter(string word) => WordLists.WhileWords.Contains(word) || WordLists.Mishaps.Contains(word);

    private static bool IsWriter(string text, Token token) => token.Kind is TokenKind.Word or TokenKind.Unknown
        && text[token.Start..token.End].ToLowerInvariant().Split(' ')[0] is "i" or "im" or "i'm" or "ive" or "i've" or "we" or "we're" or "ill" or "i'll";
}
