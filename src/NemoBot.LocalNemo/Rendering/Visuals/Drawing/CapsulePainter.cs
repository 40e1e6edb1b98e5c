using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Visuals.Drawing;

/// <summary>Draws upright bars with round ends. Between the ends a bar is one flat color, which costs an encoder next to nothing.</summary>
internal static class CapsulePainter
{
    /// <param name="frame">On what.</param>
    /// <param name="left">Even.</param>
    /// <param name="width">Even.</param>
    /// <param name="top">With parts of a pixel.</param>
    /// <param name="bottom">With parts of a pixel.</param>
    /// <param name="color">Its color.</param>
    /// <param name="strength">0 to 256.</param>
    public static void Draw(Frame frame, int left, int width, double top, double bottom, YuvColor color, int strength = 256)
    {
        var first = Math.Max(0, (int)Math.Floor(top) & ~1);
        var last = Math.Min(frame.Height, ((int)Math.Ceiling(bottom) + 1) & ~1);
        var round = (width / 2) + 1;
        Span<int> upper = stackalloc int[width];
        Span<int> lower = stackalloc int[width];
        for (var y = first; y < last; y += 2)
        {
            if (y > top + round && y + 2 < bottom - round)
            {
                upper.Fill(strength);
                lower.Fill(strength);
            }
            else
            {
                Cover(upper, y, width, top, bottom, strength);
                Cover(lower, y + 1, width, top, bottom, strength);
            }

            Mix(frame.Y.AsSpan((y * frame.Width) + left, width), upper, color.Y);
            Mix(frame.Y.AsSpan(((y + 1) * frame.Width) + left, width), lower, color.Y);
            for (var x = 0; x < width; x += 2)
            {
                upper[x / 2] = (upper[x] + upper[x + 1] + lower[x] + lower[x + 1]) / 4;
            }

            var chroma = (y / 2 * (frame.Width / 2)) + (left / 2);
            Mix(frame.U.AsSpan(chroma, width / 2), upper, color.U);
            Mix(frame.V.AsSpan(chroma, width / 2), upper, color.V);
        }
    }

    private static void Cover(Span<int> row, int y, int width, double top, double bottom, int strength)
    {
        var radius = Math.Min(width, bottom - top) / 2;
        var middle = Math.Clamp(y + 0.5, top + radius, bottom - radius);
        for (var x = 0; x < width; x++)
        {
            var (across, along) = (x + 0.5 - (width / 2.0), y + 0.5 - middle);
            var distance = Math.Sqrt((across * across) + (along * along));
            row[x] = (int)(Math.Clamp((width / 2.0) + 0.5 - distance, 0, 1) * strength);
        }
    }

    private static void Mix(Span<byte> under, ReadOnlySpan<int> strength, byte color)
    {
        for (var i = 0; i < under.Length; i++)
        {
            under[i] = (byte)(under[i] + (((color - under[i]) * strength[i]) >> 8));
        }
    }
}
