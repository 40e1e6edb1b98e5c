using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Motion;

/// <summary>Shows part of a picture enlarged, smooth to fractions of a pixel so that slow moves do not jump.</summary>
internal sealed class ZoomPainter(int width, int height)
{
    private readonly int[] _columns = new int[width];
    private readonly int[] _shares = new int[width];

    /// <param name="source">Of the same size as the target.</param>
    /// <param name="target">Overwritten.</param>
    /// <param name="view">What is seen of the source.</param>
    public void Draw(Frame source, Frame target, View view)
    {
        if (view.Zoom <= 1.0001)
        {
            target.CopyFrom(source, source.All);
            return;
        }

        Draw(source.Y, target.Y, width, height, view);
        Draw(source.U, target.U, width / 2, height / 2, view);
        Draw(source.V, target.V, width / 2, height / 2, view);
    }

    private void Draw(byte[] source, byte[] target, int w, int h, View view)
    {
        var step = 1 / view.Zoom;
        var (left, top) = ((w - (w * step)) * Math.Clamp(view.X, 0, 1), (h - (h * step)) * Math.Clamp(view.Y, 0, 1));
        for (var x = 0; x < w; x++)
        {
            var at = Math.Clamp(left + ((x + 0.5) * step) - 0.5, 0, w - 1.001);
            (_columns[x], _shares[x]) = ((int)at, (int)((at - (int)at) * 256));
        }

        for (var y = 0; y < h; y++)
        {
            var at = Math.Clamp(top + ((y + 0.5) * step) - 0.5, 0, h - 1.001);
            var share = (int)((at - (int)at) * 256);
            var upper = source.AsSpan((int)at * w, w);
            var lower = source.AsSpan(Math.Min(h - 1, (int)at + 1) * w, w);
            var row = target.AsSpan(y * w, w);
            for (var x = 0; x < row.Length; x++)
            {
                var (column, part) = (_columns[x], _shares[x]);
                var a = (upper[column] * (256 - share)) + (lower[column] * share);
                var b = (upper[column + 1] * (256 - share)) + (lower[column + 1] * share);
                row[x] = (byte)(((a * (256 - part)) + (b * part) + 32768) >> 16);
            }
        }
    }
}
