namespace NemoBot.LocalNemo.Language.Words;

/// <summary>Finds meanings among tokens.</summary>
internal static class TokenSearch
{
    /// <summary>The index of the first token with one of these meanings; -1 if there is none.</summary>
    public static int IndexOfAny(this IReadOnlyList<Token> tokens, params ReadOnlySpan<Concept> concepts)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Concept != Concept.None && concepts.Contains(tokens[i].Concept))
            {
                return i;
            }
        }

        return -1;
    }
}
