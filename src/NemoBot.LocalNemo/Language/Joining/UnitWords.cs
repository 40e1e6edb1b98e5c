using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Joining;

/// <summary>Reads a unit without a number: "the first minute" is one minute.</summary>
internal static class UnitWords
{
    /// <summary>The tokens with a length for each such unit.</summary>
    public static IReadOnlyList<Token> Read(string text, IReadOnlyList<Token> tokens) =>
        [.. tokens.Select((t, i) => i > 0 && (t.Concept == Concept.Filler || (t.Kind == TokenKind.Ordinal && (i + 1 == tokens.Count || tokens[i + 1].Kind == TokenKind.Break || tokens[i + 1].Concept is Concept.And or Concept.Filler))) && tokens[i - 1].Concept is Concept.First or Concept.Last && LengthOf(text.AsSpan(t.Start, t.Length)) is { } length
            ? new Token(TokenKind.Duration, t.Start, t.Length) { Time = length, Value = length.TotalSeconds } : t)];

    private static TimeSpan? LengthOf(ReadOnlySpan<char> word) =>
        word.Equals("minute", StringComparison.OrdinalIgnoreCase) ? TimeSpan.FromMinutes(1)
        : word.Equals("second", StringComparison.OrdinalIgnoreCase) || word.Equals("sec", StringComparison.OrdinalIgnoreCase) ? TimeSpan.FromSeconds(1) : null;
}
