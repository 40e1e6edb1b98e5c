using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Finds where a title's text ends and its look begins.</summary>
internal static class TextEnds
{
    /// <summary>Where a text that begins there ends, without the looks after it: "Hello World in blue at the top".</summary>
    public static int Find(Clause clause, int first)
    {
        var end = clause.Tokens.Count;
        for (var i = end - 1; i > first; i--)
        {
            if (IsLook(clause, i))
            {
                end = clause.Tokens[i].Concept == Concept.Filler ? end : i;
                continue;
            }

            break;
        }

        if (!Enumerable.Range(end, clause.Tokens.Count - end).Any(i => SaysHow(clause.Tokens[i])))
        {
            return clause.Tokens.Count;
        }

        while (end < clause.Tokens.Count && end - 1 > first && LeadsToLook(clause, clause.Tokens[end - 1]))
        {
            end--;
        }

        return end;
    }

    /// <summary>"… at the top", but "every Friday".</summary>
    private static bool LeadsToLook(Clause clause, Token token) => token.Concept is Concept.Filler or Concept.Move or Concept.At or Concept.And
        && !clause.TextOf(token).EndsWith("day", StringComparison.OrdinalIgnoreCase);

    /// <summary>"subscribe for more" ends in small words, but they say nothing about a look.</summary>
    private static bool SaysHow(Token token) => token.Kind is TokenKind.Color or TokenKind.Percent || token.IsTime || Verbs.IsLook(token.Concept)
        || token.Concept is Concept.Plate or Concept.FadeIn or Concept.FadeOut or Concept.FadeBoth or Concept.Font or Concept.Outline
            or Concept.Bold or Concept.End or Concept.Begin or Concept.Glow;

    /// <summary>The token says how a text looks, or stands between such words.</summary>
    public static bool IsLook(Clause clause, int index)
    {
        var token = clause.Tokens[index];
        if (char.IsUpper(clause.TextOf(token)[0]) && index > 0 && token.Kind != TokenKind.Color)
        {
            return false;
        }

        return token.Kind is TokenKind.Color ? !char.IsUpper(clause.TextOf(token)[0]) || clause.TextOf(token)[0] == '#'
            : token.IsTime || token.Kind is TokenKind.Percent
            || Verbs.IsLook(token.Concept)
            || token.Concept is Concept.Filler or Concept.ColorWord or Concept.Bold or Concept.Font or Concept.Outline or Concept.Glow or Concept.Plate
                or Concept.From or Concept.To or Concept.At or Concept.For or Concept.And or Concept.After or Concept.Before or Concept.It or Concept.Only
                or Concept.First or Concept.Last or Concept.Begin or Concept.End or Concept.Left or Concept.Right
                or Concept.Move or Concept.Change or Concept.FadeIn or Concept.FadeOut;
    }
}
