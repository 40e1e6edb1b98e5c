using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Reads colloquial words by what they are said of: "chuck the first 12 seconds" cuts, "speed the rest up" is faster.</summary>
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

        for (var i = 0; i < tokens.Count; i++)
        {
            tokens[i] = AsMeant(new WordInClause(text, tokens, i));
        }

        if (IsPartOfTime(tokens) && tokens.FindIndex(t => WordLists.Throwing.Contains(text[t.Start..t.End])) is >= 0 and var thrown)
        {
            tokens[thrown] = tokens[thrown] with { Concept = Concept.Cut };
        }

        EnlargeByHalf(text, tokens);
        SpeedUp(tokens);
        return tokens;
    }

    private static Token AsMeant(WordInClause word) =>
        Asides.Read(word) ?? LinesOfText.Read(word) ?? ColloquialLooks.Read(word) ?? ColloquialAmounts.Read(word) ?? word.Token;

    /// <summary>放大一半: half as big again, not half the size.</summary>
    private static void EnlargeByHalf(string text, List<Token> tokens)
    {
        for (var i = 1; i < tokens.Count; i++)
        {
            var (before, half) = (tokens[i - 1], tokens[i]);
            if (half.Concept == Concept.Half && text[before.Start..before.End] is "放大" or "大" or "加大" or "变大")
            {
                tokens[i - 1] = before with { Kind = TokenKind.Word, Concept = Concept.Filler };
                tokens[i] = half with { Concept = Concept.Bigger };
            }
        }
    }

    /// <summary>"speed the rest up".</summary>
    private static void SpeedUp(List<Token> tokens)
    {
        var speed = tokens.FindIndex(t => t.Concept == Concept.SpeedWord);
        var up = speed < 0 ? -1 : tokens.FindIndex(speed, t => t.Concept is Concept.Upward or Concept.TurnUp);
        if (up > speed && !tokens.Exists(t => t.Kind == TokenKind.Number))
        {
            tokens[speed] = tokens[speed] with { Concept = Concept.Faster };
            tokens[up] = tokens[up] with { Concept = Concept.Filler };
        }
    }

    /// <summary>"the first 12 seconds" and nothing else that could be thrown in.</summary>
    private static bool IsPartOfTime(List<Token> tokens) =>
        tokens.Exists(t => t.IsTime)
        && tokens.Exists(t => t.Concept is Concept.First or Concept.Last or Concept.Begin or Concept.End or Concept.To)
        && tokens.TrueForAll(t => Clause.SubjectOf(t.Concept) == Subject.None && t.Kind != TokenKind.Quote && t.Concept is not Concept.Music);
}
