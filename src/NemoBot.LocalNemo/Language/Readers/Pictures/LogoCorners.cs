using NemoBot.LocalNemo.Language.Clauses;
using NemoBot.LocalNemo.Language.Words;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Language.Readers.Pictures;

/// <summary>Reads the corner that a logo goes to, by its name or from where it is.</summary>
internal static class LogoCorners
{
    private static readonly (Concept Concept, Corner Corner)[] Corners =
    [
        (Concept.TopLeft, Corner.TopLeft), (Concept.TopRight, Corner.TopRight),
        (Concept.BottomLeft, Corner.BottomLeft), (Concept.BottomRight, Corner.BottomRight),
    ];

    /// <summary>Reads and claims the corner; null if none is named.</summary>
    /// <param name="clause">What is said.</param>
    /// <param name="now">Where the logo is; null if there is none.</param>
    public static Corner? Read(Clause clause, Corner? now)
    {
        foreach (var (concept, corner) in Corners)
        {
            if (clause.ClaimAll(concept))
            {
                return corner;
            }
        }

        if (now is { } shown && clause.ClaimAll(Concept.OtherSide))
        {
            return OtherSide(shown);
        }

        return BySides(clause, now);
    }

    /// <summary>"to the left" stays in its row, "to the bottom" on its side.</summary>
    private static Corner? BySides(Clause clause, Corner? now)
    {
        var (left, right) = (clause.HasFree(Concept.Left), clause.HasFree(Concept.Right));
        var (bottom, top) = (clause.HasFree(Concept.Bottom, Concept.Downward), clause.HasFree(Concept.Top, Concept.Upward));
        if (clause.ClaimAll(Concept.Left))
        {
            clause.ClaimAll(Concept.Top, Concept.Bottom);
        }

        if (now is { } current && (left || right) != (bottom || top))
        {
            return At(left || (!right && current is Corner.TopLeft or Corner.BottomLeft), bottom || (!top && current is Corner.BottomLeft or Corner.BottomRight));
        }

        return left || right || bottom || top ? At(left, bottom) : null;
    }

    private static Corner At(bool left, bool bottom) => (left, bottom) switch
    {
        (true, true) => Corner.BottomLeft,
        (true, false) => Corner.TopLeft,
        (false, true) => Corner.BottomRight,
        (false, false) => Corner.TopRight,
    };

    private static Corner OtherSide(Corner corner) => corner switch
    {
        Corner.TopLeft => Corner.TopRight,
        Corner.TopRight => Corner.TopLeft,
        Corner.BottomLeft => Corner.BottomRight,
        _ => Corner.BottomLeft,
    };
}
