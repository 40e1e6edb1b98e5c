using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Motion;

/// <summary>
/// Shows part of a picture enlarged, smooth to fractions of a pixel so that slow moves do not jump. Each row of the source is stretched
/// once, and the rows of the target are mixed from two stretched rows.
/// </summary>
internal sealed class ZoomPainter(int width, int height)
{
    /// <summary>Samples that are stretched at a time. A picture is only enlarged, so what they come from is no wider.</summary>
    private static readonly int Step = Vector128<byte>.Count;
    private readonly int[] _columns = new int[width];
    private readonly ushort[] _shares = new ushort[width];
    private readonly byte[] _picks = new byte[width];
    private ushort[] _upper = new ushort[width];
    private ushort[] _lower = new ushort[width];

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
            (_columns[x], _shares[x]) = ((int)at, (ushort)((at - (int)at) * 256));
        }

        for (var x = 0; x < w; x++)
        {
            _picks[x] = (byte)(_columns[x] - FirstOf(x / Step * Step, w));
        }

        var (first, second) = (-1, -1);
        for (var y = 0; y < h; y++)
        {
            var at = Math.Clamp(top + ((y + 0.5) * step) - 0.5, 0, h - 1.001);
            var row = (int)at;
            if (row != first)
            {
                // Going down, the lower row usually becomes the upper one.
                (_upper, _lower) = row == second ? (_lower, _upper) : (_upper, _lower);
                if (row != second)
                {
                    Stretch(source.AsSpan(row * w, w), _upper.AsSpan(0, w));
                }

                (first, second) = (row, Math.Min(h - 1, row + 1));
                Stretch(source.AsSpan(second * w, w), _lower.AsSpan(0, w));
            }

            FrameMath.Between(_upper.AsSpan(0, w), _lower.AsSpan(0, w), (int)((at - row) * 32), target.AsSpan(y * w, w));
        }
    }

    /// <summary>The column from which a block of samples is read: there and at the next one, never past the row.</summary>
    private int FirstOf(int block, int w) => Math.Min(_columns[block], w - Step - 1);

    /// <summary>A row in 8.8 fixed point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Stretch(ReadOnlySpan<byte> source, Span<ushort> row)
    {
        var x = 0;
        for (; row.Length > Step && x <= row.Length - Step; x += Step)
        {
            var from = source[FirstOf(x, row.Length)..];
            var picks = Vector128.Create<byte>(_picks.AsSpan(x));
            var (left, right) = (Vector128.Shuffle(Vector128.Create(from), picks), Vector128.Shuffle(Vector128.Create(from[1..]), picks));
            Between(Vector128.WidenLower(left), Vector128.WidenLower(right), _shares.AsSpan(x)).CopyTo(row[x..]);
            Between(Vector128.WidenUpper(left), Vector128.WidenUpper(right), _shares.AsSpan(x + (Step / 2))).CopyTo(row[(x + (Step / 2))..]);
        }

        for (; x < row.Length; x++)
        {
            var pair = source.Slice(_columns[x], 2);
            row[x] = (ushort)((pair[0] << 8) + ((pair[1] - pair[0]) * _shares[x]));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Between(Vector128<ushort> left, Vector128<ushort> right, ReadOnlySpan<ushort> shares) =>
        (left << 8) + ((right - left) * Vector128.Create(shares));
}
