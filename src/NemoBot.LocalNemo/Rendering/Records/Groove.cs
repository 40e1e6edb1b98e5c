using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Records;

/// <summary>Paints the black of a record: fine grooves, gaps between its songs, and the light on them, which stands still while it turns.</summary>
internal static class Groove
{
    private const double Black = 26;
    private const double Fine = 3;
    private const double Light = 46;
    private const double Songs = 4;
    private const int Rim = 150;

    /// <param name="frame">Painted on.</param>
    /// <param name="x">Column of the middle.</param>
    /// <param name="y">Row of the middle.</param>
    /// <param name="outer">Radius of the record.</param>
    /// <param name="inner">Radius of what is not painted.</param>
    public static void Paint(Frame frame, double x, double y, double outer, double inner)
    {
        // The edge of the picture below does not show.
        outer++;
        var pitch = Math.Max(2.5, outer / 110);
        for (var row = Math.Max(0, (int)(y - outer - 1)); row < Math.Min(frame.Height, y + outer + 1); row++)
        {
            for (var column = Math.Max(0, (int)(x - outer - 1)); column < Math.Min(frame.Width, x + outer + 1); column++)
            {
                var (across, down) = (column + 0.5 - x, row + 0.5 - y);
                var away = Math.Sqrt((across * across) + (down * down));
                var cover = Math.Clamp(outer + 0.5 - away, 0, 1);
                if (cover == 0 || away < inner - 3)
                {
                    continue;
                }

                Mix(frame, row, column, LumaAt(away, Math.Atan2(down, across), (away - inner) / (outer - inner), pitch), cover);
            }
        }
    }

    /// <summary>A small hole in the middle, with a light rim.</summary>
    public static void PaintHole(Frame art, double rim, double hole)
    {
        var middle = art.Width / 2.0;
        for (var row = (int)(middle - rim - 1); row <= middle + rim; row++)
        {
            for (var column = (int)(middle - rim - 1); column <= middle + rim; column++)
            {
                var away = Math.Sqrt(((column + 0.5 - middle) * (column + 0.5 - middle)) + ((row + 0.5 - middle) * (row + 0.5 - middle)));
                var cover = Math.Clamp(rim + 0.5 - away, 0, 1);
                Mix(art, row, column, away < hole ? Black : Rim, cover);
            }
        }
    }

    private static double LumaAt(double away, double angle, double part, double pitch)
    {
        // Two opposite fans of light, wider towards the edge.
        var light = Light * Math.Pow(Math.Abs(Math.Cos(angle + 0.9)), 14);
        var gap = Math.Abs((part * Songs % 1) - 0.5) > 0.47 ? 9 : 0;
        var groove = Math.Sin(away * Math.Tau / pitch);
        return Black + gap + (Fine * groove) + (light * (0.75 + (0.25 * groove)));
    }

    /// <summary>Lays a shade of grey over a pixel.</summary>
    private static void Mix(Frame frame, int row, int column, double luma, double cover)
    {
        Mix(frame.Y, (row * frame.Width) + column, luma, cover);
        if ((row & column & 1) == 1)
        {
            var at = (row / 2 * (frame.Width / 2)) + (column / 2);
            Mix(frame.U, at, 128, cover);
            Mix(frame.V, at, 128, cover);
        }
    }

    private static void Mix(byte[] plane, int at, double value, double cover) => plane[at] = (byte)(plane[at] + ((value - plane[at]) * cover));
}
