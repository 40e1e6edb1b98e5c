using System.Numerics;
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

    /// <summary>The colours at some places of the turned and zoomed picture.</summary>
    public abstract Field At(Vector<float> x, Vector<float> y);

    /// <summary>0 to 1.</summary>
    protected static Vector<float> Wave(Vector<float> phase) => new Vector<float>(0.5f) + (0.5f * Vector.Sin(phase));

    protected static Vector<float> Limit(Vector<float> value) => Vector.Min(Vector.Max(value, Vector<float>.Zero), Vector<float>.One);
}
