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
    private readonly float[][] _colors;

    public ScenePainter(SoftCanvas canvas)
    {
        _canvas = canvas;
        var padded = (canvas.Width + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _columns = [.. Enumerable.Range(0, padded).Select(c => (float)canvas.ColumnAt(c))];
        _colors = [new float[padded], new float[padded], new float[padded]];
    }

    /// <param name="frame">On what.</param>
    /// <param name="shot">What.</param>
    /// <param name="time">Seconds of movement since the start, faster in loud parts.</param>
    /// <param name="pulse">0 to 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Draw(Frame frame, Shot shot, double time, double pulse)
    {
        var turn = (shot.Pick(1) * 6.28) + (time * 0.05 * (shot.Pick(2) < 0.5 ? 1 : -1));
        var zoom = (1.1 + (0.5 * shot.Pick(3))) * (1 - (0.06 * pulse)) / (1 + (0.015 * time));
        var (cos, sin) = ((float)(Math.Cos(turn) * zoom), (float)(Math.Sin(turn) * zoom));
        var light = (float)((0.72 + (0.2 * shot.Section.Energy) + (0.42 * pulse)) * (shot.Style == SceneStyle.Particles ? 0.7 : 1));
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

            Keep(row);
        }

        _canvas.Paint(frame);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Mix(SceneColors colors, int column, Field field, Vector<float> light)
    {
        void Channel(int channel, double dark, double main, double bright, double second)
        {
            var (d, m, g, s) = ((float)dark / 255, (float)main / 255, (float)bright / 255, (float)second / 255);
            var low = new Vector<float>(d) + ((m - d) * field.Main);
            ((low + ((new Vector<float>(s) - low) * field.Second * 0.7f) + (g * field.Glow)) * light).CopyTo(_colors[channel], column);
        }

        Channel(0, colors.Dark.Red, colors.Main.Red, colors.Bright.Red, colors.Second.Red);
        Channel(1, colors.Dark.Green, colors.Main.Green, colors.Bright.Green, colors.Second.Green);
        Channel(2, colors.Dark.Blue, colors.Main.Blue, colors.Bright.Blue, colors.Second.Blue);
    }

    private void Keep(int row)
    {
        for (var column = 0; column < _canvas.Width; column++)
        {
            _canvas.Set((row * _canvas.Width) + column, _colors[0][column], _colors[1][column], _colors[2][column]);
        }
    }
}
