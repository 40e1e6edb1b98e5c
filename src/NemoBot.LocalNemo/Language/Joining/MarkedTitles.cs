using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Joining;

/// <summary>Finds the mark that a text after "title:" ends with: "title: Who Are We? and make it red", "title: Ready, Set, Go!".</summary>
internal static class MarkedTitles
{
    private const int MostTokens = 14;

    /// <summary>Where the text ends, behind its marks; null if none ends it, or if its words could ask for something.</summary>
    /// <param name="text">The message.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="first">The first token of the text.</param>
    public static int? EndOf(string text, IReadOnlyList<Token> tokens, int first)
    {
        var end = text.IndexOfAny(['?', '!', '\n', '.', ';', '"', '“', '？', '！'], tokens[first].Start);
        if (end <= tokens[first].Start || text[end] is not ('?' or '!'))
        {
            return null;
        }

        var words = tokens.Skip(first).TakeWhile(t => t.Start < end).ToList();
        if (words.Count > MostTokens || !words.Select((t, i) => CanBePart(text, t, i == 0 || words[i - 1].Kind == TokenKind.Break)).All(c => c))
        {
            return null;
        }

        while (end < text.Length && text[end] is '?' or '!')
        {
            end++;
        }

        // A smile behind it belongs to it.
        return text[end..].Any(c => char.IsLetterOrDigit(c) || c is '\n' or '"' or '“') ? end : text.TrimEnd().Length;
    }

    /// <summary>A word with a capital, or one that asks for nothing; after a comma only the first.</summary>
    private static bool CanBePart(string text, Token token, bool begins)
    {
        if (token.Kind is TokenKind.Quote or TokenKind.File)
        {
            return false;
        }

        var isCapital = char.IsUpper(text[token.Start]) || token.Kind is TokenKind.Break or TokenKind.Number or TokenKind.Symbol or TokenKind.Dash;
        return isCapital || (!begins && token.Kind is TokenKind.Word or TokenKind.Unknown && !Verbs.IsVerb(token.Concept) && !Verbs.IsLook(token.Concept)
            && token.Concept is not (Concept.Thanks or Concept.CanYou or Concept.Called or Concept.ByName));
    }
}
