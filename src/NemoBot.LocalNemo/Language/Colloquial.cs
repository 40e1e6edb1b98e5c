namespace NemoBot.LocalNemo.Language;

/// <summary>Reads colloquial verbs by what they are said of: "chuck the first 12 seconds" cuts, "speed the rest up" is faster.</summary>
internal static class Colloquial
{
    /// <summary>The tokens of a clause with the meanings that fit together.</summary>
    public static List<Token> Resolve(string text, List<Token> tokens)
    {
        if (tokens.Count > 1 && tokens[0].Concept == Concept.First && Verbs.IsVerb(tokens[1].Concept))
        {
            // "first cut 0-2": the order of the wishes.
            tokens[0] = tokens[0] with { Concept = Concept.Filler };
        }

        if (IsPartOfTime(tokens) && tokens.FindIndex(t => WordLists.Throwing.Contains(text[t.Start..t.End])) is >= 0 and var thrown)
        {
            tokens[thrown] = tokens[thrown] with { Concept = Concept.Cut };
        }

        // 放大一半: half as big again, not half the size.
        for (var i = 1; i < tokens.Count; i++)
        {
            if (tokens[i].Concept == Concept.Half && text[tokens[i - 1].Start..tokens[i - 1].End] is "放大" or "大" or "加大" or "变大")
            {
                (tokens[i - 1], tokens[i]) = (tokens[i - 1] with { Kind = TokenKind.Word, Concept = Concept.Filler }, tokens[i] with { Concept = Concept.Bigger });
            }
        }

        var speed = tokens.FindIndex(t => t.Concept == Concept.SpeedWord);
        var up = speed < 0 ? -1 : tokens.FindIndex(speed, t => t.Concept is Concept.Upward or Concept.TurnUp);
        if (up > speed && !tokens.Exists(t => t.Kind == TokenKind.Number))
        {
            tokens[speed] = tokens[speed] with { Concept = Concept.Faster };
            tokens[up] = tokens[up] with { Concept = Concept.Filler };
        }

        return tokens;
    }

    private static bool IsPartOfTime(List<Token> tokens) => tokens.Exists(t => t.IsTime) && tokens.Exists(t => t.Concept is Concept.First or Concept.Last or Concept.Begin or Concept.End or Concept.To)
        && tokens.TrueForAll(t => Clause.SubjectOf(t.Concept) == Subject.None && t.Kind != TokenKind.Quote && t.Concept is not Concept.Music);
}
