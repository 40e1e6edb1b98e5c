using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Layouts;

/// <summary>Finds rows that nothing else needs.</summary>
/// <param name="height">Of the frame.</param>
/// <param name="safe">Margins to keep if possible.</param>
internal sealed class RowFinder(int height, SafeArea safe)
{
    /// <summary>A card may come nearer to the frame's edge than text.</summary>
    private const double MarginShare = 0.6;
    private readonly double _gap = height * 0.015;

    /// <summary>The upper edge nearest to the wanted one at which a block overlaps nothing; if there is none, as little as possible.</summary>
    public double Find(double wanted, double size, IReadOnlyList<Rows> taken)
    {
        List<double> candidates = [wanted, safe.Top, height - safe.Bottom - size];
        foreach (var rows in taken)
        {
            candidates.Add(rows.Top - _gap - size);
            candidates.Add(rows.Bottom + _gap);
        }

        return candidates
            .Select(c => Math.Clamp(c, 0, Math.Max(0, height - size)))
            .OrderBy(c => taken.Sum(t => Overlap(c, size, t)) > 0.5)
            .ThenBy(c => Math.Round(taken.Sum(t => Overlap(c, size, t))))
            .ThenBy(c => c < safe.Top - 1 || c + size > height - safe.Bottom + 1)
            .ThenBy(c => Math.Abs(c - wanted))
            .First();
    }

    /// <summary>The widest stretch between blocks, with a smaller margin at the edges; the middle half of the frame if there is next to nothing.</summary>
    public Rows FindWidest(IReadOnlyList<Rows> taken)
    {
        var (top, bottom) = ((int)(safe.Top * MarginShare), (int)(safe.Bottom * MarginShare));
        List<Rows> all = [.. taken, new(0, top), new(height - bottom, bottom)];
        var (at, widest) = (0, new Rows(0, 0));
        foreach (var rows in all.OrderBy(r => r.Top))
        {
            widest = rows.Top - at > widest.Height ? new Rows(at, rows.Top - at) : widest;
            at = Math.Max(at, rows.Bottom);
        }

        return widest.Height > height / 9 ? widest : new Rows(height / 4, height / 2);
    }

    private static double Overlap(double top, double size, Rows rows) => Math.Max(0, Math.Min(top + size, rows.Bottom) - Math.Max(top, rows.Top));
}
