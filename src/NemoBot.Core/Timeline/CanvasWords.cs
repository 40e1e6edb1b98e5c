using System.Globalization;

namespace NemoBot.Core.Timeline;

/// <summary>The shape of a canvas in words.</summary>
internal static class CanvasWords
{
    private static readonly (int Width, int Height)[] Usual = [(16, 9), (9, 16), (1, 1), (4, 3), (3, 4), (4, 5), (5, 4), (21, 9), (2, 1), (1, 2), (3, 2), (2, 3)];

    /// <summary>For example <c>16:9</c>; the sizes themselves for an unusual shape.</summary>
    public static string Shape(int width, int height)
    {
        foreach (var (w, h) in Usual)
        {
            // 1080p phones and 2.39:1 cinema are not exact: one percent off is still called by the usual name.
            if (Math.Abs(((double)width * h / ((double)height * w)) - 1) < 0.01)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{w}:{h}");
            }
        }

        return Size(width, height);
    }

    /// <summary>For example <c>1920x1080</c>.</summary>
    public static string Size(int width, int height) => string.Create(CultureInfo.InvariantCulture, $"{width}x{height}");
}
