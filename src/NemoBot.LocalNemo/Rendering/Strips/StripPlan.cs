using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Strips;

/// <summary>The frame cut into strips of whole macroblocks, top to bottom: what moves, and what does not or rarely changes.</summary>
/// <param name="All">Every strip.</param>
/// <param name="Moving">Which of them moves with every frame; -1: none.</param>
internal sealed record StripPlan(IReadOnlyList<Rows> All, int Moving)
{
    public const int Macroblock = 16;

    /// <summary>
    /// Still rows on either side of what moves. x264 looks at most 32 pixels up and down for a match, so it never looks out of the
    /// strip, where its own picture and the finished one differ.
    /// </summary>
    private const int Guard = 32;

    /// <param name="height">Of the frame.</param>
    /// <param name="moving">Rows that change with every frame.</param>
    /// <param name="changing">Rows that change now and then: a strip of their own is small and quick to encode again.</param>
    public static StripPlan Find(int height, Rows? moving, Rows? changing = null)
    {
        var (move, change) = (Widen(moving, height), Widen(changing, height));
        if (move is { } m && change is { } c && m.Meets(c))
        {
            (move, change) = (m.With(c), null);
        }

        List<Rows> own = [.. ((Rows?[])[move, change]).OfType<Rows>().OrderBy(r => r.Top)];
        List<Rows> all = [];
        var at = 0;
        foreach (var rows in own)
        {
            if (rows.Top > at)
            {
                all.Add(new Rows(at, rows.Top - at));
            }

            all.Add(rows);
            at = rows.Bottom;
        }

        if (at < height)
        {
            all.Add(new Rows(at, height - at));
        }

        return new StripPlan(all, move is { } found ? all.IndexOf(found) : -1);
    }

    private static Rows? Widen(Rows? rows, int height)
    {
        if (rows is not { } r)
        {
            return null;
        }

        var top = Math.Max(0, (r.Top - Guard) / Macroblock * Macroblock);
        var bottom = Math.Min(height, (r.Bottom + Guard + Macroblock - 1) / Macroblock * Macroblock);
        return new Rows(top, bottom - top);
    }
}
