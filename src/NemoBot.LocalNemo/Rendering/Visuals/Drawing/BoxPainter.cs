using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Visuals.Drawing;

/// <summary>Fills rectangles; all numbers are even.</summary>
internal static class BoxPainter
{
    /// <param name="frame">Target.</param>
    /// <param name="left">First column.</param>
    /// <param name="top">First row.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="color">Its color.</param>
    /// <param name="strength">0 to 256.</param>
    public static void Fill(Frame frame, int left, int top, int width, int height, YuvColor color, int strength = 256)
    {
        var (from, to) = (Math.Max(0, left), Math.Min(frame.Width, left + width));
        if (to <= from)
        {
            return;
        }

        for (var y = Math.Max(0, top); y < Math.Min(frame.Height, top + height); y++)
        {
            Fill(frame.Y.AsSpan((y * frame.Width) + from, to - from), color.Y, strength);
            if ((y & 1) == 0)
            {
                var chroma = (y / 2 * (frame.Width / 2)) + (from / 2);
                Fill(frame.U.AsSpan(chroma, (to - from) / 2), color.U, strength);
                Fill(frame.V.AsSpan(chroma, (to - from) / 2), color.V, strength);
            }
        }
    }

    private static void Fill(Span<byte> row, byte color, int strength)
    {
        if (strength >= 256)
        {
            row.Fill(color);
            return;
        }

        foreach (ref var value in row)
        {
            value = (byte)(value + (((color - value) * strength) >> 8));
        }
    }
}
