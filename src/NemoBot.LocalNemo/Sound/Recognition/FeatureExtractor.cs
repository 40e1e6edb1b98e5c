namespace NemoBot.LocalNemo.Sound.Recognition;

/// <summary>Turns sound that streams by into <see cref="SoundFeatures"/>: mono at half the rate, a spectrum every 10 ms.</summary>
internal sealed class FeatureExtractor
{
    private const int Size = 1024;
    private const int Hop = SoundFormat.Rate / 2 / SoundFeatures.Rate;
    private readonly Spectrum _spectrum = new(Size);
    private readonly BandLayout _bands = new(Size, SoundFormat.Rate / 2);
    private readonly float[] _frame = new float[Size];
    private readonly float[] _amplitudes = new float[Size / 2];
    private readonly float[][] _history;
    private readonly SoundFeatures _features = new();
    private readonly float[] _texture = new float[SoundFeatures.TextureSize];
    private readonly float[] _bass = new float[3];
    private int _filled = Size / 2;
    private int _frames;
    private float _sign = 1;

    public FeatureExtractor() => _history = [.. Enumerable.Range(0, 3).Select(_ => new float[_bands.Count])];

    /// <summary>Takes samples: left and right in turn.</summary>
    public void Add(ReadOnlySpan<float> samples)
    {
        ChooseSign(samples);
        for (var i = 0; i + 3 < samples.Length; i += 4)
        {
            _frame[_filled++] = 0.25f * (samples[i] + samples[i + 2] + (_sign * (samples[i + 1] + samples[i + 3])));
            if (_filled == Size)
            {
                EndFrame();
            }
        }
    }

    /// <summary>Ends the recording: the last frames are completed with silence.</summary>
    public SoundFeatures Finish()
    {
        for (var i = 0; i < Size / 2; i += Hop)
        {
            Array.Clear(_frame, _filled, Size - _filled);
            EndFrame();
        }

        return _features;
    }

    /// <summary>Channels that are inverted against each other must not cancel out.</summary>
    private void ChooseSign(ReadOnlySpan<float> samples)
    {
        double product = 0, energy = 0;
        for (var i = 0; i + 1 < samples.Length; i += 2)
        {
            product += samples[i] * samples[i + 1];
            energy += (samples[i] * samples[i]) + (samples[i + 1] * samples[i + 1]);
        }

        _sign = product < -0.4 * energy ? -1 : 1;
    }

    private void EndFrame()
    {
        _spectrum.Measure(_frame, _amplitudes);
        var now = _history[_frames % 3];
        _bands.Compress(_amplitudes, now);
        var before = _history[(_frames + 1) % 3];
        var (low, mid, high) = (Rise(now, before, 0, _bands.LowEnd), Rise(now, before, _bands.LowEnd, _bands.MidEnd), Rise(now, before, _bands.MidEnd, _bands.Count));
        _features.AddOnsets(low, mid, high, RiseOfBass());
        _bands.AddTexture(_amplitudes, _texture);
        if (++_frames % SoundFeatures.FramesPerTexture == 0)
        {
            _features.AddTexture(_texture);
            Array.Clear(_texture);
        }

        _frame.AsSpan(Hop).CopyTo(_frame);
        _filled = Size - Hop;
    }

    /// <summary>On a linear scale, where a drum tuned low stands out from the bass of other hits.</summary>
    private float RiseOfBass()
    {
        _bass[_frames % 3] = _bands.BassOf(_amplitudes);
        return Math.Max(0, _bass[_frames % 3] - _bass[(_frames + 1) % 3]);
    }

    private static float Rise(float[] now, float[] before, int from, int to)
    {
        float sum = 0;
        for (var i = from; i < to; i++)
        {
            sum += Math.Max(0, now[i] - before[i]);
        }

        return sum;
    }
}
