using System.Numerics;
using System.Runtime.CompilerServices;

namespace NemoBot.LocalNemo.Rendering.Pictures;

/// <summary>
/// Arithmetic on whole planes, many samples at a time. Compiled at once in full: unoptimized vector code would take most of the time of a
/// short video.
/// </summary>
internal static class FrameMath
{
    /// <summary>The nearest number of pixels that planes of half the size can have, at least 2.</summary>
    public static int Even(double value) => Math.Max(2, (int)Math.Round(value / 2) * 2);

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Between(ReadOnlySpan<ushort> upper, ReadOnlySpan<ushort> lower, int part, ReadOnlySpan<ushort> pattern, Span<byte> target)
    {
        var i = 0;
        var (a, b) = (new Vector<ushort>((ushort)(16 - part)), new Vector<ushort>((ushort)part));
        for (var count = Vector<ushort>.Count; i <= target.Length - (2 * count); i += 2 * count)
        {
            var j = i + count;
            var first = (Part(upper[i..], 4) * a) + (Part(lower[i..], 4) * b) + new Vector<ushort>(pattern[i..]);
            var second = (Part(upper[j..], 4) * a) + (Part(lower[j..], 4) * b) + new Vector<ushort>(pattern[j..]);
            Vector.Narrow(Vector.ShiftRightLogical(first, 8), Vector.ShiftRightLogical(second, 8)).CopyTo(target[i..]);
        }

        for (; i < target.Length; i++)
        {
            target[i] = (byte)((((upper[i] >> 4) * (16 - part)) + ((lower[i] >> 4) * part) + pattern[i]) >> 8);
        }
    }

    /// <summary>Interpolates between two rows in 8.8 fixed point.</summary>
    /// <param name="upper">First row.</param>
    /// <param name="lower">Second row.</param>
    /// <param name="part">32: only the second.</param>
    /// <param name="target">Bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Between(ReadOnlySpan<ushort> upper, ReadOnlySpan<ushort> lower, int part, Span<byte> target)
    {
        var i = 0;
        var (a, b, half) = (new Vector<ushort>((ushort)(32 - part)), new Vector<ushort>((ushort)part), new Vector<ushort>(128));
        for (var count = Vector<ushort>.Count; i <= target.Length - (2 * count); i += 2 * count)
        {
            var j = i + count;
            var first = (Part(upper[i..], 5) * a) + (Part(lower[i..], 5) * b) + half;
            var second = (Part(upper[j..], 5) * a) + (Part(lower[j..], 5) * b) + half;
            Vector.Narrow(Vector.ShiftRightLogical(first, 8), Vector.ShiftRightLogical(second, 8)).CopyTo(target[i..]);
        }

        for (; i < target.Length; i++)
        {
            target[i] = (byte)((((upper[i] >> 5) * (32 - part)) + ((lower[i] >> 5) * part) + 128) >> 8);
        }
    }

    // Inlined: the JIT keeps the loop in registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<ushort> Part(ReadOnlySpan<ushort> row, int bits) => Vector.ShiftRightLogical(new Vector<ushort>(row), bits);

    /// <summary>Takes samples towards a value.</summary>
    /// <param name="samples">Changed.</param>
    /// <param name="neutral">The value.</param>
    /// <param name="level">256: as they are; 0: only the value.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fade(Span<byte> samples, byte neutral, int level)
    {
        var i = 0;
        var (a, b) = (new Vector<ushort>((ushort)level), new Vector<ushort>((ushort)((neutral * (256 - level)) + 128)));
        for (; i <= samples.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(samples[i..]), out var low, out var high);
            Vector.Narrow(Vector.ShiftRightLogical((low * a) + b, 8), Vector.ShiftRightLogical((high * a) + b, 8)).CopyTo(samples[i..]);
        }

        for (; i < samples.Length; i++)
        {
            samples[i] = (byte)(((samples[i] * level) + (neutral * (256 - level)) + 128) >> 8);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
