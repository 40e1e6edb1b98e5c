using System.Numerics;
using System.Runtime.CompilerServices;
using NemoBot.LocalNemo.Projects;

namespace NemoBot.LocalNemo.Rendering.Scenes;

/// <summary>What a shot shows at one moment.</summary>
internal abstract class Pattern
{
    public static Pattern Of(Shot shot, double time, double pulse) => shot.Style switch
    {
        SceneStyle.Light => new LightPattern(shot, (float)time, (float)pulse),
        SceneStyle.Shapes => new ShapesPattern(shot, (float)time, (float)pulse),
        _ => new FlowPattern(shot, (float)time, (float)pulse),
    };

    /// <summary>The colors at some places of the turned and zoomed picture.</summary>
    public abstract Field At(Vector<float> x, Vector<float> y);

    /// <summary>Sine within a thousandth, which colors do not show: half a wave is a parabola, corrected once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector<float> Sine(Vector<float> phase)
    {
        var turns = phase * (1 / MathF.Tau);
        var part = turns - Vector.Floor(turns + new Vector<float>(0.5f));
        var wave = part * (new Vector<float>(8) - (16 * Vector.Abs(part)));
        return wave * (new Vector<float>(0.775f) + (0.225f * Vector.Abs(wave)));
    }

    /// <summary>0 to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector<float> Wave(Vector<float> phase) => new Vector<float>(0.5f) + (0.5f * Sine(phase));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector<float> Limit(Vector<float> value) => Vector.Min(Vector.Max(value, Vector<float>.Zero), Vector<float>.One);
}
