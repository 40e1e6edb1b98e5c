using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Joining;

/// <summary>Reads "between 0:30 and 0:40" as one range, so that the "and" begins no clause.</summary>
internal static class Ranges
{
    /// <summary>The tokens with "to" for each such "and".</summary>
    public static IReadOnlyList<Token> Join(string text, IReadOnlyList<Token> tokens) =>
        [.. tokens.Select((t, i) => t.Concept == Concept.And && i > 1 && i + 1 < tokens.Count && tokens[i - 1].IsTime && tokens[i + 1].IsTime
            && text.AsSpan(tokens[i - 2].Start, tokens[i - 2].Length).Equals("between", StringComparison.OrdinalIgnoreCase) ? t with { Concept = Concept.To } : t)];
}
