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
            if (IsPartOfName(clause, first))
            {
                var last = first + 1;
                while (last < clause.Tokens.Count && (IsPartOfName(clause, last) || clause.Tokens[last].Kind == TokenKind.Number))
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

    /// <summary>An unknown word, or any that is written with a capital: title My Great Show.</summary>
    private static bool IsPartOfName(Clause clause, int index)
    {
        var token = clause.Tokens[index];
        return !clause.IsClaimed(index) && (token.Kind == TokenKind.Unknown
            || (token.Kind is TokenKind.Word or TokenKind.Color && char.IsUpper(clause.TextBetween(token.Start, token.End)[0])));
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
