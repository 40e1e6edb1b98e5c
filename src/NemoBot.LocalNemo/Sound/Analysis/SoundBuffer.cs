using System.Buffers;

namespace NemoBot.LocalNemo.Sound.Analysis;

/// <summary>Collects the samples of a sound while it is decoded, unless it turns out to be long.</summary>
internal sealed class SoundBuffer
{
    private ArrayBufferWriter<float>? _samples = new();

    /// <summary>Adds the next samples.</summary>
    public void Add(ReadOnlySpan<float> samples)
    {
        if (_samples?.WrittenCount + samples.Length > ShortSounds.Most)
        {
            _samples = null;
        }

        _samples?.Write(samples);
    }

    /// <summary>All of them; null if they are too many.</summary>
    public float[]? Finish() => _samples?.WrittenSpan.ToArray();
}
