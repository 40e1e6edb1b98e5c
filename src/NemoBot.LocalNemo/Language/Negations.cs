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
            else if (tokens[i].Concept == Concept.Remove && WordLists.Declining.Contains(text[tokens[i].Start..tokens[i].End]) && tokens.Skip(i + 1).Take(Reach).SkipWhile(t => t.Concept == Concept.Filler).FirstOrDefault()?.Concept is Concept.Large or Concept.Huge or Concept.Small or Concept.Tiny)
            {
                tokens[i] = tokens[i] with { Concept = Concept.Not };
            }
        }

        return tokens;
    }
}
