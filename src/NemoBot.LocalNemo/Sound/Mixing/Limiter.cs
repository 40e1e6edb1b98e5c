using NemoBot.LocalNemo.Sound.Measuring;

namespace NemoBot.LocalNemo.Sound.Mixing;

/// <summary>
/// Holds true peaks below a ceiling. It looks ahead: the gain is down before the peak comes and returns slowly, so that nothing is
/// distorted and nothing pumps. The output is late by <see cref="Delay"/> samples.
/// </summary>
internal sealed class Limiter(double ceiling)
{
    /// <summary>Samples of a channel by which the output is late: 5 ms and the reach of the interpolation.</summary>
    public const int Delay = Window + TruePeak.Taps;
    private const int Window = 240;
    private const int Ring = 1024;
    private static readonly float Release = (float)Math.Exp(-1 / (0.12 * SoundFormat.Rate));
    private readonly float _ceiling = (float)ceiling;
    private readonly float[] _left = new float[Ring];
    private readonly float[] _right = new float[Ring];
    private readonly float[] _needed = new float[Ring];
    private readonly float[] _held = new float[Ring];
    private readonly float[] _frame = new float[TruePeak.Taps];
    private long _at;
    private long _lastLimited = long.MinValue / 2;
    private float _release = 1;
    private double _sum = Window;

    /// <summary>The deepest reduction so far, as a factor.</summary>
    public float Deepest { get; private set; } = 1;

    /// <summary>Replaces each sample by the limited one of <see cref="Delay"/> samples before.</summary>
    public void Apply(Span<float> samples)
    {
        if (_at == 0)
        {
            _needed.AsSpan().Fill(1);
            _held.AsSpan().Fill(1);
        }

        for (var i = 0; i + 1 < samples.Length; i += 2, _at++)
        {
            var slot = (int)(_at % Ring);
            (_left[slot], _right[slot]) = (samples[i], samples[i + 1]);
            _needed[slot] = 1;
            Judge(_at - (TruePeak.Taps / 2));
            var gain = NextGain();
            var old = (int)((_at - Delay + Ring) % Ring);
            (samples[i], samples[i + 1]) = _at < Delay ? (0, 0) : (_left[old] * gain, _right[old] * gain);
        }
    }

    /// <summary>What a sample and the values up to the next one need to stay below the ceiling.</summary>
    private void Judge(long index)
    {
        if (index < 0)
        {
            return;
        }

        var slot = (int)(index % Ring);
        var peak = Math.Max(Math.Abs(_left[slot]), Math.Abs(_right[slot]));
        if (peak > 0.5f * _ceiling)
        {
            peak = Math.Max(peak, Math.Max(Between(_left, index), Between(_right, index)));
        }

        if (peak > _ceiling)
        {
            _needed[slot] = _ceiling / peak;
            _lastLimited = index;
        }
    }

    private float Between(float[] channel, long index)
    {
        for (var i = 0; i < TruePeak.Taps; i++)
        {
            _frame[i] = channel[(index - (TruePeak.Taps / 2) + 1 + i + Ring) % Ring];
        }

        return TruePeak.Between(_frame);
    }

    /// <summary>The lowest need of the window ahead, released slowly and averaged over the window: it falls in 5 ms without a step.</summary>
    private float NextGain()
    {
        var lowest = 1f;
        if (_at - _lastLimited <= Delay + 1)
        {
            for (var i = 0; i <= Delay; i++)
            {
                lowest = Math.Min(lowest, _needed[(_at - i + Ring) % Ring]);
            }
        }

        _release = Math.Min(lowest, 1 - ((1 - _release) * Release));
        var slot = (int)(_at % Ring);
        var leaving = (int)((_at - Window + Ring) % Ring);
        _sum += _release - _held[leaving];
        _held[slot] = _release;
        var gain = (float)Math.Min(1, _sum / Window);
        Deepest = Math.Min(Deepest, gain);
        return gain;
    }
}
