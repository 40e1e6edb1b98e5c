using System.Numerics;
using System.Runtime.CompilerServices;

namespace NemoBot.LocalNemo.Rendering.Scenes;

/// <summary>Beams from a moving source, and a halo around it.</summary>
internal sealed class LightPattern(Shot shot, float time, float pulse) : Pattern
{
    private const int NarrowBeams = 7;
    private readonly float _x = (float)(0.5 * Math.Sin((0.17 * time) + (6 * shot.Pick(5))));
    private readonly float _y = (float)((0.15 * Math.Cos(0.21 * time)) - 0.35);
    private readonly int _wideBeams = 3 + (int)(4 * shot.Pick(6));
    private readonly (float Sin, float Cos) _wide = MathF.SinCos(0.5f * time);
    private readonly (float Sin, float Cos) _narrow = MathF.SinCos(2 - (0.8f * time));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override Field At(Vector<float> x, Vector<float> y)
    {
        var (dx, dy) = (x - new Vector<float>(_x), y - new Vector<float>(_y));
        var length = Vector.SquareRoot((dx * dx) + (dy * dy)) + new Vector<float>(1e-5f);
        var far = length + new Vector<float>(0.05f);
        var wide = Beams(dx / length, dy / length, _wideBeams, _wide);
        var narrow = Beams(dx / length, dy / length, NarrowBeams, _narrow);
        var squared = narrow * narrow;
        var beams = (wide * wide * wide) + (0.6f * squared * squared * narrow);
        var halo = new Vector<float>(0.16f) / (far + new Vector<float>(0.1f));
        return new Field(
            Limit(beams * (new Vector<float>(1.1f) - (0.6f * far))),
            new Vector<float>(0.25f) + (0.3f * Sine(x + new Vector<float>(time * 0.1f))),
            (halo * (0.7f + pulse)) + (0.25f * pulse * beams));
    }

    /// <summary>A wave around the source. The sine of a multiple of an angle comes from powers of its direction: no angle is needed.</summary>
    private static Vector<float> Beams(Vector<float> cos, Vector<float> sin, int count, (float Sin, float Cos) shift)
    {
        var (re, im) = (cos, sin);
        for (var i = 1; i < count; i++)
        {
            (re, im) = ((re * cos) - (im * sin), (re * sin) + (im * cos));
        }

        return new Vector<float>(0.5f) + (0.5f * ((im * shift.Cos) + (re * shift.Sin)));
    }
}
