using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Visuals.Drawing;

/// <summary>Draws discs and slanted strokes with smooth edges.</summary>
internal static class DotPainter
{
    private const int MostOnStack = 1024;

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
        var most = Math.Min(frame.Width, (int)(Math.Abs(x2 - x1) + (2 * reach)) + 6) + Brush.Spare;
        Span<int> covers = 2 * most <= MostOnStack ? stackalloc int[2 * most] : new int[2 * most];
        var upper = covers[..most];
        var lower = covers[most..];
        for (var y = top; y < bottom; y += 2)
        {
            var (first, last) = brush.Columns(y, reach);
            var left = Math.Max(0, (int)first & ~1);
            var count = Math.Min(frame.Width, ((int)last + 2) & ~1) - left;
            if (count > 0)
            {
                brush.Cover(upper, count, left, y);
                brush.Cover(lower, count, left, y + 1);
                Mix(frame, color, left, y, upper[..count], lower[..count]);
            }
        }
    }

    private static void Mix(Frame frame, YuvColor color, int left, int y, ReadOnlySpan<int> upper, ReadOnlySpan<int> lower)
    {
        var above = frame.Y.AsSpan((y * frame.Width) + left, upper.Length);
        var below = frame.Y.AsSpan(((y + 1) * frame.Width) + left, upper.Length);
        var chroma = (y / 2 * (frame.Width / 2)) + (left / 2);
        for (var x = 0; x < upper.Length; x += 2)
        {
            var sum = upper[x] + upper[x + 1] + lower[x] + lower[x + 1];
            if (sum == 0)
            {
                continue;
            }

            Mix(ref above[x], color.Y, upper[x]);
            Mix(ref above[x + 1], color.Y, upper[x + 1]);
            Mix(ref below[x], color.Y, lower[x]);
            Mix(ref below[x + 1], color.Y, lower[x + 1]);
            Mix(ref frame.U[chroma + (x / 2)], color.U, sum / 4);
            Mix(ref frame.V[chroma + (x / 2)], color.V, sum / 4);
        }
    }

    private static void Mix(ref byte under, byte color, int strength) => under = (byte)(under + (((color - under) * strength) >> 8));
}
