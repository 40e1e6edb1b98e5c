using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Phrases;

/// <summary>Reads how much larger or smaller something becomes.</summary>
internal static class SizeWords
{
    /// <summary>Letters are never so large a part of the frame: a larger percentage is of their usual size.</summary>
    public const double MostPart = 0.3;

    /// <summary>"size 8%", "8% of the height": a part of the frame.</summary>
    public static double? ReadPart(Clause clause) => !clause.HasFree(TokenKind.Percent) || clause.Has(Concept.Bigger, Concept.Smaller)
        || clause.Tokens.First(t => t.Kind == TokenKind.Percent).Value is <= 0 or > MostPart
        || !clause.Tokens.Any(t => WordLists.Sizes.Contains(clause.TextOf(t)) || IsHeight(clause, t)) ? null : ClaimPart(clause);

    private static double ClaimPart(Clause clause)
    {
        clause.ClaimWords(WordLists.Sizes);
        Enumerable.Range(0, clause.Tokens.Count).Where(i => IsHeight(clause, clause.Tokens[i])).ToList().ForEach(i => clause.Claim(i));
        return clause.Take(TokenKind.Percent)!.Value;
    }

    private static bool IsHeight(Clause clause, Token token) => clause.TextOf(token).ToLowerInvariant() is "height" or "high" or "tall" or "高度" or "高";

    /// <summary>"20% smaller" as a factor; null for "at 20%", which is a size, and where no percentage is free.</summary>
    public static double? ReadRelative(Clause clause) => !clause.HasFree(TokenKind.Percent) || clause.Has(Concept.To, Concept.At) ? null
        : clause.ClaimAll(Concept.Bigger) ? 1 + clause.Take(TokenKind.Percent)!.Value
        : clause.ClaimAll(Concept.Smaller) ? Math.Max(0.1, 1 - clause.Take(TokenKind.Percent)!.Value) : null;
}
