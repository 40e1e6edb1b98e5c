using NemoBot.LocalNemo.Language.Words;

namespace NemoBot.LocalNemo.Language.Clauses;

/// <summary>Compares values by what they say something about: a length with a length, a corner with a corner.</summary>
internal static class Values
{
    /// <summary>The one value of a clause that says nothing else; null if there is none.</summary>
    public static Token? In(List<Token> clause)
    {
        var said = clause.FindAll(t => !IsFrame(t.Concept));
        return said is [var value] && FamilyOf(value) != 0 ? value : null;
    }

    /// <summary>Both say the same kind of thing.</summary>
    public static bool AreAlike(Token token, Token value) =>
        FamilyOf(token) == FamilyOf(value)
        || (value.Kind == TokenKind.Number && token.Kind is TokenKind.Duration or TokenKind.Percent);

    /// <summary>"30 seconds, no, 20": the unit stays.</summary>
    public static Token Fitted(Token value, Token old)
    {
        if (value.Kind != TokenKind.Number || old.Kind == TokenKind.Number)
        {
            return value;
        }

        if (old.Kind == TokenKind.Percent)
        {
            return value with { Kind = old.Kind, Value = value.Value / 100 };
        }

        var isInMinutes = old.Time >= TimeSpan.FromMinutes(1) && value.Value < 10;
        return value with { Kind = old.Kind, Time = TimeSpan.FromSeconds(value.Value * (isInMinutes ? 60 : 1)) };
    }

    /// <summary>A number for what a token says something about; 0: it is no value.</summary>
    public static int FamilyOf(Token token) => token.Kind switch
    {
        TokenKind.Duration or TokenKind.Time => 1,
        TokenKind.Color => 2,
        TokenKind.Percent => 3,
        TokenKind.Decibel => 4,
        TokenKind.Factor => 5,
        TokenKind.Quote => 6,
        TokenKind.Number => 7,
        TokenKind.Lines => 8,
        TokenKind.FrameRate => 9,
        TokenKind.Ratio => 10,
        TokenKind.Word => FamilyOf(token.Concept),
        _ => 0,
    };

    /// <summary>A shape, a place or a corner: only one of them can be meant.</summary>
    public static bool IsExclusive(int family) => family is 2 or 10 or 11 or 12;

    private static int FamilyOf(Concept concept) => concept switch
    {
        Concept.Portrait or Concept.Landscape or Concept.Square => 10,
        Concept.Top or Concept.Middle or Concept.Bottom => 11,
        Concept.TopLeft or Concept.TopRight or Concept.BottomLeft or Concept.BottomRight => 12,
        Concept.Upward or Concept.Downward or Concept.TurnUp or Concept.TurnDown => 13,
        Concept.Bigger or Concept.Smaller => 14,
        Concept.Louder or Concept.Quieter => 15,
        Concept.Faster or Concept.Slower => 16,
        _ => 0,
    };

    /// <summary>"no, make it …": words around a value.</summary>
    private static bool IsFrame(Concept concept) =>
        concept is Concept.No or Concept.Filler or Concept.It or Concept.Change or Concept.At or Concept.To
            or Concept.Only or Concept.InsteadOf or Concept.Replace;
}
