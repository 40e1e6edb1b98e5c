using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Backgrounds;

/// <summary>A smooth slope from one color on top to another below, dithered so that no steps are seen.</summary>
internal static class Gradient
{
    /// <summary>Thresholds of an 8x8 Bayer matrix.</summary>
    private static readonly double[] Thresholds = [.. Enumerable.Range(0, 64).Select(i => (Bayer(i % 8, i / 8) + 0.5) / 64)];

    public static void Paint(Frame frame, YuvColor upper, YuvColor lower)
    {
        Paint(frame.Y, frame.Width, frame.Height, upper.Y, lower.Y);
        Paint(frame.U, frame.Width / 2, frame.Height / 2, upper.U, lower.U);
        Paint(frame.V, frame.Width / 2, frame.Height / 2, upper.V, lower.V);
    }

    private static void Paint(byte[] plane, int width, int height, byte first, byte last)
    {
        for (var y = 0; y < height; y++)
        {
            var value = first + ((last - first) * (y + 0.5) / height);
            for (var x = 0; x < width; x++)
            {
                plane[(y * width) + x] = (byte)(value + Thresholds[((y & 7) * 8) + (x & 7)]);
            }
        }
    }

    private static int Bayer(int x, int y)
    {
        var value = 0;
        for (var bit = 0; bit < 3; bit++)
        {
            value = (value << 2) | ((((x ^ y) >> bit) & 1) << 1) | ((y >> bit) & 1);
        }

        return value;
    }
}
