using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Finds how far a text without quotes goes on in small and common words: "title Welcome to my channel at the top".</summary>
internal static class NameEnds
{
    /// <summary>Where the text ends whose certain part goes from one token to before another.</summary>
    /// <param name="tokens">The tokens around it.</param>
    /// <param name="first">Its first token.</param>
    /// <param name="end">Before which it certainly goes.</param>
    /// <param name="textOf">The words of a token.</param>
    public static int Find(IReadOnlyList<Token> tokens, int first, int end, Func<Token, string> textOf)
    {
        var begins = textOf(tokens[first]);
        for (var i = end; i < tokens.Count && GoesOn(tokens, i, begins, textOf); i++)
        {
            end = WritingLists.Joining.Contains(textOf(tokens[i]).ToLowerInvariant()) ? end : i + 1;
        }

        return end;
    }

    private static bool GoesOn(IReadOnlyList<Token> tokens, int index, string begins, Func<Token, string> textOf)
    {
        var token = tokens[index];
        if (token.Kind is not (TokenKind.Word or TokenKind.Unknown or TokenKind.Number) || textOf(token)[0] >= 0x2E80 || !textOf(token).Any(char.IsLetterOrDigit))
        {
            return false;
        }

        return token.Kind != TokenKind.Word
            || (token.Concept == Concept.To ? !LeadsToVideo(tokens, index) || begins.StartsWith("welcome", StringComparison.OrdinalIgnoreCase) : !BeginsLook(token));
    }

    /// <summary>"… in bold at the top for 5 seconds": what is no longer the text.</summary>
    private static bool BeginsLook(Token token) => Verbs.IsVerb(token.Concept) || Verbs.IsLook(token.Concept) || Verbs.BeginsClause(token.Concept) || Verbs.IsShape(token.Concept)
        || Clause.SubjectOf(token.Concept) != Subject.None
        || token.Concept is Concept.At or Concept.After or Concept.Before or Concept.Only or Concept.Begin or Concept.End or Concept.First or Concept.Last or Concept.Bold
            or Concept.ColorWord or Concept.Plate or Concept.Boxed or Concept.ByName or Concept.Then or Concept.But or Concept.Under or Concept.Whole or Concept.Visuals or Concept.Scene or Concept.Zoom;

    /// <summary>"title Sunrise to my video": where it is added.</summary>
    private static bool LeadsToVideo(IReadOnlyList<Token> tokens, int to) => tokens.Skip(to + 1).FirstOrDefault(t => t.Concept != Concept.Filler) is not { } next
        || next.Concept is Concept.Video or Concept.It or Concept.Recording or Concept.Voice or Concept.Episode or Concept.Cover or Concept.Image or Concept.Background;
}
