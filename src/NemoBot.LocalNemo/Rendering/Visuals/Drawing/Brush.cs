using System.Numerics;
using System.Runtime.CompilerServices;

namespace NemoBot.LocalNemo.Rendering.Visuals.Drawing;

/// <summary>How much a stroke with round ends covers of each pixel, many pixels at a time.</summary>
internal readonly struct Brush(double x, double y, double dx, double dy, double radius, double softness, int strength)
{
    private static readonly Vector<float> Steps = new(Enumerable.Range(0, Vector<float>.Count).Select(i => (float)i).ToArray());
    private readonly float _dx = (float)dx;
    private readonly float _dy = (float)dy;
    private readonly float _inverse = (float)((dx * dx) + (dy * dy) is var length and > 0 ? 1 / length : 0);
    private readonly float _edge = (float)(0.5 + (radius / softness));
    private readonly float _slope = (float)(1 / softness);

    /// <summary>What a row of covers must hold more than there are pixels.</summary>
    public static int Spare => Vector<int>.Count;

    /// <summary>The columns that it reaches in two rows.</summary>
    public (double First, double Last) Columns(int row, double reach)
    {
        var (from, to) = (0.0, 1.0);
        if (Math.Abs(dy) > 1)
        {
            var (a, b) = ((row - reach - y) / dy, (row + 2 + reach - y) / dy);
            (from, to) = (Math.Clamp(Math.Min(a, b), 0, 1), Math.Clamp(Math.Max(a, b), 0, 1));
        }

        var (one, other) = (x + (from * dx), x + (to * dx));
        return (Math.Min(one, other) - reach, Math.Max(one, other) + reach);
    }

    /// <summary>Covers of neighbouring pixels of a row, 0 to the strength.</summary>
    /// <param name="row">Filled; <see cref="Spare"/> longer than needed.</param>
    /// <param name="count">How many are needed.</param>
    /// <param name="left">The first pixel.</param>
    /// <param name="top">The row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Cover(Span<int> row, int count, int left, int top)
    {
        var (first, down) = ((float)(left + 0.5 - x), (float)(top + 0.5 - y));
        for (var i = 0; i < count; i += Vector<float>.Count)
        {
            var across = Steps + new Vector<float>(first + i);
            var along = Limit(((across * _dx) + new Vector<float>(down * _dy)) * _inverse);
            var (aside, below) = (across - (along * _dx), new Vector<float>(down) - (along * _dy));
            var part = Limit(new Vector<float>(_edge) - (Vector.SquareRoot((aside * aside) + (below * below)) * _slope));
            Vector.ConvertToInt32(part * strength).CopyTo(row[i..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Limit(Vector<float> value) => Vector.Min(Vector.Max(value, Vector<float>.Zero), Vector<float>.One);
}
