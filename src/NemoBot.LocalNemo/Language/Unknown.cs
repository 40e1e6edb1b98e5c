namespace NemoBot.LocalNemo.Language;

/// <summary>The words that nobody understood.</summary>
internal static class Unknown
{
    private const int Most = 3;
    private const int Longest = 60;

    /// <summary>Words as they were written, neighbours together.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Clause> clauses)
    {
        var phrases = new List<string>();
        foreach (var clause in clauses)
        {
            Collect(clause, phrases);
        }

        return phrases.Count <= Most ? phrases : [.. phrases.Take(Most), "…"];
    }

    private static void Collect(Clause clause, List<string> phrases)
    {
        for (var i = 0; i < clause.Tokens.Count; i++)
        {
            if (!IsOpen(clause, i))
            {
                continue;
            }

            var last = i;
            while (last + 1 < clause.Tokens.Count && (IsOpen(clause, last + 1) || (IsFiller(clause, last + 1) && last + 2 < clause.Tokens.Count && IsOpen(clause, last + 2))))
            {
                last++;
            }

            var phrase = clause.TextBetween(clause.Tokens[i].Start, clause.Tokens[last].End);
            phrases.Add(phrase.Length <= Longest ? phrase : phrase[..Longest] + "…");
            i = last;
        }
    }

    private static bool IsFiller(Clause clause, int index) => clause.Tokens[index].Concept == Concept.Filler;

    private static bool IsOpen(Clause clause, int index)
    {
        var token = clause.Tokens[index];
        return !clause.IsClaimed(index) && token.Kind switch
        {
            TokenKind.Unknown => token.Length > 1 || clause.TextBetween(token.Start, token.End)[0] >= 0x2E80,
            TokenKind.Word => IsMeaningful(token.Concept),
            TokenKind.Number or TokenKind.Dash or TokenKind.Colon or TokenKind.Break => false,
            _ => true,
        };
    }

    /// <summary>Small words that carry nothing by themselves are not worth a complaint.</summary>
    private static bool IsMeaningful(Concept concept) => concept is not (Concept.None or Concept.Filler or Concept.And or Concept.Then or Concept.It
        or Concept.At or Concept.To or Concept.From or Concept.For or Concept.Called or Concept.Greeting or Concept.Thanks or Concept.Help
        or Concept.HowLong or Concept.AllOf or Concept.Whole or Concept.Change or Concept.Add or Concept.Video or Concept.Begin or Concept.End
        or Concept.Large or Concept.ColorWord or Concept.Another);
}
