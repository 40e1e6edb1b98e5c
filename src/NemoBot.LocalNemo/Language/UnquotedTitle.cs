namespace NemoBot.LocalNemo.Language;

/// <summary>A title's words when nobody put them in quotes: "title: Morning Show", "a title saying Hello", 标题为早安.</summary>
internal static class UnquotedTitle
{
    /// <summary>Reads and claims it; null if there is none.</summary>
    /// <param name="clause">A clause that names a title.</param>
    /// <param name="exists">There is a title already: unknown words are then more likely a look than a text.</param>
    public static string? Read(Clause clause, bool exists)
    {
        var noun = clause.IndexOf(Concept.Title);
        var mark = NextMeaning(clause, noun);
        if (mark > 0 && (clause.Tokens[mark].Kind == TokenKind.Colon || clause.Tokens[mark].Concept == Concept.Called) && mark + 1 < clause.Tokens.Count)
        {
            return Take(clause, mark + 1, clause.Tokens.Count);
        }

        if (exists && clause.Has(Concept.Change))
        {
            return null;
        }

        for (var first = noun + 1; first < clause.Tokens.Count; first++)
        {
            if (clause.Tokens[first].Kind == TokenKind.Unknown)
            {
                var last = first + 1;
                while (last < clause.Tokens.Count && clause.Tokens[last].Kind is TokenKind.Unknown or TokenKind.Number)
                {
                    last++;
                }

                return Take(clause, first, last);
            }

            if (clause.Tokens[first].Concept != Concept.Filler)
            {
                return null;
            }
        }

        return null;
    }

    private static int NextMeaning(Clause clause, int noun)
    {
        for (var i = noun + 1; i < clause.Tokens.Count; i++)
        {
            if (clause.Tokens[i].Concept is not (Concept.Filler or Concept.Change or Concept.To))
            {
                return i;
            }
        }

        return -1;
    }

    private static string Take(Clause clause, int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            clause.Claim(i);
        }

        return clause.TextBetween(clause.Tokens[first].Start, clause.Tokens[last - 1].End).Trim();
    }
}
