using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Joining;

/// <summary>Joins what follows "title:" where it begins like a question: "title: why we sleep" asks nothing.</summary>
internal static class ColonTitles
{
    /// <summary>The tokens with such a text as a quoted one.</summary>
    public static IReadOnlyList<Token> Join(string text, IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            if (tokens[i].Concept != Concept.Title || tokens[i + 1].Kind != TokenKind.Colon || !IsQuestion(text, tokens[i + 2]))
            {
                continue;
            }

            var last = i + 2;
            while (last + 1 < tokens.Count && tokens[last + 1].Kind is not (TokenKind.Break or TokenKind.Quote))
            {
                last++;
            }

            var start = tokens[i + 2].Start;
            var end = last + 1 == tokens.Count ? text.Length : tokens[last].End;
            return [.. tokens.Take(i + 2), new Token(TokenKind.Quote, start, end - start) { Content = text[start..end].Trim() }, .. tokens.Skip(last + 1)];
        }

        return tokens;
    }

    private static bool IsQuestion(string text, Token token) => text[token.Start] < 0x2E80 && WordLists.QuestionStarts.Contains(text[token.Start..token.End].Split(' ')[0]);
}
