using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Phrases;

/// <summary>Reads how much larger or smaller something becomes.</summary>
internal static class SizeWords
{
    /// <summary>"20% smaller" as a factor; null for "at 20%", which is a size, and where no percentage is free.</summary>
    public static double? ReadRelative(Clause clause) => !clause.HasFree(TokenKind.Percent) || clause.Has(Concept.To, Concept.At) ? null
        : clause.ClaimAll(Concept.Bigger) ? 1 + clause.Take(TokenKind.Percent)!.Value
        : clause.ClaimAll(Concept.Smaller) ? Math.Max(0.1, 1 - clause.Take(TokenKind.Percent)!.Value) : null;
}
