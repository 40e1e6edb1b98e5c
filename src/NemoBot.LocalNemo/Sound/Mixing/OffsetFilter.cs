namespace NemoBot.LocalNemo.Sound.Mixing;

/// <summary>Brings samples back to swing around zero: a high-pass filter far below what is heard.</summary>
internal sealed class OffsetFilter
{
    /// <summary>4 Hz at 48 kHz.</summary>
    private const double Pole = 0.9995;

    private readonly double[] _inputs = new double[SoundFormat.Channels];
    private readonly double[] _outputs = new double[SoundFormat.Channels];
    private bool _hasBegun;

    /// <summary>Changes the samples in place; blocks continue each other.</summary>
    public void Apply(Span<float> samples)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            var channel = i % SoundFormat.Channels;

            // The first sample is taken for the offset, or the filter would begin with a click.
            var last = _hasBegun ? _inputs[channel] : samples[i];
            _outputs[channel] = samples[i] - last + Pole * _outputs[channel];
            _inputs[channel] = samples[i];
            samples[i] = (float)_outputs[channel];
            _hasBegun |= channel == SoundFormat.Channels - 1;
        }
    }
}
