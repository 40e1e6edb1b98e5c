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

    /// <summary>"it's for my church so make it calm": what follows from what was told.</summary>
    public static bool IsConclusion(string text, IReadOnlyList<Token> tokens, int index, List<Token> current)
    {
        if (current.Count < 2 || !text.AsSpan(tokens[index].Start, tokens[index].Length).Equals("so", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var next = tokens.Skip(index + 1).FirstOrDefault(t => !WordLists.Openings.Contains(text[t.Start..t.End]));
        return next is not null && (next.Concept == Concept.CanYou || IsShape(next) || (Verbs.IsVerb(next.Concept) && next.Concept != Concept.Let))
            && !current.Exists(t => t.Concept is Concept.Title or Concept.Called);
    }

    private static bool IsShape(Token token) => token.Kind == TokenKind.Ratio || token.Concept is Concept.Portrait or Concept.Landscape or Concept.Square;

    /// <summary>What a complete wish ends with.</summary>
    private static bool CanBeLast(Token token) =>
        token.IsTime || Verbs.IsThing(token.Concept) || token.Kind is TokenKind.Quote or TokenKind.Percent or TokenKind.Decibel;

    /// <summary>"while the music plays i …": the writer belongs to the same sentence.</summary>
    private static bool LeadsToWriter(string word) => WordLists.WhileWords.Contains(word) || WordLists.Mishaps.Contains(word);

    private static bool IsWriter(string text, Token token) => token.Kind is TokenKind.Word or TokenKind.Unknown
        && text[token.Start..token.End].ToLowerInvariant().Split(' ')[0] is "i" or "im" or "i'm" or "ive" or "i've" or "we" or "we're" or "ill" or "i'll";
}
