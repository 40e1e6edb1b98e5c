using System.Numerics;
using System.Runtime.CompilerServices;

namespace NemoBot.LocalNemo.Rendering.Scenes;

/// <summary>Colors that flow into each other, with a ribbon of light where they meet.</summary>
internal sealed class FlowPattern(Shot shot, float time, float pulse) : Pattern
{
    private readonly float _start = (float)(shot.Pick(4) * 10);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override Field At(Vector<float> x, Vector<float> y)
    {
        var warpX = x + (0.35f * Sine((2.3f * y) + new Vector<float>((0.35f * time) + _start)));
        var warpY = y + (0.35f * Sine((2.9f * x) + new Vector<float>((2 * _start) - (0.28f * time))));
        var inner = Sine((2.2f * warpY) + new Vector<float>(0.3f * time));
        var main = Wave((3.1f * warpX) + (1.6f * inner) + new Vector<float>(_start));
        var second = Wave((2.7f * warpY) + (1.3f * warpX) - new Vector<float>((0.25f * time) + _start));
        var off = 9 * (main - new Vector<float>(0.55f));
        var ribbon = second / (Vector<float>.One + (off * off));
        return new Field(main, second, (0.5f * main * main * main * second) + ((0.25f + (0.7f * pulse)) * ribbon * ribbon));
    }
}
