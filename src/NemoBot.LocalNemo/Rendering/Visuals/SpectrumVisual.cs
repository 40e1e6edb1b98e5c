using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering.Pictures;
using NemoBot.LocalNemo.Rendering.Sound;

namespace NemoBot.LocalNemo.Rendering.Visuals;

/// <summary>Bars by frequency, low ones on the left, standing on a line with a faint reflection below it.</summary>
internal sealed class SpectrumVisual : ISoundVisual
{
    private const int Size = 4096;
    private const double Lowest = 50;
    private const double Highest = 11_000;
    private const double Rise = 0.65;
    private const double Fall = 0.22;

    /// <summary>Decibels from a flat bar to a full one.</summary>
    private const double Range = 46;
    private const double Standing = 0.74;
    private readonly BarLayout _layout;
    private readonly YuvColor _color;
    private readonly Fourier _fourier = new(Size);
    private readonly float[] _shape = [.. Enumerable.Range(0, Size).Select(i => (float)(0.5 - (0.5 * Math.Cos(2 * Math.PI * i / Size))))];
    private readonly float[] _samples = new float[Size];
    private readonly float[] _amplitudes = new float[Size / 2];
    private readonly double[] _levels;
    private readonly double[] _heights;
    private readonly Loudness _loudness;

    public SpectrumVisual(VisualZone zone, Visual visual, double frameRate)
    {
        _layout = BarLayout.Find(zone, odd: false);
        _color = YuvColor.Parse(visual.Color);
        (_levels, _heights) = (new double[_layout.Count], new double[_layout.Count]);
        _loudness = new Loudness(frameRate);
        Rows = zone.Rows;
    }

    public Rows Rows { get; }

    public int Ahead => Size / 2;

    public void Draw(Frame frame, SampleWindow heard, long sample)
    {
        for (var i = 0; i < Size; i++)
        {
            _samples[i] = heard[sample - (Size / 2) + i] * _shape[i];
        }

        _fourier.Measure(_samples, _amplitudes);
        Weigh();
        var foot = Rows.Top + (Rows.Height * Standing);
        var most = Rows.Height * Standing;
        for (var i = 0; i < _heights.Length; i++)
        {
            var wanted = Level(i);
            _heights[i] += (wanted - _heights[i]) * (wanted > _heights[i] ? Rise : Fall);
            var height = Math.Max(_layout.Bar, _heights[i] * most);
            CapsulePainter.Draw(frame, _layout.LeftOf(i), _layout.Bar, foot - height, foot, _color);
            var mirrored = Math.Min(height * 0.33, Rows.Bottom - foot - _layout.Bar);
            CapsulePainter.Draw(frame, _layout.LeftOf(i), _layout.Bar, foot + (_layout.Bar * 0.6), foot + (_layout.Bar * 0.6) + mirrored, _color, 64);
        }
    }

    private static double FrequencyOf(double index, int count) => Lowest * Math.Pow(Highest / Lowest, index / count);

    /// <summary>The strongest part of each band, with high ones raised: they carry less in all music and speech.</summary>
    private void Weigh()
    {
        for (var band = 0; band < _levels.Length; band++)
        {
            var from = (int)Math.Round(FrequencyOf(band, _levels.Length) * Size / SoundCommand.Rate);
            var to = Math.Max(from + 1, (int)Math.Round(FrequencyOf(band + 1, _levels.Length) * Size / SoundCommand.Rate));
            double strongest = 0;
            for (var i = from; i < to; i++)
            {
                strongest = Math.Max(strongest, _amplitudes[i]);
            }

            _levels[band] = strongest * (1 + (4.0 * band / _levels.Length));
        }

        _loudness.Take(_levels.Max());
    }

    private double Level(int band)
    {
        var around = (_levels[Math.Max(0, band - 1)] + _levels[Math.Min(_levels.Length - 1, band + 1)]) / 2;
        var relative = ((0.7 * _levels[band]) + (0.3 * around)) * _loudness.Gain;
        return relative <= 0 ? 0 : Math.Clamp(1 + (20 * Math.Log10(relative) / Range), 0, 1);
    }
}
