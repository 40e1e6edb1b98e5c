using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Joining;

/// <summary>第二段放到前面, 不要第一张: what is counted are the clips or the pictures that there are.</summary>
internal static class CountedItems
{
    /// <summary>Gives the words that count a name.</summary>
    public static Utterance Name(Utterance said)
    {
        var clips = said.Situation.Project is { Clips.Count: > 1, Slides.Count: 0 };
        var slides = said.Situation.Project is { Slides.Count: > 1 };
        if (!clips && !slides)
        {
            return said;
        }

        var item = clips ? Concept.Video : Concept.Image;
        return said with
        {
            Tokens = said.Situation.Project!.Titles.Count < 2 && IsBareRemoval(said)
                ? [.. said.Tokens.SelectMany(t => t.Kind == TokenKind.Ordinal ? Divide(t, item) : [t])]
                : [.. said.Tokens.SelectMany((t, i) => Name(said, t, i, clips, slides))],
        };
    }

    private static Token[] Name(Utterance said, Token token, int index, bool clips, bool slides)
    {
        var item = clips ? Concept.Video : Concept.Image;
        if (index > 0 && said.Tokens[index - 1].Kind == TokenKind.Ordinal && said.TextAt(index) == "one")
        {
            return [token with { Kind = TokenKind.Word, Concept = item }];
        }

        if (token.Kind == TokenKind.Ordinal && said.TextOf(token) is [.., var unit]
            && ((clips && unit is '段' or '条') || (slides && unit is '张' or '幅')) && !IsNamed(said, index + 1))
        {
            return Divide(token, item);
        }

        // 最后一张.
        var counts = (slides && said.TextOf(token) is "一张" or "张" or "一幅") || (clips && said.TextOf(token) is "一段" or "段" or "一条");
        return counts && index > 0 && said.Tokens[index - 1].Concept is Concept.First or Concept.Last
            && !IsNamed(said, index + 1) && !(index + 1 < said.Tokens.Count && said.Tokens[index + 1].IsTime)
            ? [token with { Concept = item }] : [token];
    }

    /// <summary>去掉第一个.</summary>
    private static bool IsBareRemoval(Utterance said) =>
        said.Tokens.All(t => t.Kind == TokenKind.Ordinal || t.Concept is Concept.Remove or Concept.Filler)
        && said.Tokens.Count(t => t.Kind == TokenKind.Ordinal && said.TextOf(t)[^1] == '个') == 1;

    /// <summary>第二张照片: the thing follows.</summary>
    private static bool IsNamed(Utterance said, int index) => index < said.Tokens.Count
        && (Clause.SubjectOf(said.Tokens[index].Concept) != Subject.None || said.Tokens[index].Concept == Concept.Video);

    /// <summary>第二段: the number, and the thing that is counted.</summary>
    private static Token[] Divide(Token token, Concept item) =>
        [token with { Length = token.Length - 1 }, new Token(TokenKind.Word, token.End - 1, 1) { Concept = item }];
}
