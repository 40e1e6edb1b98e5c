using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Phrases;

/// <summary>Reads which one of several things is meant: the second photo, photo 3, the last title.</summary>
internal static class References
{
    /// <summary>Reads and claims the number of a thing next to its noun; -1 is the last. Null if no number is said.</summary>
    public static int? Number(Clause clause, params ReadOnlySpan<Concept> nouns)
    {
        for (var i = 0; i < clause.Tokens.Count; i++)
        {
            if (clause.Tokens[i].Concept == Concept.None || !nouns.Contains(clause.Tokens[i].Concept))
            {
                continue;
            }

            if (Before(clause, i) is { } before)
            {
                return before;
            }

            if (i + 1 < clause.Tokens.Count && clause.Tokens[i + 1].Kind is TokenKind.Number or TokenKind.Ordinal && !clause.IsClaimed(i + 1))
            {
                return (int)clause.Claim(i + 1).Value;
            }
        }

        return null;
    }

    private static int? Before(Clause clause, int noun)
    {
        for (var i = noun - 1; i >= 0 && i >= noun - 3; i--)
        {
            if (clause.IsClaimed(i))
            {
                return null;
            }

            switch (clause.Tokens[i])
            {
                case { Kind: TokenKind.Ordinal }:
                    return (int)clause.Claim(i).Value;
                case { Concept: Concept.First }:
                    clause.Claim(i);
                    return 1;
                case { Concept: Concept.Last }:
                    clause.Claim(i);
                    return -1;
                case { Concept: Concept.Filler or Concept.Large or Concept.Small }:
                    continue;
                default:
                    return null;
            }
        }

        return null;
    }
}
