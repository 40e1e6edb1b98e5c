namespace NemoBot.LocalNemo.Sound.Mixing;

/// <summary>How loud a sound is over time, finely enough to find out whether a file holds it at the right place.</summary>
internal sealed class LevelTrace
{
    /// <summary>Values a second.</summary>
    public const int Rate = 50;

    /// <summary>Level of silence, in dB of full scale.</summary>
    public const float Silence = -90;

    private const int Step = SoundFormat.Rate / Rate;
    private readonly List<float> _levels = [];
    private double _energy;
    private int _count;

    /// <summary>How many values there are.</summary>
    public int Count => _levels.Count;

    /// <summary>A value in dB of full scale; silence before the start and after the end.</summary>
    public float this[int index] => index >= 0 && index < _levels.Count ? _levels[index] : Silence;

    /// <summary>Takes samples: left and right in turn.</summary>
    public void Add(ReadOnlySpan<float> samples)
    {
        for (var i = 0; i + 1 < samples.Length; i += 2)
        {
            _energy += (samples[i] * samples[i]) + (samples[i + 1] * samples[i + 1]);
            if (++_count == Step)
            {
                _levels.Add((float)Math.Max(Silence, 10 * Math.Log10((_energy / (2 * Step)) + 1e-12)));
                (_energy, _count) = (0, 0);
            }
        }
    }
}
