using NemoBot.LocalNemo.Rendering.Layouts;

namespace NemoBot.LocalNemo.Rendering.Visuals.Drawing;

/// <summary>Bars side by side. All numbers but the count are even, so that color samples never straddle an edge.</summary>
/// <param name="Left">Of the first bar.</param>
/// <param name="Pitch">From bar to bar.</param>
/// <param name="Bar">Width of a bar.</param>
/// <param name="Count">How many.</param>
internal sealed record BarLayout(int Left, int Pitch, int Bar, int Count)
{
    private const int Wanted = 41;

    /// <summary>
    /// Side of the squares that an encoder codes one by one. Bars that share no square with their neighbours take a third less: the
    /// gaps never change.
    /// </summary>
    private const int Block = 16;

    /// <param name="zone">Where they go.</param>
    /// <param name="odd">One of them is in the middle.</param>
    /// <param name="width">A multiple of their usual width; another than 1 does not keep to the squares, where steps would be lost.</param>
    public static BarLayout Find(VisualZone zone, bool odd, double width)
    {
        var step = Math.Max(zone.Width, zone.Rows.Height * 4) / (double)Wanted * width;
        var fits = width == 1 && step >= Block * 0.75;
        var pitch = Math.Max(4, Snap(step, fits ? Block : 2));
        var bar = Math.Max(2, Snap(pitch * 0.54, fits ? Block / 2 : 2));
        var count = Math.Max(3, (zone.Width + pitch - bar) / pitch);
        count -= odd && count % 2 == 0 ? 1 : 0;
        var left = zone.Left + ((zone.Width - ((count * pitch) - pitch + bar)) / 2);
        left = fits ? Snap(left, bar < Block ? Block / 2 : Block) : left & ~1;
        return new BarLayout(left, pitch, bar, count);
    }

    public int LeftOf(int index) => Left + (index * Pitch);

    private static int Snap(double value, int grid) => (int)Math.Round(value / grid) * grid;
}
