using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Visuals.Drawing;

/// <summary>Draws discs and slanted strokes with smooth edges.</summary>
internal static class DotPainter
{
    /// <summary>A disc; <paramref name="softness"/> is how far its edge fades, in pixels.</summary>
    public static void Dot(Frame frame, Rows rows, double x, double y, double radius, YuvColor color, int strength = 256, double softness = 1) =>
        Stroke(frame, rows, x, y, x, y, radius, color, strength, softness);

    /// <summary>A stroke with round ends.</summary>
    public static void Stroke(
        Frame frame, Rows rows, double x1, double y1, double x2, double y2, double radius, YuvColor color, int strength = 256, double softness = 1)
    {
        var reach = radius + (softness / 2);
        var brush = new Brush(x1, y1, x2 - x1, y2 - y1, radius, softness, strength);
        var top = Math.Max(rows.Top, (int)(Math.Min(y1, y2) - reach) & ~1);
        var bottom = Math.Min(rows.Bottom, ((int)(Math.Max(y1, y2) + reach) + 2) & ~1);
        for (var y = top; y < bottom; y += 2)
        {
            var (first, last) = brush.Columns(y, reach);
            var right = Math.Min(frame.Width, ((int)last + 2) & ~1);
            for (var x = Math.Max(0, (int)first & ~1); x < right; x += 2)
            {
                var sum = 0;
                for (var i = 0; i < 4; i++)
                {
                    var (px, py) = (x + (i & 1), y + (i >> 1));
                    var cover = brush.Cover(px + 0.5, py + 0.5);
                    sum += cover;
                    Mix(ref frame.Y[(py * frame.Width) + px], color.Y, cover);
                }

                if (sum > 0)
                {
                    var chroma = (y / 2 * (frame.Width / 2)) + (x / 2);
                    Mix(ref frame.U[chroma], color.U, sum / 4);
                    Mix(ref frame.V[chroma], color.V, sum / 4);
                }
            }
        }
    }

    private static void Mix(ref byte under, byte color, int strength) => under = (byte)(under + (((color - under) * strength) >> 8));
}
