using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Sound;
using NemoBot.LocalNemo.Rendering.Visuals.Drawing;

namespace NemoBot.LocalNemo.Rendering.Visuals.Blocks;

/// <summary>Stacks of blocks by frequency, each with a block on top that falls slowly.</summary>
internal sealed class BlocksVisual : ISoundVisual
{
    private const int Wanted = 28;
    private readonly int _left;
    private readonly int _pitch;
    private readonly int _width;
    private readonly int _height;
    private readonly int _gap;
    private readonly int _stack;
    private readonly double _fall;
    private readonly BandMeter _meter;
    private readonly YuvColor[] _colors;
    private readonly double[] _peaks;
    private readonly bool _glow;

    public BlocksVisual(VisualSpec spec)
    {
        var zone = spec.Zone;
        _pitch = Math.Max(6, (int)(zone.Width / Wanted * spec.BarWidth) & ~1);
        _gap = Math.Max(2, _pitch / 5 & ~1);
        _width = _pitch - _gap;
        _height = Math.Max(2, _width / 2 & ~1);
        var count = Math.Max(3, (zone.Width + _gap) / _pitch);
        _left = (zone.Left + ((zone.Width - (count * _pitch) + _gap) / 2)) & ~1;
        _stack = Math.Max(3, zone.Rows.Height / (_height + _gap));
        _meter = new BandMeter(count, spec);
        _peaks = new double[count];
        _colors = spec.Ink.Spread(_stack);
        _fall = 0.5 / spec.FrameRate;
        _glow = spec.Glow;
        Rows = zone.Rows;
    }

    public Rows Rows { get; }

    public int Ahead => BandMeter.Ahead;

    public void Draw(Frame frame, SampleWindow heard, long sample)
    {
        _meter.Move(heard, sample);
        for (var i = 0; i < _peaks.Length; i++)
        {
            var level = _meter.Levels[i];
            _peaks[i] = Math.Max(level, _peaks[i] - _fall);
            var full = Math.Max(1, (int)Math.Round(level * _stack));
            for (var block = 0; block < full; block++)
            {
                Fill(frame, i, block, 256);
            }

            var peak = (int)Math.Round(_peaks[i] * _stack);
            if (peak > full)
            {
                Fill(frame, i, peak - 1, 150);
            }
        }
    }

    private void Fill(Frame frame, int column, int block, int strength)
    {
        var left = _left + (column * _pitch);
        var top = Rows.Bottom - ((block + 1) * (_height + _gap));
        if (top < Rows.Top)
        {
            return;
        }

        if (_glow)
        {
            BoxPainter.Fill(frame, left - _gap, Math.Max(Rows.Top, top - _gap), _width + (2 * _gap), _height + (2 * _gap), _colors[block], strength / 5);
        }

        BoxPainter.Fill(frame, left, top, _width, _height, _colors[block], strength);
    }
}
