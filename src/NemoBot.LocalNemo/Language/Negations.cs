namespace NemoBot.LocalNemo.Language;

/// <summary>Reads what a negation is about: "don't keep the first ten seconds" cuts them, 标题不用那么大 makes it smaller.</summary>
internal static class Negations
{
    private const int Reach = 3;

    /// <summary>The tokens with the meaning that the negation gives them.</summary>
    public static List<Token> Resolve(string text, List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Concept == Concept.Not && tokens.FindIndex(i + 1, t => t.Concept != Concept.Filler) is >= 0 and var next && WordLists.Keeping.Contains(text[tokens[next].Start..tokens[next].End]))
            {
                (tokens[i], tokens[next]) = (tokens[i] with { Concept = Concept.Filler }, tokens[next] with { Concept = Concept.Cut });
            }
            else if (IsLessened(text, tokens[i]) && Look(tokens, i + 1) is >= 0 and var look && Opposite(tokens[look].Concept) is { } opposite)
            {
                // 标题不用那么大, "less chunky bars", 音乐别太大声.
                (tokens[i], tokens[look]) = (tokens[i] with { Kind = TokenKind.Word, Concept = Concept.Filler }, tokens[look] with { Concept = opposite });
            }
        }

        return tokens;
    }

    private static bool IsLessened(string text, Token token) => token.Concept == Concept.Not || WordLists.Declining.Contains(text[token.Start..token.End]);

    /// <summary>The word for a size or a strength right after small words; -1 if there is none.</summary>
    private static int Look(List<Token> tokens, int first)
    {
        for (var i = first; i < tokens.Count && i <= first + Reach; i++)
        {
            if (tokens[i].Concept != Concept.Filler)
            {
                return i;
            }
        }

        return -1;
    }

    private static Concept? Opposite(Concept concept) => concept switch
    {
        Concept.Large or Concept.Huge => Concept.Smaller,
        Concept.Small or Concept.Tiny => Concept.Bigger,
        Concept.Taller => Concept.Thinner,
        Concept.Thinner => Concept.Taller,
        Concept.Louder => Concept.Quieter,
        _ => null,
    };
}
