using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Layouts;

/// <summary>Finds rows that nothing else needs.</summary>
/// <param name="height">Of the frame.</param>
/// <param name="safe">Margins to keep if possible.</param>
internal sealed class RowFinder(int height, SafeArea safe)
{
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

    private static double Overlap(double top, double size, Rows rows) => Math.Max(0, Math.Min(top + size, rows.Bottom) - Math.Max(top, rows.Top));
}
