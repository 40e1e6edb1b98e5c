using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Joining;

/// <summary>Reads 白底黑字, 黄底红字: the ground is a box where a title or captions are spoken of, otherwise the background of the video.</summary>
internal static class ColorPairs
{
    private const int GroundLength = 1;

    /// <summary>The tokens with the ground of each such pair as a box or as the background.</summary>
    public static IReadOnlyList<Token> Resolve(string text, IReadOnlyList<Token> tokens, Situation situation)
    {
        var result = tokens.ToList();
        for (var i = 0; i < result.Count; i++)
        {
            var count = GroundAt(text, result, i);
            if (count == 0 || !(IsPair(text, result, i, count) || (count > 1 && IsAdded(result, i))))
            {
                continue;
            }

            var ofText = IsOfText(text, result, i, situation);
            if (count == 1 && !ofText)
            {
                var ground = result[i];
                var hex = text[ground.Start] is '黑' ? "#000000" : "#ffffff";
                result[i] = new Token(TokenKind.Color, ground.Start, ground.Length - GroundLength) { Content = hex };
                result.Insert(i + 1, new Token(TokenKind.Word, ground.End - GroundLength, GroundLength) { Concept = Concept.Background });
                i++;
            }
            else if (count > 1 && ofText)
            {
                // 字幕蓝底白字: the box is named with its color.
                var (first, last) = (result[i], result[i + count - 1]);
                result.RemoveRange(i, count);
                result.Insert(i, new Token(TokenKind.Word, first.Start, last.End - first.Start) { Concept = Concept.Plate, Content = first.Content });
            }
        }

        return result;
    }

    /// <summary>How many tokens name a ground: 黑底 is a word, 黄底 and 黄色的底 are a color and 底; 0: none.</summary>
    private static int GroundAt(string text, List<Token> tokens, int at) =>
        tokens[at].Concept == Concept.Plate && text[tokens[at].Start..tokens[at].End] is "黑底" or "白底" or "黑色底" or "白色底" ? 1
        : tokens[at].Kind != TokenKind.Color ? 0
        : IsWord(text, tokens, at + 1, "底") ? 2
        : IsWord(text, tokens, at + 1, "的") && IsWord(text, tokens, at + 2, "底") ? 3 : 0;

    private static bool IsWord(string text, List<Token> tokens, int at, string word) => at < tokens.Count && text.AsSpan(tokens[at].Start, tokens[at].Length).SequenceEqual(word);

    /// <summary>标题加个红底.</summary>
    private static bool IsAdded(List<Token> tokens, int ground) => ground > 0 && tokens[ground - 1].Concept == Concept.Add;

    /// <summary>A color of the text right before or after it.</summary>
    private static bool IsPair(string text, List<Token> tokens, int ground, int count) => IsTextColor(text, tokens, ground + count) || IsTextColor(text, tokens, ground - 2) || IsTextColor(text, tokens, ground - 3);

    private static bool IsTextColor(string text, List<Token> tokens, int at)
    {
        var word = at + 1;
        if (at >= 0 && word < tokens.Count && text[tokens[word].Start..tokens[word].End] == "的")
        {
            word++;
        }

        return at >= 0 && word < tokens.Count && tokens[at].Kind == TokenKind.Color && text[tokens[word].Start..tokens[word].End] is "字" or "文字";
    }

    /// <summary>字幕白字黑底, 白底黑字的标题; by itself after a message about one.</summary>
    private static bool IsOfText(string text, List<Token> tokens, int ground, Situation situation)
    {
        bool Names(Token token) => token.Concept is Concept.Captions or Concept.Lyrics || (token.Concept == Concept.Title && text[token.Start..token.End] is not ("字" or "文字"));
        if (tokens.Take(ground).Any(t => t.Concept is Concept.Captions or Concept.Lyrics))
        {
            return true;
        }

        if (tokens.Take(ground).Reverse().TakeWhile(t => t.Kind != TokenKind.Break).Any(Names) || tokens.Skip(ground).TakeWhile(t => t.Kind != TokenKind.Break).Any(Names))
        {
            return true;
        }

        return !tokens.Exists(Names) && !tokens.Exists(t => t.Concept is Concept.Video) && situation.Focus is Subject.Title or Subject.Captions;
    }
}
