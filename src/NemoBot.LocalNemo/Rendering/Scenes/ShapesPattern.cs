using System.Numerics;
using System.Runtime.CompilerServices;

namespace NemoBot.LocalNemo.Rendering.Scenes;

/// <summary>Rings, stripes, diamonds or tiles with soft edges.</summary>
internal sealed class ShapesPattern(Shot shot, float time, float pulse) : Pattern
{
    private readonly float _size = (float)(3.5 + (4 * shot.Pick(7)));
    private readonly int _form = (int)(shot.Pick(8) * 4);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override Field At(Vector<float> x, Vector<float> y)
    {
        var form = _form switch
        {
            0 => Vector.SquareRoot((x * x) + (y * y)) * _size,
            1 => (x + (0.3f * Sine(2 * y))) * _size,
            2 => (Vector.Abs(x) + Vector.Abs(y)) * _size,
            _ => (Sine(x * _size) + Sine(y * _size)) * 1.2f,
        };
        // Hard edges that turn and grow cost more bits than there are, and break into steps.
        var main = Smooth(Sine((form * 2.4f) - new Vector<float>(0.9f * time)) * 1.1f);
        var second = Smooth(Sine((form * 1.2f) + new Vector<float>(0.4f * time)));
        return new Field(main, second, 0.35f * (0.3f + pulse) * main);
    }

    /// <summary>From -1 to 1 with soft ends.</summary>
    private static Vector<float> Smooth(Vector<float> value)
    {
        var t = Limit((value + Vector<float>.One) * 0.5f);
        return t * t * (new Vector<float>(3) - (2 * t));
    }
}
