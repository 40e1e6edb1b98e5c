using NemoBot.Media.Probing;

namespace NemoBot.LocalNemo.Sound.Measuring;

/// <summary>The level of a recording, the louder channel of each 10 ms, and what its samples say about faults.</summary>
/// <param name="isMono">FFmpeg spreads one channel over two at 3 dB less.</param>
internal sealed class LevelCurve(bool isMono = false)
{
    /// <summary>Values per second.</summary>
    public const int Rate = 100;
    private const int Step = SoundFormat.Rate / Rate;

    /// <summary>Converters stop a little below full scale; lossy codecs blur flat peaks.</summary>
    private readonly float _fullScale = isMono ? 0.985f * 0.7071f : 0.985f;
    private const double DigitalSilence = -85;

    /// <summary>The mean of a whole recording is zero; cheap converters miss it by more than this.</summary>
    private const double MostOffset = 0.01;
    private readonly List<float> _levels = [];
    private readonly double[] _energies = new double[2];
    private readonly double[] _sums = new double[2];
    private double _left;
    private double _right;
    private double _product;
    private float _peak;
    private long _flat;
    private int _run;
    private int _count;

    /// <summary>Levels in dB of full scale, root mean square.</summary>
    public IReadOnlyList<float> Levels => _levels;

    /// <summary>Level of the quietest twentieth that is not digital silence, in dB of full scale.</summary>
    public double FindNoiseFloor()
    {
        var heard = _levels.Where(l => l > DigitalSilence).Order().ToArray();
        return heard.Length == 0 ? DigitalSilence : heard[heard.Length / 20];
    }

    /// <summary>Takes samples: left and right in turn.</summary>
    public void Add(ReadOnlySpan<float> samples)
    {
        for (var i = 0; i + 1 < samples.Length; i += 2)
        {
            var (left, right) = (samples[i], samples[i + 1]);
            _sums[0] += left;
            _sums[1] += right;
            _energies[0] += left * left;
            _energies[1] += right * right;
            _product += left * right;
            var peak = Math.Max(Math.Abs(left), Math.Abs(right));
            _peak = Math.Max(_peak, peak);
            _run = peak >= _fullScale ? _run + 1 : 0;
            _flat += _run >= 3 ? 1 : 0;
            if (++_count == Step)
            {
                EndStep();
            }
        }
    }

    /// <summary>Ends the curve and names what is wrong.</summary>
    public SoundProblems Finish(double integrated)
    {
        if (_count > 0)
        {
            EndStep();
        }

        if (_levels.Count == 0 || _levels.Max() < -60 || integrated < -65)
        {
            return SoundProblems.Silent;
        }

        var total = _levels.Count;
        var quietStart = _levels.FindIndex(l => l > DigitalSilence);
        var quietEnd = total - 1 - _levels.FindLastIndex(l => l > DigitalSilence);

        // Floats go far above full scale without being cut.
        var isCut = _peak < 1.1f * _fullScale && _flat * 20_000 > (long)total * Step;
        return (isCut ? SoundProblems.Clipped : 0)
            | (Math.Min(_left, _right) < 1e-5 * Math.Max(_left, _right) ? SoundProblems.OneChannel : 0)
            | (PhaseCheck.IsOpposite(_left, _right, _product) ? SoundProblems.OppositePhase : 0)
            | (total >= Rate / 2 && Math.Max(Math.Abs(_sums[0]), Math.Abs(_sums[1])) > MostOffset * total * Step ? SoundProblems.Offset : 0)
            | (quietStart >= 0.4 * total ? SoundProblems.StartMissing : 0)
            | (quietEnd >= 0.4 * total ? SoundProblems.EndMissing : 0);
    }

    private void EndStep()
    {
        var loudest = Math.Max(_energies[0], _energies[1]) / _count;
        _levels.Add((float)Math.Max(-120, 10 * Math.Log10(loudest + 1e-12)));
        _left += _energies[0];
        _right += _energies[1];
        (_energies[0], _energies[1], _count) = (0, 0, 0);
    }
}
