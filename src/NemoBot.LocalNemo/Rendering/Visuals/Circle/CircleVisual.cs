using NemoBot.LocalNemo.Rendering.Layouts;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Sound;
using NemoBot.LocalNemo.Rendering.Visuals.Drawing;

namespace NemoBot.LocalNemo.Rendering.Visuals.Circle;

/// <summary>Rays around the picture in the middle, the same on the left and on the right, low ones at the bottom.</summary>
internal sealed class CircleVisual : ISoundVisual
{
    private const int Rays = 48;
    private readonly BandMeter _meter;
    private readonly YuvColor[] _colors;
    private readonly (double X, double Y)[] _directions;
    private readonly double _centerX;
    private readonly double _centerY;
    private readonly double _inner;
    private readonly double _outer;
    private readonly bool _glow;

    public CircleVisual(VisualSpec spec)
    {
        var zone = spec.Zone;
        _meter = new BandMeter(Rays, spec);
        _colors = spec.Ink.Spread(Rays);
        _directions = [.. Enumerable.Range(0, Rays).Select(i => Math.PI * (i + 0.5) / Rays).Select(a => (Math.Sin(a), Math.Cos(a)))];
        (_centerX, _centerY) = (zone.Left + (zone.Width / 2.0), zone.Rows.Top + (zone.Rows.Height / 2.0));
        _outer = (Math.Min(zone.Width, zone.Rows.Height) / 2.0) - 2;
        _inner = _outer * (VisualZone.InnerRing + 0.05);
        _glow = spec.Glow;
        Rows = zone.Rows;
    }

    public Rows Rows { get; }

    public int Ahead => BandMeter.Ahead;

    public void Draw(Frame frame, SampleWindow heard, long sample)
    {
        _meter.Move(heard, sample);
        var radius = Math.Max(1, _inner * Math.PI / Rays * 0.3);
        for (var i = 0; i < Rays; i++)
        {
            var end = _inner + radius + (_meter.Levels[i] * (_outer - _inner - (2 * radius)));
            foreach (var side in (ReadOnlySpan<int>)[-1, 1])
            {
                var (x, y) = (side * _directions[i].X, _directions[i].Y);
                var (x1, y1, x2, y2) = (_centerX + (x * _inner), _centerY + (y * _inner), _centerX + (x * end), _centerY + (y * end));
                if (_glow)
                {
                    DotPainter.Stroke(frame, Rows, x1, y1, x2, y2, radius, _colors[i], 70, 4 * radius);
                }

                DotPainter.Stroke(frame, Rows, x1, y1, x2, y2, radius, _colors[i]);
            }
        }
    }
}
