namespace NemoBot.LocalNemo.Sound.Measuring;

/// <summary>Measures stereo sound at 48 kHz by BS.1770-4 while it streams by.</summary>
internal sealed class LoudnessMeter
{
    private const int Step = SoundFormat.Rate / 10;
    private readonly KWeighting _left = new();
    private readonly KWeighting _right = new();
    private readonly TruePeak _leftPeak = new();
    private readonly TruePeak _rightPeak = new();
    private readonly double[] _steps = new double[30];
    private readonly LoudnessHistogram _momentary = new();
    private readonly LoudnessHistogram _shortTerm = new();
    private double _energy;
    private int _count;
    private long _stepsDone;
    private double _total;

    /// <summary>Loudness of the whole in LUFS. Sound shorter than one block is measured without gates.</summary>
    public double Integrated => _stepsDone >= 4
        ? _momentary.Mean(10)
        : LoudnessHistogram.ToLufs((_total + _energy) / Math.Max(1, (_stepsDone * Step) + _count));

    /// <summary>Highest peak in dBTP.</summary>
    public double TruePeakDb => Decibels.Of(Math.Max(_leftPeak.Peak, _rightPeak.Peak));

    /// <summary>Loudness range in LU.</summary>
    public double Range => _shortTerm.Range(20);

    /// <summary>Takes samples: left and right in turn.</summary>
    public void Add(ReadOnlySpan<float> samples)
    {
        for (var i = 0; i + 1 < samples.Length; i += 2)
        {
            _leftPeak.Add(samples[i]);
            _rightPeak.Add(samples[i + 1]);
            var (left, right) = (_left.Filter(samples[i]), _right.Filter(samples[i + 1]));
            _energy += (left * left) + (right * right);
            if (++_count == Step)
            {
                EndStep();
            }
        }
    }

    /// <summary>Blocks of 400 ms and of 3 s, a new one every 100 ms.</summary>
    private void EndStep()
    {
        _total += _energy;
        _steps[_stepsDone++ % _steps.Length] = _energy / Step;
        (_energy, _count) = (0, 0);
        if (_stepsDone >= 4)
        {
            _momentary.Add(Enumerable.Range(1, 4).Average(i => _steps[(_stepsDone - i) % _steps.Length]));
        }

        if (_stepsDone >= _steps.Length)
        {
            _shortTerm.Add(_steps.Average());
        }
    }
}
