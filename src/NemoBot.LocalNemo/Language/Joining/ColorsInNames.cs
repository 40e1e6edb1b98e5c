using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Joining;

/// <summary>Joins the words of a title that name a color without meaning one: "title morning coffee", "the title is blue monday".</summary>
internal static class ColorsInNames
{
    private const int MostWords = 6;

    /// <summary>The tokens with each such title as a quoted text.</summary>
    public static IReadOnlyList<Token> Join(string text, IReadOnlyList<Token> tokens)
    {
        for (var noun = 0; noun + 1 < tokens.Count; noun++)
        {
            if (!Introduces(text, tokens, noun, out var first))
            {
                continue;
            }

            var last = first;
            while (last < tokens.Count && (tokens[last].Kind is TokenKind.Unknown or TokenKind.Color || IsDay(text, tokens[last])) && text[tokens[last].Start] < 0x2E80)
            {
                last++;
            }

            if (last - first is > 1 and <= MostWords && (last == tokens.Count || Ends(tokens[last])) && IsName(text, tokens, first, last))
            {
                var (start, end) = (tokens[first].Start, tokens[last - 1].End);
                return [.. tokens.Take(first), new Token(TokenKind.Quote, start, end - start) { Content = text[start..end] }, .. tokens.Skip(last)];
            }
        }

        return tokens;
    }

    /// <summary>"title", "title:", "the title is", "called".</summary>
    private static bool Introduces(string text, IReadOnlyList<Token> tokens, int at, out int first)
    {
        first = at + 1;
        var called = tokens[at].Concept == Concept.Called && text[tokens[at].Start] < 0x2E80;
        if (!called && text[tokens[at].Start..tokens[at].End].ToLowerInvariant() is not ("title" or "heading" or "headline"))
        {
            return false;
        }

        while (first < tokens.Count && (tokens[first].Kind == TokenKind.Colon || text[tokens[first].Start..tokens[first].End].ToLowerInvariant() is "is" or "should be" or "called"))
        {
            first++;
        }

        return first + 1 < tokens.Count;
    }

    /// <summary>"blue monday": a day is no wish.</summary>
    private static bool IsDay(string text, Token token) => token.Concept == Concept.Filler && token.Length > 5 && text.AsSpan(token.Start, token.Length).EndsWith("day", StringComparison.OrdinalIgnoreCase);

    private static bool Ends(Token token) => token.Kind is TokenKind.Break or TokenKind.Dash || token.Concept is Concept.And or Concept.Then or Concept.But or Concept.ByName || Verbs.IsLook(token.Concept);

    /// <summary>"blue monday": a color before another word; "morning coffee": a color after one, whose word names a thing as well.</summary>
    private static bool IsName(string text, IReadOnlyList<Token> tokens, int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            if (tokens[i].Kind == TokenKind.Color && text[tokens[i].Start] != '#'
                && (i + 1 < last ? tokens[i + 1].Kind == TokenKind.Unknown || IsDay(text, tokens[i + 1]) : i > first && WordLists.ColoredThings.Contains(text[tokens[i].Start..tokens[i].End])))
            {
                return true;
            }
        }

        return false;
    }
}
