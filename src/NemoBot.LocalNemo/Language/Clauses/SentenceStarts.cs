using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Finds where a new sentence begins without a mark: "end it at 0:52 i dont want the outro".</summary>
internal static class SentenceStarts
{
    /// <summary>The token begins one: the writer speaks of himself right after a wish that is complete.</summary>
    public static bool IsOne(string text, Token token, List<Token> current) =>
        IsWriter(text, token) && current.Count > 1 && (current[^1].IsTime || Verbs.IsThing(current[^1].Concept) || current[^1].Kind is TokenKind.Quote or TokenKind.Percent or TokenKind.Decibel)
        && current.Exists(t => Verbs.IsVerb(t.Concept) || (t.Concept == Concept.To && t.Length > 5)) && !current.Exists(t => WordLists.WhileWords.Contains(text[t.Start..t.End]) || WordLists.Mishaps.Contains(text[t.Start..t.End]));

    private static bool IsWriter(string text, Token token) => token.Kind is TokenKind.Word or TokenKind.Unknown
        && text[token.Start..token.End].ToLowerInvariant().Split(' ')[0] is "i" or "im" or "i'm" or "ive" or "i've" or "we" or "we're" or "ill" or "i'll";
}
