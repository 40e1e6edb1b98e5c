namespace NemoBot.LocalNemo.Sound.Measuring;

/// <summary>The highest value between the samples of one channel, by fourfold interpolation.</summary>
internal sealed class TruePeak
{
    /// <summary>Samples that an interpolated value depends on.</summary>
    public const int Taps = 24;
    private const int Phases = 4;
    private static readonly float[][] Filters = [.. Enumerable.Range(1, Phases - 1).Select(Design)];
    private readonly float[] _history = new float[2 * Taps];
    private int _at;

    /// <summary>The highest value so far.</summary>
    public float Peak { get; private set; }

    /// <summary>Takes the next sample.</summary>
    public void Add(float sample)
    {
        _history[_at] = _history[_at + Taps] = sample;
        _at = (_at + 1) % Taps;
        Peak = Math.Max(Peak, Math.Abs(sample));

        // The value between two samples cannot be far above both: most of them need no interpolation.
        var window = _history.AsSpan(_at, Taps);
        if (Math.Max(Math.Abs(window[(Taps / 2) - 1]), Math.Abs(window[Taps / 2])) > 0.5f * Peak)
        {
            Peak = Math.Max(Peak, Between(window));
        }
    }

    /// <summary>The highest of the interpolated values between the two middle samples of a window of <see cref="Taps"/>.</summary>
    public static float Between(ReadOnlySpan<float> window)
    {
        float highest = 0;
        foreach (var filter in Filters)
        {
            float sum = 0;
            for (var i = 0; i < Taps; i++)
            {
                sum += filter[i] * window[i];
            }

            highest = Math.Max(highest, Math.Abs(sum));
        }

        return highest;
    }

    /// <summary>A sinc, delayed by a part of a sample, under a Hann window.</summary>
    private static float[] Design(int phase)
    {
        var taps = new double[Taps];
        for (var i = 0; i < Taps; i++)
        {
            var distance = i - ((Taps / 2) - 1) - ((double)phase / Phases);
            taps[i] = Math.Sin(Math.PI * distance) / (Math.PI * distance) * Math.Pow(Math.Cos(Math.PI * distance / (Taps + 1)), 2);
        }

        var sum = taps.Sum();
        return [.. taps.Select(t => (float)(t / sum))];
    }
}
