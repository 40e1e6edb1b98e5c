using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Reads what a negation is about: "don't keep the first ten seconds" cuts them, 标题不用那么大 makes it smaller.</summary>
internal static class Negations
{
    private const int Reach = 3;

    // Beside the families that every clause compares.
    private const int StyleFamily = 100;
    private const int SideFamily = 101;

    /// <summary>The tokens with the meaning that the negation gives them.</summary>
    public static List<Token> Resolve(string text, List<Token> tokens)
    {
        tokens = WithoutDenied(text, tokens);
        for (var i = 1; i < tokens.Count; i++)
        {
            var before = text[tokens[i - 1].Start..tokens[i - 1].End].ToLowerInvariant();
            if (tokens[i].Concept is Concept.Landscape or Concept.Portrait && before is "too" or "way too" or "so")
            {
                // "too wide for my phone": what it is.
                tokens[i] = tokens[i] with { Kind = TokenKind.Unknown, Concept = Concept.None };
            }

            if (tokens[i].Kind == TokenKind.Color && before is "less" or "too" or "way too" or "太" or "过于" or "没那么" or "别那么")
            {
                // "less yellow", 太红: what it is, not what it is to be.
                tokens[i] = tokens[i] with { Kind = TokenKind.Unknown };
            }
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            if (!CutsWhatIsNotKept(text, tokens, i) && IsLessened(text, tokens[i]) && !tokens.Exists(IsMeasure))
            {
                TurnLook(tokens, i);
            }
        }

        return tokens;
    }

    /// <summary>"don't keep the first ten seconds".</summary>
    private static bool CutsWhatIsNotKept(string text, List<Token> tokens, int negation)
    {
        var next = tokens[negation].Concept == Concept.Not ? tokens.FindIndex(negation + 1, t => t.Concept != Concept.Filler) : -1;
        if (next < 0 || !WordLists.Keeping.Contains(text[tokens[next].Start..tokens[next].End]))
        {
            return false;
        }

        tokens[negation] = tokens[negation] with { Concept = Concept.Filler };
        tokens[next] = tokens[next] with { Concept = Concept.Cut };
        return true;
    }

    /// <summary>标题不用那么大, "less chunky bars", 音乐别太大声.</summary>
    private static void TurnLook(List<Token> tokens, int negation)
    {
        if (Look(tokens, negation + 1) is >= 0 and var look && Opposite(tokens[look].Concept) is { } opposite)
        {
            tokens[negation] = tokens[negation] with { Kind = TokenKind.Word, Concept = Concept.Filler };
            tokens[look] = tokens[look] with { Concept = opposite };
        }
    }

    private static bool IsMeasure(Token token) => token.Kind is TokenKind.Percent or TokenKind.Decibel;

    /// <summary>"in the middle, not at the bottom", "red not blue": the denied value is no wish beside another of its kind.</summary>
    private static List<Token> WithoutDenied(string text, List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var denied = IsDenial(text, tokens[i]) ? tokens.FindIndex(i + 1, t => !IsBeforeDenied(t)) : -1;
            var family = denied >= 0 && denied <= i + Reach ? FamilyOf(tokens[denied]) : 0;
            if (family == 0 || !tokens.Where((_, k) => k < i || k > denied).Any(t => FamilyOf(t) == family))
            {
                continue;
            }

            tokens = [.. tokens.Take(i), .. tokens.Skip(denied + 1)];
        }

        return tokens;
    }

    private static bool IsDenial(string text, Token token) =>
        token.Concept == Concept.Not || text[token.Start..token.End] is "不是" or "不要" or "唔系" or "唔要";

    /// <summary>"not at the bottom": small words between the negation and the value.</summary>
    private static bool IsBeforeDenied(Token token) =>
        token.Concept is Concept.Filler or Concept.At or Concept.It or Concept.Move or Concept.Add or Concept.Change;

    /// <summary>What a value says something about; 0: it is no value that can be denied.</summary>
    private static int FamilyOf(Token token)
    {
        switch (token.Concept)
        {
            case Concept.Bars or Concept.Line or Concept.Circle or Concept.Spectrum or Concept.Blocks or Concept.Particles or Concept.MirroredBars:
                return StyleFamily;
            case Concept.Left or Concept.Right:
                return SideFamily;
            default:
                var family = Values.FamilyOf(token);
                return Values.IsExclusive(family) ? family : 0;
        }
    }

    private static bool IsLessened(string text, Token token) => token.Concept == Concept.Not || WordLists.Declining.Contains(text[token.Start..token.End]);

    /// <summary>The word for a size or a strength right after small words; -1 if there is none.</summary>
    private static int Look(List<Token> tokens, int first)
    {
        for (var i = first; i < tokens.Count && i <= first + Reach; i++)
        {
            if (tokens[i].Concept != Concept.Filler)
            {
                return i;
            }
        }

        return -1;
    }

    private static Concept? Opposite(Concept concept) => concept switch
    {
        Concept.Large or Concept.Huge => Concept.Smaller,
        Concept.Small or Concept.Tiny => Concept.Bigger,
        Concept.Taller => Concept.Thinner,
        Concept.Thinner => Concept.Taller,
        Concept.Louder => Concept.Quieter,
        Concept.Downward => Concept.Upward,
        Concept.Upward => Concept.Downward,
        _ => null,
    };
}
