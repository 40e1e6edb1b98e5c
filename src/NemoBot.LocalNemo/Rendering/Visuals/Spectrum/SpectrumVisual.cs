using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Sound;
using NemoBot.LocalNemo.Rendering.Visuals.Drawing;

namespace NemoBot.LocalNemo.Rendering.Visuals.Spectrum;

/// <summary>Bars by frequency, low ones on the left, on a line with a faint reflection below it.</summary>
internal sealed class SpectrumVisual : ISoundVisual
{
    private const double Foot = 0.74;
    private readonly BarLayout _layout;
    private readonly BandMeter _meter;
    private readonly YuvColor[] _colors;
    private readonly bool _glow;

    public SpectrumVisual(VisualSpec spec)
    {
        _layout = BarLayout.Find(spec.Zone, odd: false, spec.BarWidth);
        _meter = new BandMeter(_layout.Count, spec);
        _colors = spec.Ink.Spread(_layout.Count);
        _glow = spec.Glow;
        Rows = spec.Zone.Rows;
    }

    public Rows Rows { get; }

    public int Ahead => BandMeter.Ahead;

    public void Draw(Frame frame, SampleWindow heard, long sample)
    {
        _meter.Move(heard, sample);
        var most = Rows.Height * Foot;
        var foot = Rows.Top + most;
        for (var i = 0; i < _layout.Count; i++)
        {
            var height = Math.Max(_layout.Bar, _meter.Levels[i] * most);
            Bar.Draw(frame, Rows, _layout.LeftOf(i), _layout.Bar, foot - height, foot, _colors[i], _glow);
            var mirrored = Math.Min(height * 0.33, Rows.Bottom - foot - _layout.Bar);
            CapsulePainter.Draw(frame, _layout.LeftOf(i), _layout.Bar, foot + (_layout.Bar * 0.6), foot + (_layout.Bar * 0.6) + mirrored, _colors[i], 64);
        }
    }
}
