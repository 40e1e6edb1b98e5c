using NemoBot.LocalNemo.Rendering.Layouts;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Sound;
using NemoBot.LocalNemo.Rendering.Visuals.Drawing;

namespace NemoBot.LocalNemo.Rendering.Visuals.Line;

/// <summary>The wave itself as a smooth line: some 40 ms around this moment, fading out to both sides.</summary>
internal sealed class LineVisual : ISoundVisual
{
    private const int Window = 2048;
    private const int Search = 512;
    private const int Points = 48;
    private readonly VisualZone _zone;
    private readonly YuvColor[] _colors;
    private readonly bool _glow;
    private readonly Loudness _loudness;
    private readonly double _thickness;
    private readonly double[] _points = new double[Points + 3];
    private readonly double[] _line;
    private readonly int[] _cover;

    public LineVisual(VisualSpec spec)
    {
        var (zone, frameRate) = (spec.Zone, spec.FrameRate);
        _zone = zone;
        _colors = spec.Ink.Spread((zone.Width / 2) + 1);
        _glow = spec.Glow;
        _loudness = new Loudness(frameRate);
        _thickness = Math.Max(1.6, zone.Rows.Height * 0.028);
        _line = new double[zone.Width + 2];
        _cover = new int[2 * zone.Rows.Height];
    }

    public Rows Rows => _zone.Rows;

    public int Ahead => (Window / 2) + Search;

    public void Draw(Frame frame, SampleWindow heard, long sample)
    {
        _loudness.Take(Loudness.Measure(heard, sample - (Window / 2), Window) * 1.5);
        var start = FindRise(heard, sample) - (Window / 2);
        var most = (Rows.Height / 2.0) - _thickness - 1;
        for (var i = 0; i < _points.Length; i++)
        {
            _points[i] = Average(heard, start, i - 1) * _loudness.Gain * Fade(i - 1);
        }

        for (var x = 0; x < _line.Length; x++)
        {
            var at = (double)x / _zone.Width * Points;
            var value = Math.Tanh(Curve(at) * 0.9);
            _line[x] = (Rows.Height / 2.0) - (value * most);
        }

        for (var x = 0; x < _zone.Width; x += 2)
        {
            if (_glow)
            {
                DrawColumns(frame, x, _thickness * 4, 40);
                DrawColumns(frame, x, _thickness * 2.2, 64);
            }

            DrawColumns(frame, x, _thickness, 256);
        }
    }

    private static double Average(SampleWindow heard, long start, int point)
    {
        const int Each = Window / Points;
        double sum = 0;
        for (var i = 0; i < Each; i++)
        {
            sum += heard[start + (point * (long)Window / Points) + i];
        }

        return sum / Each;
    }

    private static double Fade(int point)
    {
        var away = Math.Abs((2.0 * point / Points) - 1);
        return away >= 1 ? 0 : Math.Cos(away * Math.PI / 2);
    }

    /// <summary>Starts where the wave rises through zero, as an oscilloscope does: the picture holds still instead of jumping.</summary>
    private static long FindRise(SampleWindow heard, long sample)
    {
        for (var i = 0; i < Search; i++)
        {
            if (heard[sample + i - 1] <= 0 && heard[sample + i] > 0)
            {
                return sample + i;
            }
        }

        return sample;
    }

    private double Curve(double at)
    {
        var i = Math.Min((int)at, Points - 1);
        var t = at - i;
        var (a, b, c, d) = (_points[i], _points[i + 1], _points[i + 2], _points[Math.Min(i + 3, _points.Length - 1)]);
        return b + (0.5 * t * (c - a + (t * ((2 * a) - (5 * b) + (4 * c) - d + (t * ((3 * (b - c)) + d - a))))));
    }

    private void DrawColumns(Frame frame, int x, double thickness, int strength)
    {
        var color = _colors[x / 2];
        var (low, high) = (double.MaxValue, double.MinValue);
        for (var i = 0; i < 2; i++)
        {
            var reach = Reach(x + i, thickness);
            (low, high) = (Math.Min(low, _line[x + i] - reach), Math.Max(high, _line[x + i] + reach));
        }

        var first = Math.Max(0, (int)low & ~1);
        var last = Math.Min(Rows.Height, ((int)high + 2) & ~1);
        for (var y = first; y < last; y++)
        {
            for (var i = 0; i < 2; i++)
            {
                var cover = (int)(strength * Math.Clamp(Reach(x + i, thickness) - Math.Abs(y + 0.5 - _line[x + i]), 0, 1));
                _cover[(2 * (y - first)) + i] = cover;
                ref var luma = ref frame.Y[((Rows.Top + y) * frame.Width) + _zone.Left + x + i];
                luma = Mix(luma, color.Y, cover);
            }
        }

        for (var y = first; y < last; y += 2)
        {
            var at = 2 * (y - first);
            var cover = (_cover[at] + _cover[at + 1] + _cover[at + 2] + _cover[at + 3]) / 4;
            var chroma = ((Rows.Top + y) / 2 * (frame.Width / 2)) + ((_zone.Left + x) / 2);
            frame.U[chroma] = Mix(frame.U[chroma], color.U, cover);
            frame.V[chroma] = Mix(frame.V[chroma], color.V, cover);
        }
    }

    /// <summary>Half the thickness along the column: a steep line is cut at a slant.</summary>
    private double Reach(int x, double thickness)
    {
        var slope = _line[x + 1] - _line[x];
        return (thickness / 2 * Math.Sqrt(1 + (slope * slope))) + 0.5;
    }

    private static byte Mix(byte under, byte color, int strength) => (byte)(under + (((color - under) * strength) >> 8));
}
