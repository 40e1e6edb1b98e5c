using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Turns what is complained about into what is wanted: "the captions are rather small" asks for bigger ones.</summary>
internal static class Complaints
{
    private const int Reach = 3;

    /// <summary>The tokens with the opposite of each complaint.</summary>
    public static List<Token> Turn(string text, List<Token> tokens)
    {
        if (tokens.Exists(t => Verbs.IsVerb(t.Concept) || t.Concept is Concept.Not or Concept.CanYou || WordLists.Wanting.Contains(text[t.Start..t.End])))
        {
            return tokens;
        }

        var copula = tokens.FindIndex(t => WordLists.Copulas.Contains(text[t.Start..t.End]));
        return [.. tokens.Select((t, i) => IsAfter(copula, i) || IsQualified(text, tokens, i) || HasBecome(text, tokens, i) ? Opposite(text, t) : t)];
    }

    private static bool IsAfter(int copula, int index) => copula >= 0 && copula < index;

    /// <summary>标题小了: smaller than it should be.</summary>
    private static bool HasBecome(string text, List<Token> tokens, int index) =>
        index > 0
        && index + 1 < tokens.Count
        && tokens[index] is { Length: 1, Concept: Concept.Small or Concept.Large }
        && text[tokens[index + 1].Start..tokens[index + 1].End] == "了"
        && Clause.SubjectOf(tokens[index - 1].Concept) != Subject.None;

    private static bool IsQualified(string text, List<Token> tokens, int index)
    {
        for (var i = index - 1; i >= 0 && i >= index - Reach; i--)
        {
            var word = text[tokens[i].Start..tokens[i].End];
            if (WordLists.Excesses.Contains(word))
            {
                return true;
            }

            if (tokens[i].Concept != Concept.Filler)
            {
                return false;
            }
        }

        return false;
    }

    private static Token Opposite(string text, Token token) => token.Concept switch
    {
        Concept.Small or Concept.Tiny => token with { Concept = Concept.Bigger },
        Concept.Large or Concept.Huge => token with { Concept = Concept.Smaller },
        Concept.Louder when WordLists.Loud.Contains(text[token.Start..token.End]) => token with { Concept = Concept.Quieter },
        Concept.Quieter when WordLists.Quiet.Contains(text[token.Start..token.End]) => token with { Concept = Concept.Louder },
        Concept.Slower when WordLists.Slow.Contains(text[token.Start..token.End]) => token with { Concept = Concept.Faster },
        Concept.Taller when text[token.Start..token.End].ToLowerInvariant() is "tall" or "thick" => token with { Concept = Concept.Thinner },
        Concept.Thinner when text[token.Start..token.End].ToLowerInvariant() is "thin" => token with { Concept = Concept.Taller },
        _ => token,
    };
}
