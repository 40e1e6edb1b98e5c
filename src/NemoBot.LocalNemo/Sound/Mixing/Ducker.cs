namespace NemoBot.LocalNemo.Sound.Mixing;

/// <summary>Lowers music under speech. The release is delayed, so that the music does not pump in the pauses between sentences.</summary>
/// <param name="threshold">Amplitude of the main sound that counts as speaking.</param>
internal sealed class Ducker(double threshold)
{
    /// <summary>How far the music sinks, in dB.</summary>
    public const double Depth = 9;
    private const int Step = SoundFormat.Rate / 200;
    private const double FallTime = 0.12;
    private const double RiseTime = 1.2;
    private const int Hold = 200;
    private readonly double _low = Decibels.ToAmplitude(-Depth);
    private double _gain = 1;
    private double _energy;
    private int _count;
    private int _heldFor;

    /// <summary>Scales music by what the main sound does at the same time.</summary>
    public void Apply(ReadOnlySpan<float> main, Span<float> music)
    {
        for (var i = 0; i + 1 < main.Length; i += 2)
        {
            _energy += (main[i] * main[i]) + (main[i + 1] * main[i + 1]);
            if (++_count == Step)
            {
                EndStep();
            }

            music[i] *= (float)_gain;
            music[i + 1] *= (float)_gain;
        }
    }

    private void EndStep()
    {
        var level = Math.Sqrt(_energy / (2 * Step));
        (_energy, _count) = (0, 0);
        _heldFor = level > threshold ? Hold : _heldFor - 1;
        var goal = _heldFor > 0 ? _low : 1;
        _gain += (goal - _gain) * (1 - Math.Exp(-0.005 / (goal < _gain ? FallTime / 3 : RiseTime / 3)));
    }
}
