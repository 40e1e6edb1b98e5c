using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NemoBot.LocalNemo.Rendering.Records;

/// <summary>A square plane of samples, turned around its middle and cut to a disc.</summary>
internal sealed class TurnedPlane
{
    private const int Whole = 255;
    private readonly byte[] _samples;
    private readonly byte[] _cover;
    private readonly (int First, int End)[] _spans;
    private readonly int _side;

    /// <param name="samples">Row by row.</param>
    /// <param name="side">Samples in a row.</param>
    public TurnedPlane(byte[] samples, int side)
    {
        (_samples, _side, _cover, _spans) = (samples, side, new byte[side * side], new (int, int)[side]);
        var (middle, radius) = ((side - 1) / 2.0, (side / 2.0) - 1);
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                var away = Math.Sqrt(((x - middle) * (x - middle)) + ((y - middle) * (y - middle)));
                _cover[(y * side) + x] = (byte)(Whole * Math.Clamp(radius + 0.5 - away, 0, 1));
            }

            var row = _cover.AsSpan(y * side, side);
            var first = row.IndexOfAnyExcept((byte)0);
            _spans[y] = first < 0 ? (0, 0) : (first, row.LastIndexOfAnyExcept((byte)0) + 1);
        }
    }

    /// <summary>Draws it into a plane.</summary>
    /// <param name="target">All rows of the plane.</param>
    /// <param name="width">Samples in a row of it.</param>
    /// <param name="left">Column of the disc's left edge.</param>
    /// <param name="top">Row of its upper edge.</param>
    /// <param name="angle">To the right, in radians.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Draw(Span<byte> target, int width, int left, int top, double angle)
    {
        // 16.16 fixed point; a disc never reads beyond its square, but for the last half of a sample.
        const int One = 1 << 16;
        var (sine, cosine) = Math.SinCos(angle);
        var (right, down) = ((int)(cosine * One), (int)(sine * One));
        var (middle, last) = ((_side - 1) / 2.0, (_side - 2) * One);
        ref var samples = ref MemoryMarshal.GetArrayDataReference(_samples);
        for (var y = 0; y < _side; y++)
        {
            var (first, end) = _spans[y];
            var row = target.Slice(((top + y) * width) + left, _side);
            var cover = _cover.AsSpan(y * _side, _side);
            var u = (int)((middle + ((first - middle) * cosine) + ((y - middle) * sine)) * One);
            var v = (int)((middle - ((first - middle) * sine) + ((y - middle) * cosine)) * One);
            for (var x = first; x < end; x++, u += right, v -= down)
            {
                var (column, line) = (Math.Clamp(u, 0, last), Math.Clamp(v, 0, last));
                ref var at = ref Unsafe.Add(ref samples, ((line >> 16) * _side) + (column >> 16));
                var (across, along) = ((column >> 8) & 255, (line >> 8) & 255);
                var upper = (at << 8) + ((Unsafe.Add(ref at, 1) - at) * across);
                var lower = (Unsafe.Add(ref at, _side) << 8) + ((Unsafe.Add(ref at, _side + 1) - Unsafe.Add(ref at, _side)) * across);
                var value = ((upper << 8) + ((lower - upper) * along) + (1 << 15)) >> 16;
                row[x] = cover[x] == Whole ? (byte)value : (byte)(row[x] + (((value - row[x]) * cover[x]) / Whole));
            }
        }
    }
}
