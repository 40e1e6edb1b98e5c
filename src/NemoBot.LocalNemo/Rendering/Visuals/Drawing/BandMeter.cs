using NemoBot.LocalNemo.Rendering.Sound;
using NemoBot.LocalNemo.Sound;
using NemoBot.LocalNemo.Sound.Recognition;

namespace NemoBot.LocalNemo.Rendering.Visuals.Drawing;

/// <summary>Measures how strong each frequency band is around a moment, 0 to 1, low bands first.</summary>
internal sealed class BandMeter(int count, VisualSpec spec)
{
    private const int Size = 2048;
    private const double Lowest = 50;
    private const double Highest = 11_000;

    /// <summary>Decibels from an empty band to a full one.</summary>
    private const double Range = 42;
    private static readonly float[] Shape = [.. Enumerable.Range(0, Size).Select(i => (float)(0.5 - (0.5 * Math.Cos(2 * Math.PI * i / Size))))];
    private readonly Fourier _fourier = new(Size);
    private readonly float[] _samples = new float[Size];
    private readonly float[] _amplitudes = new float[Size / 2];
    private readonly double[] _raw = new double[count];
    private readonly double[] _levels = new double[count];
    private readonly Loudness _loudness = new(spec.FrameRate);
    private readonly double _rise = spec.Ease(0.75);
    private readonly double _fall = spec.Ease(0.25);

    /// <summary>Samples after the moment that are looked at.</summary>
    public static int Ahead => Size / 2;

    public IReadOnlyList<double> Levels => _levels;

    public void Move(SampleWindow heard, long sample)
    {
        for (var i = 0; i < Size; i++)
        {
            _samples[i] = heard[sample - (Size / 2) + i] * Shape[i];
        }

        _fourier.Measure(_samples, _amplitudes);
        Weigh();
        var gain = _loudness.Gain;
        for (var i = 0; i < count; i++)
        {
            var around = (_raw[Math.Max(0, i - 1)] + _raw[Math.Min(count - 1, i + 1)]) / 2;
            var relative = ((0.7 * _raw[i]) + (0.3 * around)) * gain;
            var wanted = relative <= 0 ? 0 : Math.Clamp(1 + (20 * Math.Log10(relative) / Range), 0, 1);
            wanted *= wanted * (3 - (2 * wanted));
            _levels[i] += (wanted - _levels[i]) * (wanted > _levels[i] ? _rise : _fall);
        }
    }

    private static double FrequencyOf(double index, int bands) => Lowest * Math.Pow(Highest / Lowest, index / bands);

    /// <summary>The strongest part of each band, with high ones raised: they carry less in all music and speech.</summary>
    private void Weigh()
    {
        for (var band = 0; band < count; band++)
        {
            var from = (int)Math.Round(FrequencyOf(band, count) * Size / SoundFormat.Rate);
            var to = Math.Max(from + 1, (int)Math.Round(FrequencyOf(band + 1, count) * Size / SoundFormat.Rate));
            double strongest = 0;
            for (var i = from; i < to; i++)
            {
                strongest = Math.Max(strongest, _amplitudes[i]);
            }

            _raw[band] = strongest * (1 + (4.0 * band / count));
        }

        _loudness.Take(_raw.Max());
    }
}
