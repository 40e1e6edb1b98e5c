using NemoBot.LocalNemo.Colors;
using NemoBot.LocalNemo.Edits;
using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Dialog;
using NemoBot.LocalNemo.Language.Readers.Phrases;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Texts;

/// <summary>Reads how and when a title is to be shown.</summary>
internal static class TitleLookReader
{
    private const double Step = 1.3;
    private const int NegationReach = 3;

    private static readonly TimeSpan UsualFade = TimeSpan.FromSeconds(1);

    /// <summary>Reads and claims it between two tokens of a clause.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="first">The first token.</param>
    /// <param name="last">The token after the last one.</param>
    /// <param name="now">Where the title is now, for "higher" and "lower".</param>
    public static TitleLook Read(Clause clause, int first, int last, VerticalPlace now)
    {
        var whole = first == 0 && last == clause.Tokens.Count;
        var (fadeIn, fadeOut) = whole ? FadeLengths.Read(clause, UsualFade) : (null, null);
        for (var i = first; i + 1 < last && clause.Has(Concept.Plate); i++)
        {
            // 标题底下加个黑底: where the box is, not the title.
            if (clause.Tokens[i].Concept is Concept.Bottom or Concept.Under && clause.Tokens.Skip(i + 1).FirstOrDefault(t => t.Concept != Concept.Filler)?.Concept is Concept.Add or Concept.Plate)
            {
                clause.Claim(i);
            }
        }

        var look = new TitleLook { FadeIn = fadeIn, FadeOut = fadeOut };
        for (var i = first; i < last; i++)
        {
            if (!clause.IsClaimed(i) && clause.OwnerOf(i) is Subject.Title or Subject.None)
            {
                look = ReadOne(clause, i, look, now);
            }
        }

        // "twice as big": the word for big says only what is multiplied.
        look = look.Scale is not null && (clause.Has(Concept.Double, Concept.Half) || clause.Tokens.Any(t => t.Kind == TokenKind.Factor)) ? look with { Size = null } : look;
        if (whole && fadeIn is { } rises && clause.Free(TokenKind.Time).Concat(clause.Free(TokenKind.Duration)).Order().ToList() is [var appears, var goes]
            && appears > 0 && goes > 0 && clause.Tokens[appears - 1].Concept == Concept.At && clause.Tokens[goes - 1].Concept == Concept.At)
        {
            // "fade in at 2 s and out at 9 s": both ends of its time.
            return look with { From = clause.Claim(appears).Time, To = clause.Claim(goes).Time, FadeOut = fadeOut ?? rises };
        }

        if (whole && (fadeIn ?? fadeOut) is not null && (fadeIn is null || fadeOut is null) && clause.HasFree(Concept.First, Concept.Begin, Concept.Last, Concept.End) && clause.Free(TokenKind.Duration).ToList() is [var over] && !clause.Tokens.Any(t => t.Kind == TokenKind.Time))
        {
            // "fade the title in over the first 3 seconds": how long the fade takes.
            clause.ClaimAll(Concept.First, Concept.Begin, Concept.Last, Concept.End);
            var length = clause.Claim(over).Time;
            return fadeIn is null ? look with { FadeOut = length } : look with { FadeIn = length };
        }

        if (!whole || TimeReader.Read(clause) is not { } when)
        {
            return look;
        }

        // "fade it out at 10 seconds" says when it ends.
        return look is { FadeOut: not null, FadeIn: null } && when is { From: { } end, To: null, Length: null, ReachesEnd: false } && FadesUntil(clause)
            ? look with { To = end } : look with { From = when.From, To = when.To, Length = when.Length };
    }

    /// <summary>大一倍 is twice as big.</summary>
    private static double Times(Token factor) => factor.Value == 1 ? 2 : factor.Value;

    private static bool NamesSize(Clause clause) => clause.HasWord(WordLists.Sizes);

    private static bool FadesUntil(Clause clause) => FadesAfterMoment(clause) || clause.IndexOf(Concept.FadeOut, Concept.FadeBoth) is >= 0 and var fade && clause.Has(Concept.At, Concept.After)
        && clause.Tokens.Index().First(t => t.Item.IsTime).Index > fade;

    /// <summary>8秒时淡出.</summary>
    private static bool FadesAfterMoment(Clause clause) => clause.IndexOf(Concept.FadeOut) is > 0 and var fade && clause.Tokens.Take(fade).Any(t => t.Kind == TokenKind.Time && clause.TextOf(t)[^1] >= 0x2E80);

    /// <summary>"lower" says where when it is about something that is seen.</summary>
    public static bool IsLower(Clause clause, Token token) => clause.TextOf(token).Equals("lower", StringComparison.OrdinalIgnoreCase);

    /// <summary>A word for going away by itself, as opposed to being taken away.</summary>
    public static bool Disappears(Clause clause) => clause.Tokens.Any(t => t.Concept == Concept.Remove && clause.TextOf(t).ToLowerInvariant() is "消失" or "不见" or "disappear" or "disappears" or "vanish" or "be gone");

    /// <summary>Where something is after it moves up or down by one step.</summary>
    public static VerticalPlace Beside(VerticalPlace now, bool up) => (VerticalPlace)Math.Clamp((int)now + (up ? -1 : 1), 0, 2);

    /// <summary>"a black outline" is not a black title.</summary>
    private static bool IsOfEdge(Clause clause, int index) =>
        index + 1 < clause.Tokens.Count && clause.Tokens[index + 1].Concept is Concept.Outline or Concept.Plate && clause.Claim(index) is not null;

    /// <summary>The color of a line around the letters: "a black outline", 描黑边; "outlined in black".</summary>
    private static string OutlineOf(Clause clause, int index)
    {
        if (clause.Has(Concept.Remove, Concept.Not, Concept.No))
        {
            return ColorChoice.None;
        }

        var said = index > 0 && clause.Tokens[index - 1].Kind == TokenKind.Color ? index - 1
            : index + 2 < clause.Tokens.Count && clause.TextOf(clause.Tokens[index + 1]).Equals("in", StringComparison.OrdinalIgnoreCase) && clause.Tokens[index + 2].Kind == TokenKind.Color ? index + 2 : -1;
        return said >= 0 ? clause.Claim(said).Content
            : ColorIn(clause.TextOf(clause.Tokens[index])) ?? ColorChoice.Auto;
    }

    /// <summary>The color that a word for an outline holds: "white outline", 描黑边.</summary>
    private static string? ColorIn(string word) => (word[0] < 0x2E80 ? word.Split(' ') : word.Select(c => c.ToString())).Select(p => Palette.Find(p.ToLowerInvariant())?.Hex).FirstOrDefault(h => h is not null);

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

    private static TitleLook ReadOne(Clause clause, int index, TitleLook look, VerticalPlace now)
    {
        var token = clause.Tokens[index];
        var changed = token.Kind switch
        {
            TokenKind.Color when !IsOfEdge(clause, index) => look with { Color = token.Content },
            TokenKind.Factor when clause.Has(Concept.Bigger, Concept.Smaller, Concept.Large, Concept.Change) || NamesSize(clause) => look with { Scale = clause.Has(Concept.Smaller) ? 1 / Times(token) : Times(token) },
            TokenKind.Percent when !clause.Has(Concept.Bigger, Concept.Smaller) && token.Value is > 0 and <= SizeWords.MostPart && clause.HasWord(WordLists.Sizes) => look with { Size = token.Value },
            TokenKind.Percent when !clause.Has(Concept.Bigger, Concept.Smaller) && clause.Tokens.Any(t => WordLists.Sizes.Contains(clause.TextOf(t)) || t.Concept == Concept.OriginalWord) => look with { Scale = Math.Clamp(Math.Abs(token.Value), 0.1, 4) },
            TokenKind.Percent when clause.Has(Concept.Bigger) => look with { Scale = 1 + Math.Abs(token.Value) },
            TokenKind.Percent when clause.Has(Concept.Smaller) => look with { Scale = Math.Max(0.1, 1 - Math.Abs(token.Value)) },
            _ => token.Concept switch
            {
                Concept.Quieter when IsLower(clause, token) => look with { Place = Beside(now, up: false) },
                Concept.Large or Concept.Huge when IsNegated(clause, index) => look with { Scale = look.Scale ?? 1 / Step },
                Concept.Small or Concept.Tiny when IsNegated(clause, index) => look with { Scale = look.Scale ?? Step },
                Concept.Bigger or Concept.Louder or Concept.Taller => look with { Scale = look.Scale ?? Step },
                Concept.Smaller or Concept.Quieter or Concept.Thinner => look with { Scale = look.Scale ?? 1 / Step },
                Concept.Large => look with { Size = 0.14 },
                Concept.Small => look with { Size = 0.06 },
                Concept.Huge => look with { Size = 0.2 },
                Concept.Tiny => look with { Size = 0.04 },
                Concept.Double when clause.Has(Concept.Bigger, Concept.Title) || NamesSize(clause) => look with { Scale = 2 },
                Concept.Half when clause.Has(Concept.Smaller, Concept.Title) || NamesSize(clause) => look with { Scale = 0.5 },
                Concept.Top or Concept.Bottom when IsNegated(clause, index) => look with { Place = Beside(now, up: token.Concept == Concept.Bottom) },
                Concept.Top => look with { Place = VerticalPlace.Top, Side = look.Place == VerticalPlace.Middle ? HorizontalPlace.Middle : look.Side },
                Concept.Bottom => look with { Place = VerticalPlace.Bottom, Side = look.Place == VerticalPlace.Middle ? HorizontalPlace.Middle : look.Side },
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
                Concept.Upward => look with { Place = Beside(now, up: true) },
                Concept.Downward => look with { Place = Beside(now, up: false) },
                Concept.Outline => look with { Outline = OutlineOf(clause, index) },
                Concept.Plate or Concept.Boxed => look with { Plate = !clause.Has(Concept.Remove, Concept.Not) },
                Concept.LightWord => look with { Color = "#ffffff" },
                Concept.DarkWord => look with { Color = "#111827" },
                _ => look,
            },
        };
        if (!ReferenceEquals(changed, look))
        {
            clause.Claim(index);
        }

        return changed;
    }
}
