using System.Numerics;

namespace NemoBot.LocalNemo.Rendering.Pictures;

/// <summary>Arithmetic on whole planes, many samples at a time.</summary>
internal static class FrameMath
{
    /// <summary>Replaces a frame by a mix of itself and another of the same size.</summary>
    /// <param name="frame">Changed.</param>
    /// <param name="other">Mixed in.</param>
    /// <param name="part">256: only the other; 0: nothing of it.</param>
    public static void Mix(Frame frame, Frame other, int part)
    {
        Mix(frame.Y, other.Y, part);
        Mix(frame.U, other.U, part);
        Mix(frame.V, other.V, part);
    }

    /// <summary>Interpolates between two rows in 8.8 fixed point, below 240 each, and rounds with a threshold pattern.</summary>
    /// <param name="upper">First row.</param>
    /// <param name="lower">Second row.</param>
    /// <param name="part">16: only the second.</param>
    /// <param name="pattern">Thresholds 0 to 255, as long as the rows.</param>
    /// <param name="target">Bytes.</param>
    public static void Between(ReadOnlySpan<ushort> upper, ReadOnlySpan<ushort> lower, int part, ReadOnlySpan<ushort> pattern, Span<byte> target)
    {
        var i = 0;
        var (a, b) = (new Vector<ushort>((ushort)(16 - part)), new Vector<ushort>((ushort)part));
        for (var count = Vector<ushort>.Count; i <= target.Length - (2 * count); i += 2 * count)
        {
            var first = Vector.ShiftRightLogical((Vector.ShiftRightLogical(new Vector<ushort>(upper[i..]), 4) * a) + (Vector.ShiftRightLogical(new Vector<ushort>(lower[i..]), 4) * b) + new Vector<ushort>(pattern[i..]), 8);
            var second = Vector.ShiftRightLogical((Vector.ShiftRightLogical(new Vector<ushort>(upper[(i + count)..]), 4) * a) + (Vector.ShiftRightLogical(new Vector<ushort>(lower[(i + count)..]), 4) * b) + new Vector<ushort>(pattern[(i + count)..]), 8);
            Vector.Narrow(first, second).CopyTo(target[i..]);
        }

        for (; i < target.Length; i++)
        {
            target[i] = (byte)((((upper[i] >> 4) * (16 - part)) + ((lower[i] >> 4) * part) + pattern[i]) >> 8);
        }
    }

    private static void Mix(Span<byte> under, ReadOnlySpan<byte> over, int part)
    {
        var i = 0;
        var (a, b) = (new Vector<ushort>((ushort)(256 - part)), new Vector<ushort>((ushort)part));
        for (; i <= under.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(under[i..]), out var low, out var high);
            Vector.Widen(new Vector<byte>(over[i..]), out var otherLow, out var otherHigh);
            Vector.Narrow(
                Vector.ShiftRightLogical((low * a) + (otherLow * b), 8),
                Vector.ShiftRightLogical((high * a) + (otherHigh * b), 8)).CopyTo(under[i..]);
        }

        for (; i < under.Length; i++)
        {
            under[i] = (byte)(((under[i] * (256 - part)) + (over[i] * part)) >> 8);
        }
    }
}
