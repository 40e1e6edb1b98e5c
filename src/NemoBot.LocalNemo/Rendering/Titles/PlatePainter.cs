using NemoBot.LocalNemo.Rendering.Layouts;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Titles;

/// <summary>Paints the plate of a title under its letters, as wide as they were drawn: an estimate is a quarter too wide for Latin.</summary>
internal static class PlatePainter
{
    private const double Padding = 0.3;
    private const double Roundness = 0.2;

    /// <param name="rgba">The letters, multiplied by their opacity, in a picture of the frame's size.</param>
    /// <param name="width">The frame's.</param>
    /// <param name="title">The letters' place.</param>
    /// <param name="color">Of the plate.</param>
    /// <param name="opacity">0 to 1.</param>
    public static void Paint(byte[] rgba, int width, PlacedTitle title, Rgb color, double opacity)
    {
        var height = rgba.Length / 4 / width;
        if (FindColumns(rgba, width) is not var (first, last))
        {
            return;
        }

        var (left, right) = (Math.Max(0, first - (Padding * title.Size)), Math.Min(width, last + 1 + (Padding * title.Size)));
        var (top, bottom) = (Math.Max(0, title.Top - (0.06 * title.Size)), Math.Min(height, title.Top + title.Height + (0.1 * title.Size)));
        var radius = Math.Min(Roundness * title.Size, Math.Min(right - left, bottom - top) / 2);
        for (var y = (int)top; y < Math.Ceiling(bottom); y++)
        {
            for (var x = (int)left; x < Math.Ceiling(right); x++)
            {
                // Distance from the rectangle that is smaller by the radius all around.
                var across = Math.Max(0, Math.Max(left + radius - x - 0.5, x + 0.5 - (right - radius)));
                var down = Math.Max(0, Math.Max(top + radius - y - 0.5, y + 0.5 - (bottom - radius)));
                PutUnder(rgba.AsSpan(((y * width) + x) * 4, 4), color, opacity * Math.Clamp(radius - Math.Sqrt((across * across) + (down * down)) + 0.5, 0, 1));
            }
        }
    }

    private static (int First, int Last)? FindColumns(byte[] rgba, int width)
    {
        var (first, last) = (width, -1);
        for (var at = 0; at < rgba.Length; at += width * 4)
        {
            var row = rgba.AsSpan(at, width * 4);
            if (row.IndexOfAnyExcept((byte)0) is >= 0 and var found)
            {
                (first, last) = (Math.Min(first, found / 4), Math.Max(last, row.LastIndexOfAnyExcept((byte)0) / 4));
            }
        }

        return last < 0 ? null : (first, last);
    }

    private static void PutUnder(Span<byte> pixel, Rgb color, double opacity)
    {
        var seen = opacity * (1 - (pixel[3] / 255.0));
        pixel[0] = (byte)Math.Min(255, pixel[0] + (color.Red * seen) + 0.5);
        pixel[1] = (byte)Math.Min(255, pixel[1] + (color.Green * seen) + 0.5);
        pixel[2] = (byte)Math.Min(255, pixel[2] + (color.Blue * seen) + 0.5);
        pixel[3] = (byte)Math.Min(255, pixel[3] + (255 * seen) + 0.5);
    }
}
