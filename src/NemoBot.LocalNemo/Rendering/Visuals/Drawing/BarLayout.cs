using NemoBot.LocalNemo.Rendering.Layouts;

namespace NemoBot.LocalNemo.Rendering.Visuals.Drawing;

/// <summary>Bars side by side. All numbers but the count are even, so that colour samples never straddle an edge.</summary>
/// <param name="Left">Of the first bar.</param>
/// <param name="Pitch">From bar to bar.</param>
/// <param name="Bar">Width of a bar.</param>
/// <param name="Count">How many.</param>
internal sealed record BarLayout(int Left, int Pitch, int Bar, int Count)
{
    private const int Wanted = 41;

    public static BarLayout Find(VisualZone zone, bool odd)
    {
        var pitch = Math.Max(4, (int)Math.Round((double)Math.Max(zone.Width, zone.Rows.Height * 4) / Wanted / 2) * 2);
        var bar = Math.Max(2, (int)Math.Round(pitch * 0.56 / 2) * 2);
        var count = Math.Max(3, (zone.Width + pitch - bar) / pitch);
        count -= odd && count % 2 == 0 ? 1 : 0;
        var left = (zone.Left + ((zone.Width - ((count * pitch) - pitch + bar)) / 2)) & ~1;
        return new BarLayout(left, pitch, bar, count);
    }

    public int LeftOf(int index) => Left + (index * Pitch);
}
