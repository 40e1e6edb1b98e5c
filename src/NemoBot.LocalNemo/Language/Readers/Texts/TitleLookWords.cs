using NemoBot.LocalNemo.Colors;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>What a single word makes of a title's look: a color, a size, a place, a line or a box around the letters.</summary>
internal static class TitleLookWords
{
    private const double Step = 1.3;
    private const int NegationReach = 3;

    /// <summary>The look with what a word says of it; the word is claimed if it says anything.</summary>
    public static TitleLook Read(Clause clause, int index, TitleLook look, VerticalPlace now)
    {
        var token = clause.Tokens[index];
        var changed = token.Kind switch
        {
            TokenKind.Color => IsOfEdge(clause, index) ? look : look with { Color = token.Content },
            TokenKind.Factor => Multiplied(clause, token, look),
            TokenKind.Percent => InPercent(clause, token, look),
            // "ease in softly": how, not where.
            _ when WordLists.Gentle.Contains(clause.TextOf(token)) => look,
            _ => SizeIn(clause, index, look) ?? PlaceIn(clause, index, look, now) ?? EdgeIn(clause, index, look),
        };
        if (!ReferenceEquals(changed, look))
        {
            clause.Claim(index);
        }

        return changed;
    }

    /// <summary>"lower" says where when it is about something that is seen.</summary>
    public static bool IsLower(Clause clause, Token token) => clause.TextOf(token).Equals("lower", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where something is after it moves up or down by one step.</summary>
    public static VerticalPlace Beside(VerticalPlace now, bool up) => (VerticalPlace)Math.Clamp((int)now + (up ? -1 : 1), 0, 2);

    private static TitleLook Multiplied(Clause clause, Token factor, TitleLook look)
    {
        if (!clause.Has(Concept.Bigger, Concept.Smaller, Concept.Large, Concept.Change) && !NamesSize(clause))
        {
            return look;
        }

        // 大一倍 is twice as big.
        var times = factor.Value == 1 ? 2 : factor.Value;
        return look with { Scale = clause.Has(Concept.Smaller) ? 1 / times : times };
    }

    private static TitleLook InPercent(Clause clause, Token percent, TitleLook look)
    {
        if (clause.Has(Concept.Bigger))
        {
            return look with { Scale = 1 + Math.Abs(percent.Value) };
        }

        if (clause.Has(Concept.Smaller))
        {
            return look with { Scale = Math.Max(0.1, 1 - Math.Abs(percent.Value)) };
        }

        if (NamesSize(clause) && percent.Value is > 0 and <= SizeWords.MostPart)
        {
            return look with { Size = percent.Value };
        }

        var isPartOfNow = NamesSize(clause) || clause.Tokens.Any(t => t.Concept == Concept.OriginalWord);
        return isPartOfNow ? look with { Scale = Math.Clamp(Math.Abs(percent.Value), 0.1, 4) } : look;
    }

    private static bool NamesSize(Clause clause) => clause.HasWord(WordLists.Sizes);

    private static TitleLook? SizeIn(Clause clause, int index, TitleLook look) => clause.Tokens[index].Concept switch
    {
        Concept.Quieter when IsLower(clause, clause.Tokens[index]) => null,
        Concept.Large or Concept.Huge when IsNegated(clause, index) => look with { Scale = look.Scale ?? 1 / Step },
        Concept.Small or Concept.Tiny when IsNegated(clause, index) => look with { Scale = look.Scale ?? Step },
        Concept.Bigger or Concept.Louder or Concept.Taller => look with { Scale = look.Scale ?? Step },
        Concept.Smaller or Concept.Quieter or Concept.Thinner => look with { Scale = look.Scale ?? 1 / Step },
        Concept.Large => look with { Size = 0.14 },
        Concept.Small => look with { Size = 0.06 },
        Concept.Huge => look with { Size = 0.2 },
        Concept.Tiny => look with { Size = 0.04 },
        Concept.Double when clause.Has(Concept.Bigger, Concept.Title) || NamesSize(clause) || IsMultiple(clause) => look with { Scale = 2 },
        Concept.Half when clause.Has(Concept.Smaller, Concept.Large, Concept.Title) || NamesSize(clause) || IsMultiple(clause) => look with { Scale = 0.5 },
        _ => null,
    };

    /// <summary>"double it", about the title.</summary>
    public static bool IsMultiple(Clause clause) => clause.HasFree(Concept.Double, Concept.Half)
        && clause.Tokens.All(t => t.Concept is Concept.Double or Concept.Half or Concept.It or Concept.Filler or Concept.Change or Concept.CanYou);

    private static TitleLook? PlaceIn(Clause clause, int index, TitleLook look, VerticalPlace now)
    {
        var side = look.Place == VerticalPlace.Middle ? HorizontalPlace.Middle : look.Side;
        return clause.Tokens[index].Concept switch
        {
            Concept.Quieter or Concept.Downward => look with { Place = Beside(now, up: false) },
            Concept.Upward => look with { Place = Beside(now, up: true) },
            Concept.Top when IsNegated(clause, index) => look with { Place = Beside(now, up: false) },
            Concept.Bottom when IsNegated(clause, index) => look with { Place = Beside(now, up: true) },
            Concept.Top => look with { Place = VerticalPlace.Top, Side = side },
            Concept.Bottom => look with { Place = VerticalPlace.Bottom, Side = side },
            Concept.TopLeft => look with { Place = VerticalPlace.Top, Side = HorizontalPlace.Left },
            Concept.TopRight => look with { Place = VerticalPlace.Top, Side = HorizontalPlace.Right },
            Concept.BottomLeft => look with { Place = VerticalPlace.Bottom, Side = HorizontalPlace.Left },
            Concept.BottomRight => look with { Place = VerticalPlace.Bottom, Side = HorizontalPlace.Right },
            // "top center": the middle from left to right.
            Concept.Middle when look.Place is VerticalPlace.Top or VerticalPlace.Bottom => look with { Side = HorizontalPlace.Middle },
            Concept.Middle => look with { Place = VerticalPlace.Middle },
            // "in the corner": which one is not said.
            Concept.CornerWord => look with { Place = look.Place ?? VerticalPlace.Top, Side = look.Side ?? HorizontalPlace.Right },
            Concept.Left => look with { Side = HorizontalPlace.Left },
            Concept.Right => look with { Side = HorizontalPlace.Right },
            _ => null,
        };
    }

    private static TitleLook EdgeIn(Clause clause, int index, TitleLook look) => clause.Tokens[index].Concept switch
    {
        Concept.Outline => look with { Outline = OutlineOf(clause, index) },
        Concept.Plate or Concept.Boxed when clause.Has(Concept.Remove, Concept.Not) => look with { Plate = false },
        Concept.Plate or Concept.Boxed => look with { Plate = true, PlateColor = PlateOf(clause, index) ?? look.PlateColor },
        Concept.LightWord or Concept.DarkWord when IsOfPlate(clause, index) => look,
        Concept.LightWord => look with { Color = "#ffffff" },
        Concept.DarkWord => look with { Color = "#111827" },
        _ => look,
    };

    /// <summary>The color of a box: 红底, "a red box", "a box in red"; null: not said.</summary>
    private static string? PlateOf(Clause clause, int index)
    {
        if (clause.Tokens.Any(t => t.Concept == Concept.Opacity || clause.TextOf(t).Contains("半透明", StringComparison.Ordinal)))
        {
            // 半透明黑底 is what a box is as long as no color is asked for.
            return null;
        }

        var plate = clause.Tokens[index];
        if (plate.Content.Length > 0)
        {
            return plate.Content;
        }

        if (index > 0 && clause.Tokens[index - 1].Kind == TokenKind.Color)
        {
            return clause.Claim(index - 1).Content;
        }

        // "make the box blue", "a box in navy"; 黑底白字 gives the letters their color.
        var after = index + 1 < clause.Tokens.Count && clause.TextOf(clause.Tokens[index + 1]).Equals("in", StringComparison.OrdinalIgnoreCase) ? index + 2 : index + 1;
        return after < clause.Tokens.Count && clause.Tokens[after].Kind == TokenKind.Color && !clause.IsChinese(plate) ? clause.Claim(after).Content : ColorIn(clause.TextOf(plate));
    }

    /// <summary>"a black outline" is not a black title.</summary>
    private static bool IsOfEdge(Clause clause, int index)
    {
        var isBefore = index + 1 < clause.Tokens.Count && clause.Tokens[index + 1].Concept is Concept.Outline or Concept.Plate;
        return (isBefore || EdgeBefore(clause, index) is Concept.Outline) && clause.Claim(index) is not null;
    }

    /// <summary>描边换成红的: the edge whose color is said after it; null if it is another color.</summary>
    private static Concept? EdgeBefore(Clause clause, int index)
    {
        var before = index - 1;
        while (before >= 0 && clause.IsChinese(clause.Tokens[before]) && clause.Tokens[before].Concept is Concept.Filler or Concept.Change or Concept.Use or Concept.ColorWord)
        {
            before--;
        }

        return before >= 0 && clause.IsChinese(clause.Tokens[before]) ? clause.Tokens[before].Concept : null;
    }

    /// <summary>"a dark box behind it": the box is dark, not the letters.</summary>
    private static bool IsOfPlate(Clause clause, int index) =>
        clause.Tokens.Skip(index + 1).FirstOrDefault(t => t.Concept is not (Concept.Filler or Concept.Opacity))?.Concept is Concept.Plate && clause.Claim(index) is not null;

    /// <summary>The color of a line around the letters: "a black outline", 描黑边; "outlined in black".</summary>
    private static string OutlineOf(Clause clause, int index)
    {
        if (clause.Has(Concept.Remove, Concept.Not, Concept.No))
        {
            return ColorChoice.None;
        }

        if (index > 0 && clause.Tokens[index - 1].Kind == TokenKind.Color)
        {
            return clause.Claim(index - 1).Content;
        }

        var after = Enumerable.Range(index + 1, clause.Tokens.Count - index - 1).FirstOrDefault(i => clause.Tokens[i].Kind == TokenKind.Color && EdgeBefore(clause, i) == Concept.Outline);
        if (after > 0)
        {
            return clause.Claim(after).Content;
        }

        // "outline the title in black": the thing comes between.
        var mark = index + 1;
        while (mark < clause.Tokens.Count && (clause.Tokens[mark].Concept is Concept.Title or Concept.It || clause.TextOf(clause.Tokens[mark]).ToLowerInvariant() is "the" or "my"))
        {
            mark++;
        }

        var isIn = mark + 1 < clause.Tokens.Count && clause.TextOf(clause.Tokens[mark]).ToLowerInvariant() is "in" or "with";
        return isIn && clause.Tokens[mark + 1].Kind == TokenKind.Color ? clause.Claim(mark + 1).Content
            : ColorIn(clause.TextOf(clause.Tokens[index])) ?? ColorChoice.Auto;
    }

    /// <summary>The color that a word for an outline holds: "white outline", 描黑边.</summary>
    private static string? ColorIn(string word)
    {
        var parts = word[0] < 0x2E80 ? word.Split(' ') : word.Select(c => c.ToString());
        return parts.Select(p => Palette.Find(p.ToLowerInvariant())?.Hex).FirstOrDefault(h => h is not null);
    }

    /// <summary>"not so big", 别那么靠下: less of it, not more.</summary>
    private static bool IsNegated(Clause clause, int index)
    {
        for (var i = index - 1; i >= 0 && i >= index - NegationReach; i--)
        {
            if (clause.Tokens[i].Concept is Concept.Not || (clause.Tokens[i].Concept is Concept.Remove && clause.TextOf(clause.Tokens[i])[0] == '不'))
            {
                return clause.Claim(i) is not null;
            }

            if (clause.Tokens[i].Concept is not (Concept.Filler or Concept.Move or Concept.Change) && clause.Tokens[i].Length > 1)
            {
                return false;
            }
        }

        return false;
    }
}
