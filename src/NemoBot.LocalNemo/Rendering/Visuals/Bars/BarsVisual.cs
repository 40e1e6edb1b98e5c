using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Sound;
using NemoBot.LocalNemo.Rendering.Visuals.Drawing;
using NemoBot.LocalNemo.Sound;

namespace NemoBot.LocalNemo.Rendering.Visuals.Bars;

/// <summary>
/// The middle bar shows the loudness of this moment, and it runs outwards within a quarter of a second.
/// </summary>
internal sealed class BarsVisual : ISoundVisual
{
    private const int StepsPerFrame = 4;
    /// <summary>Part of every bar that shows this moment, so that the whole never lags behind.</summary>
    private const double Now = 0.55;
    private readonly double _rise;
    private readonly double _fall;
    private readonly BarLayout _layout;
    private readonly YuvColor[] _colors;
    private readonly bool _glow;
    private readonly int _step;
    private readonly Loudness _loudness;
    private readonly double[] _past;
    private readonly double[] _heights;
    private readonly double[] _shares;
    private long _steps;

    public BarsVisual(VisualSpec spec)
    {
        var (zone, frameRate) = (spec.Zone, spec.FrameRate);
        _layout = BarLayout.Find(zone, odd: true, spec.BarWidth);
        _colors = spec.Ink.Spread(_layout.Count);
        _glow = spec.Glow;
        (_rise, _fall) = (spec.Ease(0.8), spec.Ease(0.4));
        _step = (int)(SoundFormat.Rate / frameRate / StepsPerFrame);
        _loudness = new Loudness(frameRate * StepsPerFrame);
        _heights = new double[(_layout.Count / 2) + 1];
        _past = new double[(int)(0.25 * frameRate * StepsPerFrame) + 2];
        _shares = [.. Enumerable.Range(0, _heights.Length).Select(Share)];
        Rows = zone.Rows;
    }

    public Rows Rows { get; }

    public int Ahead => _step * StepsPerFrame;

    public void Draw(Frame frame, SampleWindow heard, long sample)
    {
        for (var i = 0; i < StepsPerFrame; i++)
        {
            var from = sample + ((i - (StepsPerFrame / 2)) * _step);
            _past[_steps++ % _past.Length] = Math.Pow(_loudness.Take(Loudness.Measure(heard, from, _step)), 0.8);
        }

        var middle = Rows.Top + (Rows.Height / 2.0);
        for (var i = 0; i < _heights.Length; i++)
        {
            var wanted = ((Now * Past(0)) + ((1 - Now) * Past((double)i / _heights.Length * (_past.Length - 2)))) * _shares[i];
            _heights[i] += (wanted - _heights[i]) * (wanted > _heights[i] ? _rise : _fall);
            var half = Math.Max(_layout.Bar, _heights[i] * Rows.Height) / 2;
            for (var side = i == 0 ? 1 : -1; side <= 1; side += 2)
            {
                var bar = (_layout.Count / 2) + (side * i);
                Bar.Draw(frame, Rows, _layout.LeftOf(bar), _layout.Bar, middle - half, middle + half, _colors[bar], _glow);
            }
        }
    }

    /// <summary>Lower towards the edges, and never two neighbours alike.</summary>
    private double Share(int i)
    {
        var far = (double)i / _heights.Length;
        var texture = 0.8 + (0.2 * Math.Cos(i * 2.3) * Math.Cos(i * 0.7));
        return (1 - (0.78 * Math.Pow(far, 1.5))) * (i == 0 ? 1 : texture);
    }

    private double Past(double ago)
    {
        var (whole, part) = ((long)ago, ago - Math.Floor(ago));
        return (At(_steps - 1 - whole) * (1 - part)) + (At(_steps - 2 - whole) * part);
    }

    private double At(long step) => step < 0 ? 0 : _past[step % _past.Length];
}
