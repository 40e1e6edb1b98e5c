namespace NemoBot.LocalNemo.Sound.Decoding;

/// <summary>Reads samples that were decoded before.</summary>
/// <param name="samples">Of the whole asset.</param>
/// <param name="start">Where to begin, in samples of one channel.</param>
internal sealed class KeptDecoder(float[] samples, long start) : IDecoder
{
    private int _at = (int)Math.Min(start * SoundFormat.Channels, samples.Length);

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(Memory<float> buffer)
    {
        var count = Math.Min(buffer.Length / SoundFormat.Channels * SoundFormat.Channels, samples.Length - _at);
        samples.AsSpan(_at, count).CopyTo(buffer.Span);
        _at += count;
        return ValueTask.FromResult(count);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
