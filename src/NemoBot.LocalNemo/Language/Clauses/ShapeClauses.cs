using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>"title 'Ana' from 0:03 to 0:08 and a vertical version": the shape is a wish of its own.</summary>
internal static class ShapeClauses
{
    /// <summary>Returns true if nothing but a shape follows what is said of another thing or of a part.</summary>
    public static bool BeginsAt(IReadOnlyList<Token> tokens, int index, List<Token> current) =>
        IsShape(tokens[index])
        && current.Exists(IsOfOther)
        && !current.Exists(IsShape)
        && tokens.Skip(index + 1).TakeWhile(t => t.Kind != TokenKind.Break).All(t => IsAfterShape(t.Concept));

    private static bool IsOfOther(Token token) =>
        token.Kind == TokenKind.Quote
        || token.IsTime
        || (Verbs.IsThing(token.Concept) && token.Concept is not (Concept.Video or Concept.Recording))
        || IsTone(token.Concept);

    /// <summary>"a vertical version for …".</summary>
    private static bool IsAfterShape(Concept concept) => concept is Concept.Filler or Concept.VersionWord or Concept.Video or Concept.For;

    private static bool IsTone(Concept concept) =>
        concept is Concept.BlackWhite or Concept.OwnColors or Concept.Sepia or Concept.Brighter or Concept.Dim or Concept.Darker or Concept.Mirror;

    private static bool IsShape(Token token) => token.Kind == TokenKind.Ratio || token.Concept is Concept.Portrait or Concept.Landscape or Concept.Square;
}
