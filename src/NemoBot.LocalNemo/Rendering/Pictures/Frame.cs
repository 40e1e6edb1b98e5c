namespace NemoBot.LocalNemo.Rendering.Pictures;

/// <summary>One picture as x264 takes it: yuv420p, BT.709, limited range. Sides are even.</summary>
internal sealed class Frame(int width, int height)
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    public byte[] Y { get; } = new byte[width * height];

    public byte[] U { get; } = new byte[width * height / 4];

    public byte[] V { get; } = new byte[width * height / 4];

    public Rows All => new(0, Height);

    /// <summary>Copies rows from a picture of the same size.</summary>
    public void CopyFrom(Frame source, Rows rows)
    {
        source.LumaOf(rows).CopyTo(LumaOf(rows));
        source.ChromaOf(source.U, rows).CopyTo(ChromaOf(U, rows));
        source.ChromaOf(source.V, rows).CopyTo(ChromaOf(V, rows));
    }

    public void Fill(YuvColor color)
    {
        Y.AsSpan().Fill(color.Y);
        U.AsSpan().Fill(color.U);
        V.AsSpan().Fill(color.V);
    }

    /// <summary>Takes the picture towards black.</summary>
    /// <param name="rows">Which rows.</param>
    /// <param name="level">256: as it is; 0: black.</param>
    public void Dim(Rows rows, int level)
    {
        if (level >= 256)
        {
            return;
        }

        FrameMath.Fade(LumaOf(rows), 16, level);
        FrameMath.Fade(ChromaOf(U, rows), 128, level);
        FrameMath.Fade(ChromaOf(V, rows), 128, level);
    }

    /// <summary>The color of one pixel.</summary>
    public Rgb ColorAt(int x, int y)
    {
        var chroma = (y / 2 * (Width / 2)) + (x / 2);
        double luma = 1.16438 * (Y[(y * Width) + x] - 16), u = U[chroma] - 128, v = V[chroma] - 128;
        return new Rgb(
            Math.Clamp(luma + (1.79274 * v), 0, 255),
            Math.Clamp(luma - (0.21325 * u) - (0.53291 * v), 0, 255),
            Math.Clamp(luma + (2.1124 * u), 0, 255));
    }

    /// <summary>Writes rows plane by plane, as a raw video pipe takes them.</summary>
    public async Task WriteAsync(Stream stream, Rows rows)
    {
        await stream.WriteAsync(Y.AsMemory(rows.Top * Width, rows.Height * Width), CancellationToken.None).ConfigureAwait(false);
        var (start, length) = (rows.Top / 2 * (Width / 2), rows.Height / 2 * (Width / 2));
        await stream.WriteAsync(U.AsMemory(start, length), CancellationToken.None).ConfigureAwait(false);
        await stream.WriteAsync(V.AsMemory(start, length), CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Reads a whole picture; false at the end of the stream.</summary>
    public async Task<bool> ReadAsync(Stream stream)
    {
        foreach (var plane in (byte[][])[Y, U, V])
        {
            if (await stream.ReadAtLeastAsync(plane, plane.Length, throwOnEndOfStream: false, CancellationToken.None).ConfigureAwait(false) < plane.Length)
            {
                return false;
            }
        }

        return true;
    }

    private Span<byte> LumaOf(Rows rows) => Y.AsSpan(rows.Top * Width, rows.Height * Width);

    private Span<byte> ChromaOf(byte[] plane, Rows rows) => plane.AsSpan(rows.Top / 2 * (Width / 2), rows.Height / 2 * (Width / 2));
}
