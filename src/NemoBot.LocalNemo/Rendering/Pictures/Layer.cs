namespace NemoBot.LocalNemo.Rendering.Pictures;

/// <summary>A picture with transparency to blend over frames: colors are premultiplied by opacity.</summary>
internal sealed class Layer
{
    private readonly int _left;
    private readonly int _width;
    private readonly byte[] _opacity;
    private readonly byte[] _y;
    private readonly byte[] _chromaOpacity;
    private readonly byte[] _u;
    private readonly byte[] _v;

    private Layer(int left, int top, int width, int height)
    {
        (_left, _width) = (left, width);
        Rows = new Rows(top, height);
        (_opacity, _y) = (new byte[width * height], new byte[width * height]);
        (_chromaOpacity, _u, _v) = (new byte[width * height / 4], new byte[width * height / 4], new byte[width * height / 4]);
    }

    public Rows Rows { get; }

    /// <summary>Cuts out what is visible of a picture of the frame's size.</summary>
    /// <param name="rgba">Four bytes a pixel, multiplied by the opacity.</param>
    /// <param name="width">The frame's.</param>
    /// <param name="height">The frame's.</param>
    /// <param name="below">Rows of the frame above the picture; even.</param>
    /// <returns>Null if nothing is visible.</returns>
    public static Layer? Cut(byte[] rgba, int width, int height, int below = 0)
    {
        var (left, top, right, bottom) = (width, height, -1, -1);
        for (var y = 0; y < height; y++)
        {
            var row = rgba.AsSpan(y * width * 4, width * 4);
            if (row.ContainsAnyExcept((byte)0))
            {
                (top, bottom) = (Math.Min(top, y), y);
                left = Math.Min(left, row.IndexOfAnyExcept((byte)0) / 4);
                right = Math.Max(right, row.LastIndexOfAnyExcept((byte)0) / 4);
            }
        }

        if (bottom < 0)
        {
            return null;
        }

        (left, top) = (left & ~1, top & ~1);
        var layer = new Layer(left, below + top, (right - left + 2) & ~1, (bottom - top + 2) & ~1);
        layer.Take(rgba, width, left, top);
        return layer;
    }

    /// <summary>A picture at a place in the frame; all numbers are even.</summary>
    /// <param name="rgba">Four bytes a pixel, multiplied by the opacity.</param>
    /// <param name="left">In the frame.</param>
    /// <param name="top">In the frame.</param>
    /// <param name="width">Of the picture.</param>
    /// <param name="height">Of the picture.</param>
    public static Layer At(byte[] rgba, int left, int top, int width, int height)
    {
        var layer = new Layer(left, top, width, height);
        layer.Take(rgba, width, 0, 0);
        return layer;
    }

    /// <summary>Lays it over a frame.</summary>
    /// <param name="frame">Over which.</param>
    /// <param name="rows">Only within these rows.</param>
    /// <param name="level">256: as it is; 0: not at all.</param>
    public void Blend(Frame frame, Rows rows, int level)
    {
        var part = Rows.Within(rows);
        for (var y = part.Top; y < part.Bottom; y++)
        {
            var from = (y - Rows.Top) * _width;
            Blend(frame.Y.AsSpan((y * frame.Width) + _left, _width), _opacity.AsSpan(from), _y.AsSpan(from), level);
        }

        for (var y = part.Top / 2; y < part.Bottom / 2; y++)
        {
            var (from, to, half) = ((y - (Rows.Top / 2)) * (_width / 2), (y * (frame.Width / 2)) + (_left / 2), _width / 2);
            Blend(frame.U.AsSpan(to, half), _chromaOpacity.AsSpan(from), _u.AsSpan(from), level);
            Blend(frame.V.AsSpan(to, half), _chromaOpacity.AsSpan(from), _v.AsSpan(from), level);
        }
    }

    private static void Blend(Span<byte> under, ReadOnlySpan<byte> opacity, ReadOnlySpan<byte> color, int level)
    {
        for (var i = 0; i < under.Length; i++)
        {
            if (opacity[i] != 0)
            {
                var kept = (255 * 256) - (opacity[i] * level);
                under[i] = (byte)Math.Min(255, ((under[i] * kept) + (color[i] * level * 255) + 32640) / 65280);
            }
        }
    }

    private void Take(byte[] rgba, int stride, int left, int top)
    {
        for (var y = 0; y < Rows.Height; y++)
        {
            for (var x = 0; x < _width; x++)
            {
                var at = (((top + y) * stride) + left + x) * 4;
                var (red, green, blue, alpha) = (rgba[at], rgba[at + 1], rgba[at + 2], rgba[at + 3]);
                _opacity[(y * _width) + x] = alpha;
                _y[(y * _width) + x] = (byte)((16.0 * alpha / 255) + YuvColor.Luma(red, green, blue) + 0.5);
            }
        }

        for (var y = 0; y < Rows.Height / 2; y++)
        {
            for (var x = 0; x < _width / 2; x++)
            {
                TakeChroma(rgba, stride, (((top + (2 * y)) * stride) + left + (2 * x)) * 4, (y * (_width / 2)) + x);
            }
        }
    }

    private void TakeChroma(byte[] rgba, int stride, int from, int to)
    {
        double red = 0, green = 0, blue = 0, alpha = 0;
        for (var i = 0; i < 4; i++)
        {
            var at = from + ((((i / 2) * stride) + (i % 2)) * 4);
            (red, green, blue, alpha) = (red + (rgba[at] / 4.0), green + (rgba[at + 1] / 4.0), blue + (rgba[at + 2] / 4.0), alpha + (rgba[at + 3] / 4.0));
        }

        _chromaOpacity[to] = (byte)(alpha + 0.5);
        _u[to] = (byte)Math.Clamp((128 * alpha / 255) + YuvColor.ChromaU(red, green, blue) + 0.5, 0, 255);
        _v[to] = (byte)Math.Clamp((128 * alpha / 255) + YuvColor.ChromaV(red, green, blue) + 0.5, 0, 255);
    }
}
