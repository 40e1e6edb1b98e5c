using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Joining;

/// <summary>Joins the capitalized words after "with the name" or "saying" into one text, as if they were quoted: none of them asks for anything.</summary>
internal static class ProperNames
{
    /// <summary>The tokens with each such name as a quoted text.</summary>
    public static IReadOnlyList<Token> Join(string text, IReadOnlyList<Token> tokens)
    {
        if (!text.Any(char.IsLower))
        {
            return tokens;
        }

        var result = new List<Token>();
        for (var i = 0; i < tokens.Count; i++)
        {
            result.Add(tokens[i]);
            var first = i + 1;
            if (IsName(text, tokens, i))
            {
                result[^1] = tokens[i] with { Kind = TokenKind.Unknown, Concept = Concept.None, Content = "" };
                continue;
            }

            if (!Introduces(text, tokens[i]) || first >= tokens.Count || !IsCapital(text, tokens[first]))
            {
                continue;
            }

            var last = EndOf(text, tokens, first);
            last = tokens[i].Concept == Concept.Called ? last : NameEnds.Find(tokens, first, last + 1, t => text[t.Start..t.End]) - 1;
            if (tokens.Skip(first).Take(last - first + 1).Any(t => t.Kind == TokenKind.Word))
            {
                var (start, end) = (tokens[first].Start, tokens[last].End);
                result.Add(new Token(TokenKind.Quote, start, end - start) { Content = text[start..end] });
                i = last;
            }
        }

        return result;
    }

    /// <summary>"of The Slow Lane": a known word in capitals beside an unknown one is part of a name, not a wish.</summary>
    private static bool IsName(string text, IReadOnlyList<Token> tokens, int at) => at > 0 && tokens[at].Kind is TokenKind.Word or TokenKind.Color && text[tokens[at].Start] < 0x2E80 && IsCapital(text, tokens[at]) && Changes(tokens[at]) && !IsAfterMark(text, tokens[at])
        && (IsUnknownName(text, tokens, at - 1) || IsUnknownName(text, tokens, at + 1)) && text.Count(char.IsUpper) * 3 < text.Count(char.IsLower);

    private static bool IsUnknownName(string text, IReadOnlyList<Token> tokens, int at) => at > 0 && at < tokens.Count && tokens[at].Kind == TokenKind.Unknown && tokens[at].Length > 1 && IsCapital(text, tokens[at]) && text[tokens[at].Start] < 0x2E80;

    private static bool Changes(Token token) => token.Kind == TokenKind.Color || Verbs.IsVerb(token.Concept) || Verbs.IsLook(token.Concept) || token.Concept is Concept.Faster or Concept.Slower or Concept.Loop or Concept.Mute or Concept.FadeIn or Concept.FadeOut or Concept.Circle or Concept.Line or Concept.Square;

    private static bool IsAfterMark(string text, Token token) => text[..token.Start].TrimEnd() is var before && (before.Length == 0 || before[^1] is '.' or '!' or '?' or ':' or '\n' or '"');

    private static bool Introduces(string text, Token token) => text[token.Start] < 0x2E80 && token.Length > 2
        && (token.Concept == Concept.Called || text[token.Start..token.End].ToLowerInvariant() is "title" or "heading" or "headline");

    /// <summary>The last word of the name; small words count only between two capitalized ones.</summary>
    private static int EndOf(string text, IReadOnlyList<Token> tokens, int first)
    {
        var last = first;
        for (var i = first + 1; i < tokens.Count && (text[tokens[i - 1].End..tokens[i].Start].Trim() is "" or "'" || IsNumbered(text, tokens, i)); i++)
        {
            if (IsCapital(text, tokens[i]) || tokens[i].Kind is TokenKind.Number or TokenKind.Ordinal)
            {
                last = i;
            }
            else if (!LeadsOn(text, tokens, i) && !(tokens[i].Concept is Concept.Filler or Concept.And or Concept.For or Concept.To or Concept.At or Concept.From && tokens[i].Length <= 4))
            {
                break;
            }
        }

        return last;
    }

    /// <summary>"Ep. 7: The Sea", "Deep Talk no. 5": the name goes on behind it.</summary>
    private static bool LeadsOn(string text, IReadOnlyList<Token> tokens, int index) => index + 1 < tokens.Count
        && (tokens[index].Kind == TokenKind.Colon ? tokens[index - 1].Kind == TokenKind.Number && IsCapital(text, tokens[index + 1]) : IsNumbered(text, tokens, index + 1));

    /// <summary>"The Daily Grind #12", "Deep Talk Vol. 2".</summary>
    private static bool IsNumbered(string text, IReadOnlyList<Token> tokens, int index) => tokens[index].Kind is TokenKind.Number
        && (text[tokens[index - 1].End..tokens[index].Start].Trim() == "#"
            || text[tokens[index - 1].Start..tokens[index].Start].Trim().ToLowerInvariant() is "vol." or "no." or "ep." or "pt." or "nr.");

    private static bool IsCapital(string text, Token token) => char.IsUpper(text[token.Start]) && token.Kind is TokenKind.Unknown or TokenKind.Word or TokenKind.Color;
}
