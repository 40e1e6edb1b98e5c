using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Strips;

/// <summary>The frame cut into strips of whole macroblocks, top to bottom: what moves, and what stands still above and below it.</summary>
/// <param name="All">Every strip.</param>
/// <param name="Moving">Which of them moves with the sound; -1: none.</param>
internal sealed record StripPlan(IReadOnlyList<Rows> All, int Moving)
{
    public const int Macroblock = 16;

    /// <summary>
    /// Still rows on either side of what moves. x264 looks at most 32 pixels up and down for a match, so it never looks out of the
    /// strip, where its own picture and the finished one differ.
    /// </summary>
    private const int Guard = 32;

    public static StripPlan Find(int height, Rows? moving)
    {
        if (moving is not { } rows)
        {
            return new StripPlan([new Rows(0, height)], -1);
        }

        var top = Math.Max(0, (rows.Top - Guard) / Macroblock * Macroblock);
        var bottom = Math.Min(height, (rows.Bottom + Guard + Macroblock - 1) / Macroblock * Macroblock);
        List<Rows> all = [];
        if (top > 0)
        {
            all.Add(new Rows(0, top));
        }

        all.Add(new Rows(top, bottom - top));
        if (bottom < height)
        {
            all.Add(new Rows(bottom, height - bottom));
        }

        return new StripPlan(all, top > 0 ? 1 : 0);
    }
}
