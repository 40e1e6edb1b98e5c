using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Joining;

/// <summary>Joins the words of "when I'm chatting", "while our guests speak" to one.</summary>
internal static class SpeechTimes
{
    private const int Reach = 5;

    /// <summary>The tokens with each such phrase as one.</summary>
    public static IReadOnlyList<Token> Join(string text, IReadOnlyList<Token> tokens)
    {
        var result = new List<Token>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var last = WordLists.WhileWords.Contains(Text(text, tokens[i])) ? EndOf(text, tokens, i + 1) : -1;
            if (last < 0)
            {
                result.Add(tokens[i]);
                continue;
            }

            result.Add(new Token(TokenKind.Word, tokens[i].Start, tokens[last].End - tokens[i].Start) { Concept = Concept.WhileSpeaking });
            i = last;
        }

        return result;
    }

    private static int EndOf(string text, IReadOnlyList<Token> tokens, int first)
    {
        for (var i = first; i < tokens.Count && i < first + Reach; i++)
        {
            var word = Text(text, tokens[i]);
            if (WordLists.SpeakingVerbs.Contains(word))
            {
                if (i + 1 < tokens.Count && WordLists.Ceasing.Contains(Text(text, tokens[i + 1])))
                {
                    // "when the talking ends" is another time.
                    return -1;
                }

                return i;
            }

            if (!WordLists.Speakers.Contains(word))
            {
                return -1;
            }
        }

        return -1;
    }

    private static string Text(string text, Token token) => text[token.Start..token.End];
}
