namespace NemoBot.LocalNemo.Language;

/// <summary>Reads 白底黑字: the ground is a box where a title or captions are spoken of, otherwise the background of the video.</summary>
internal static class ColorPairs
{
    private const int GroundLength = 1;

    /// <summary>The tokens with the ground of each such pair as the background.</summary>
    public static IReadOnlyList<Token> Resolve(string text, IReadOnlyList<Token> tokens, Situation situation)
    {
        var result = tokens.ToList();
        for (var i = 0; i < result.Count; i++)
        {
            if (IsGround(text, result[i]) && IsPair(text, result, i) && !IsOfText(text, result, i, situation))
            {
                var ground = result[i];
                var hex = text[ground.Start] is '黑' ? "#000000" : "#ffffff";
                result[i] = new Token(TokenKind.Color, ground.Start, ground.Length - GroundLength) { Content = hex };
                result.Insert(i + 1, new Token(TokenKind.Word, ground.End - GroundLength, GroundLength) { Concept = Concept.Background });
                i++;
            }
        }

        return result;
    }

    private static bool IsGround(string text, Token token) => token.Concept == Concept.Plate && text[token.Start..token.End] is "黑底" or "白底" or "黑色底" or "白色底";

    /// <summary>A color of the text right before or after it.</summary>
    private static bool IsPair(string text, List<Token> tokens, int ground) => IsTextColor(text, tokens, ground + 1) || IsTextColor(text, tokens, ground - 2) || IsTextColor(text, tokens, ground - 3);

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
