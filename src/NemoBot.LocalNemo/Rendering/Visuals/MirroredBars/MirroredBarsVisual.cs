using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Sound;
using NemoBot.LocalNemo.Rendering.Visuals.Drawing;

namespace NemoBot.LocalNemo.Rendering.Visuals.MirroredBars;

/// <summary>Bars by frequency up and down from a middle line, and the same to both sides: low ones in the center.</summary>
internal sealed class MirroredBarsVisual : ISoundVisual
{
    private readonly BarLayout _layout;
    private readonly BandMeter _meter;
    private readonly YuvColor[] _colors;
    private readonly bool _glow;

    public MirroredBarsVisual(VisualSpec spec)
    {
        _layout = BarLayout.Find(spec.Zone, odd: true, spec.BarWidth);
        _meter = new BandMeter((_layout.Count / 2) + 1, spec);
        _colors = spec.Ink.Spread((_layout.Count / 2) + 1);
        _glow = spec.Glow;
        Rows = spec.Zone.Rows;
    }

    public Rows Rows { get; }

    public int Ahead => BandMeter.Ahead;

    public void Draw(Frame frame, SampleWindow heard, long sample)
    {
        _meter.Move(heard, sample);
        var middle = Rows.Top + (Rows.Height / 2.0);
        for (var i = 0; i < _layout.Count; i++)
        {
            var band = Math.Abs(i - (_layout.Count / 2));
            var half = Math.Max(_layout.Bar, _meter.Levels[band] * Rows.Height) / 2;
            Bar.Draw(frame, Rows, _layout.LeftOf(i), _layout.Bar, middle - half, middle + half, _colors[band], _glow);
        }
    }
}
