using NemoBot.LocalNemo.Rendering.Sound;

namespace NemoBot.LocalNemo.Rendering.Visuals.Drawing;

/// <summary>Measures loudness against the loudest of the last while, so that quiet recordings move too and silence stays flat.</summary>
internal sealed class Loudness(double stepsPerSecond)
{
    /// <summary>About -34 dB: what is always quieter is taken as silence and noise.</summary>
    private const double Quietest = 0.02;
    private readonly double _forget = Math.Pow(0.5, 1 / (12 * stepsPerSecond));
    private double _loudest = 0.12;

    /// <summary>How much of full height an amplitude is worth now.</summary>
    public double Gain => 1 / _loudest;

    /// <summary>Takes in the next amplitude and gives it as a part of the loudest, 0 to 1.</summary>
    public double Take(double amplitude)
    {
        _loudest = Math.Max(Math.Max(Quietest, _loudest * _forget), amplitude);
        return amplitude < 0.002 ? 0 : amplitude / _loudest;
    }

    public static double Measure(SampleWindow heard, long from, int count)
    {
        double sum = 0;
        for (var i = 0; i < count; i++)
        {
            double sample = heard[from + i];
            sum += sample * sample;
        }

        return Math.Sqrt(sum / count) * 1.41;
    }
}
