using System.Numerics;
using System.Runtime.CompilerServices;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;

namespace NemoBot.LocalNemo.Rendering.Scenes;

/// <summary>Draws the soft part of a shot, several cells at a time.</summary>
internal sealed class ScenePainter
{
    private readonly SoftCanvas _canvas;
    private readonly float[] _columns;
    private readonly int[][] _colors;

    public ScenePainter(SoftCanvas canvas)
    {
        _canvas = canvas;
        var padded = (canvas.Width + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _columns = [.. Enumerable.Range(0, padded).Select(c => (float)canvas.ColumnAt(c))];
        _colors = [new int[padded], new int[padded], new int[padded]];
    }

    /// <param name="frame">On what.</param>
    /// <param name="shot">What.</param>
    /// <param name="time">Seconds of movement since the start, faster in loud parts.</param>
    /// <param name="pulse">0 to 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Draw(Frame frame, Shot shot, double time, double pulse)
    {
        var turn = (shot.Pick(1) * 6.28) + (time * 0.05 * (shot.Pick(2) < 0.5 ? 1 : -1));
        var zoom = (1.1 + (0.5 * shot.Pick(3))) / (1 + (0.015 * time));
        var (cos, sin) = ((float)(Math.Cos(turn) * zoom), (float)(Math.Sin(turn) * zoom));
        var light = (float)((0.72 + (0.2 * shot.Section.Energy) + (0.36 * pulse)) * (shot.Style == SceneStyle.Particles ? 0.7 : 1));
        var pattern = Pattern.Of(shot, time, pulse);
        var curve = (float)(1 / (_canvas.Aspect * _canvas.Aspect));
        for (var row = 0; row < _canvas.Height; row++)
        {
            var y = (float)_canvas.RowAt(row);
            for (var column = 0; column < _columns.Length; column += Vector<float>.Count)
            {
                var x = new Vector<float>(_columns, column);
                var field = pattern.At((x * cos) - new Vector<float>(y * sin), (x * sin) + new Vector<float>(y * cos));
                var edge = Vector<float>.One - (0.55f * ((x * x * curve) + new Vector<float>(y * y)));
                Mix(shot.Colors, column, field, light * edge);
            }

            for (var plane = 0; plane < _colors.Length; plane++)
            {
                _canvas.Set(plane, row, _colors[plane]);
            }
        }

        _canvas.Paint(frame);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Mix(SceneColors colors, int column, Field field, Vector<float> light)
    {
        Vector<float> Channel(double dark, double main, double bright, double second)
        {
            var (d, m, g, s) = ((float)dark / 255, (float)main / 255, (float)bright / 255, (float)second / 255);
            var low = new Vector<float>(d) + ((m - d) * field.Main);
            var mixed = (low + ((new Vector<float>(s) - low) * field.Second * 0.7f) + (g * field.Glow)) * light;
            return Vector.Min(Vector.Max(mixed, Vector<float>.Zero), Vector<float>.One);
        }

        var red = Channel(colors.Dark.Red, colors.Main.Red, colors.Bright.Red, colors.Second.Red);
        var green = Channel(colors.Dark.Green, colors.Main.Green, colors.Bright.Green, colors.Second.Green);
        var blue = Channel(colors.Dark.Blue, colors.Main.Blue, colors.Bright.Blue, colors.Second.Blue);

        // As YuvColor has it, in 8.8 fixed point.
        void Keep(int plane, float offset, double r, double g, double b) =>
            Vector.ConvertToInt32(new Vector<float>(256 * offset) + (256 * 255 * (((float)r * red) + ((float)g * green) + ((float)b * blue)))).CopyTo(_colors[plane], column);

        Keep(0, 16, YuvColor.Luma(1, 0, 0), YuvColor.Luma(0, 1, 0), YuvColor.Luma(0, 0, 1));
        Keep(1, 128, YuvColor.ChromaU(1, 0, 0), YuvColor.ChromaU(0, 1, 0), YuvColor.ChromaU(0, 0, 1));
        Keep(2, 128, YuvColor.ChromaV(1, 0, 0), YuvColor.ChromaV(0, 1, 0), YuvColor.ChromaV(0, 0, 1));
    }
}
