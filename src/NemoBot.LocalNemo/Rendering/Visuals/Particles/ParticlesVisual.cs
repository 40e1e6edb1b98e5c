using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Sound;
using NemoBot.LocalNemo.Rendering.Visuals.Drawing;

namespace NemoBot.LocalNemo.Rendering.Visuals.Particles;

/// <summary>A row of dots that the bands lift and swell, with sparks thrown off by what gets louder.</summary>
internal sealed class ParticlesVisual : ISoundVisual
{
    private const int Bands = 36;
    private const int Most = 160;
    private readonly BandMeter _meter;
    private readonly YuvColor[] _colors;
    private readonly Spark[] _sparks = new Spark[Most];
    private readonly double[] _before = new double[Bands];
    private readonly double _left;
    private readonly double _width;
    private readonly double _rate;
    private readonly double _unit;
    private readonly bool _glow;
    private uint _seed = 2463534242;
    private int _next;

    public ParticlesVisual(VisualSpec spec)
    {
        _meter = new BandMeter(Bands, spec);
        _colors = spec.Ink.Spread(Bands);
        (_left, _width, _rate, _glow) = (spec.Zone.Left, spec.Zone.Width, spec.FrameRate, spec.Glow);
        Rows = spec.Zone.Rows;
        _unit = Math.Min(_width / Bands * 0.5, Rows.Height * 0.06);
    }

    public Rows Rows { get; }

    public int Ahead => BandMeter.Ahead;

    public void Draw(Frame frame, SampleWindow heard, long sample)
    {
        _meter.Move(heard, sample);
        Throw();
        foreach (ref var spark in _sparks.AsSpan())
        {
            spark.Move(1 / _rate);
            if (spark.Life > 0)
            {
                DotPainter.Dot(frame, Rows, spark.X, spark.Y, _unit * 0.35, _colors[spark.Band], (int)(220 * Math.Min(1, spark.Life)), softness: 1.5);
            }
        }

        for (var i = 0; i < Bands; i++)
        {
            var (x, y) = PlaceOf(i);
            var radius = _unit * (0.22 + (0.78 * _meter.Levels[i]));
            if (_glow)
            {
                DotPainter.Dot(frame, Rows, x, y, radius, _colors[i], 80, softness: 3 * radius);
            }

            DotPainter.Dot(frame, Rows, x, y, radius, _colors[i]);
        }
    }

    private (double X, double Y) PlaceOf(int band) =>
        (_left + ((band + 0.5) * _width / Bands), Rows.Bottom - (2 * _unit) - (_meter.Levels[band] * (Rows.Height - (4 * _unit))));

    private void Throw()
    {
        for (var i = 0; i < Bands; i++)
        {
            var level = _meter.Levels[i];
            if (level - _before[i] > 0.12 && Random() < level)
            {
                var (x, y) = PlaceOf(i);
                _sparks[_next++ % Most] = new Spark(i, x, y, (Random() - 0.5) * _width * 0.12, -Rows.Height * (0.3 + (0.7 * Random())), 0.7 + (0.5 * Random()), Rows.Height * 1.6);
            }

            _before[i] = level;
        }
    }

    private double Random()
    {
        // Xorshift: the same sound always gives the same picture.
        _seed ^= _seed << 13;
        _seed ^= _seed >> 17;
        _seed ^= _seed << 5;
        return _seed / (double)uint.MaxValue;
    }
}
