using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Scenes;

/// <summary>
/// A small picture of soft colors that is enlarged eightfold. What has no sharp edges needs no more pixels, and dithering keeps its slopes
/// free of steps.
/// </summary>
internal sealed class SoftCanvas
{
    private const int Cell = 8;
    private readonly int _width;
    private readonly int _height;
    private readonly ushort[][] _planes;
    private readonly ushort[] _upper;
    private readonly ushort[] _lower;
    private readonly ushort[][] _patterns;

    public SoftCanvas(int width, int height)
    {
        // One cell more on each side, to interpolate from.
        (_width, _height) = ((width / Cell) + 3, (height / Cell) + 3);
        _planes = [new ushort[_width * _height], new ushort[_width * _height], new ushort[_width * _height]];
        (_upper, _lower) = (new ushort[width], new ushort[width]);
        _patterns = [.. Enumerable.Range(0, 8).Select(y => Enumerable.Range(0, width).Select(x => (ushort)((Bayer(x & 7, y) * 4) + 2)).ToArray())];
        Aspect = width / (double)height;
    }

    public int Width => _width;

    public int Height => _height;

    /// <summary>Width of the picture by its height.</summary>
    public double Aspect { get; }

    /// <summary>Place of a column: 0 is the middle; columns count in heights.</summary>
    public double ColumnAt(int column) => ((column - 0.5) / (_width - 3) * Aspect) - (Aspect / 2);

    /// <summary>Place of a row: 0 is the middle, 0.5 the lower edge.</summary>
    public double RowAt(int row) => ((row - 0.5) / (_height - 3)) - 0.5;

    /// <summary>Sets a row of one plane.</summary>
    /// <param name="plane">0: brightness; 1 and 2: color.</param>
    /// <param name="row">Which row.</param>
    /// <param name="values">In 8.8 fixed point, at least as many as there are columns.</param>
    public void Set(int plane, int row, ReadOnlySpan<int> values)
    {
        var cells = _planes[plane].AsSpan(row * _width, _width);
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = (ushort)values[i];
        }
    }

    public void Paint(Frame frame)
    {
        Paint(_planes[0], frame.Y, frame.Width, frame.Height, Cell);
        Paint(_planes[1], frame.U, frame.Width / 2, frame.Height / 2, Cell / 2);
        Paint(_planes[2], frame.V, frame.Width / 2, frame.Height / 2, Cell / 2);
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

    private void Paint(ushort[] cells, byte[] plane, int width, int height, int size)
    {
        var upper = _upper.AsSpan(0, width);
        var lower = _lower.AsSpan(0, width);
        var current = -1;
        for (var y = 0; y < height; y++)
        {
            // In sixteenths of a cell, from the centers of the cells.
            var at = (y * 16 / size) + (8 / size) + 8;
            if (at / 16 != current)
            {
                if (current < 0)
                {
                    Widen(cells.AsSpan(at / 16 * _width, _width), lower, size);
                }

                // The row below becomes the row above.
                current = at / 16;
                lower.CopyTo(upper);
                Widen(cells.AsSpan((current + 1) * _width, _width), lower, size);
            }

            FrameMath.Between(upper, lower, at & 15, _patterns[y & 7].AsSpan(0, width), plane.AsSpan(y * width, width));
        }
    }

    private static void Widen(ReadOnlySpan<ushort> cells, Span<ushort> row, int size)
    {
        for (var x = 0; x < row.Length; x++)
        {
            var at = (x * 16 / size) + (8 / size) + 8;
            var part = at & 15;
            row[x] = (ushort)(((cells[at / 16] * (16 - part)) + (cells[(at / 16) + 1] * part)) >> 4);
        }
    }
}
