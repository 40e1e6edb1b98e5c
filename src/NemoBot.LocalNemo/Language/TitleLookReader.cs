using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language;

/// <summary>Reads how and when a title is to be shown.</summary>
internal static class TitleLookReader
{
    private const double Step = 1.3;

    private static readonly TimeSpan UsualFade = TimeSpan.FromSeconds(1);

    /// <summary>Reads and claims it between two tokens of a clause.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="first">From this token on.</param>
    /// <param name="last">Up to before this one.</param>
    /// <param name="total">Length of the timeline.</param>
    public static TitleLook Read(Clause clause, int first, int last, TimeSpan total)
    {
        var whole = first == 0 && last == clause.Tokens.Count;
        var (fadeIn, fadeOut) = whole ? FadeReader.Read(clause, UsualFade) : (null, null);
        var look = new TitleLook { FadeIn = fadeIn, FadeOut = fadeOut };
        for (var i = first; i < last; i++)
        {
            if (!clause.IsClaimed(i) && clause.OwnerOf(i) is Subject.Title or Subject.None)
            {
                look = ReadOne(clause, i, look);
            }
        }

        return whole ? look with { When = WhenReader.Read(clause, total) } : look;
    }

    private static TitleLook ReadOne(Clause clause, int index, TitleLook look)
    {
        var token = clause.Tokens[index];
        var changed = token.Kind switch
        {
            TokenKind.Color => look with { Color = token.Content },
            TokenKind.Percent when clause.Has(Concept.Bigger) => look with { Scale = 1 + token.Value },
            TokenKind.Percent when clause.Has(Concept.Smaller) => look with { Scale = Math.Max(0.1, 1 - token.Value) },
            _ => token.Concept switch
            {
                Concept.Bigger or Concept.Louder => look with { Scale = look.Scale ?? Step },
                Concept.Smaller or Concept.Quieter => look with { Scale = look.Scale ?? 1 / Step },
                Concept.Large => look with { Size = 0.14 },
                Concept.Small => look with { Size = 0.06 },
                Concept.Huge => look with { Size = 0.2 },
                Concept.Tiny => look with { Size = 0.04 },
                Concept.Top => look with { Place = VerticalPlace.Top },
                Concept.Middle => look with { Place = VerticalPlace.Middle },
                Concept.Bottom => look with { Place = VerticalPlace.Bottom },
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
