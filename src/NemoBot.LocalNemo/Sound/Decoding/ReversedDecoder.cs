using System.Runtime.InteropServices;

namespace NemoBot.LocalNemo.Sound.Decoding;

/// <summary>Reads decoded sound from its end to its start.</summary>
/// <param name="file">Raw samples; owned.</param>
/// <param name="missing">Floats of silence that belong before the file's end, because the asset is shorter than the clip.</param>
internal sealed class ReversedDecoder(FileStream file, long missing) : IDecoder
{
    private const int FrameBytes = SoundFormat.Channels * sizeof(float);
    private long _end = file.Length / FrameBytes * FrameBytes;
    private long _missing = missing;

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(Memory<float> buffer)
    {
        if (_missing > 0)
        {
            var silent = (int)Math.Min(buffer.Length, _missing);
            _missing -= silent;
            buffer.Span[..silent].Clear();
            return ValueTask.FromResult(silent);
        }

        var count = (int)Math.Min(buffer.Length / SoundFormat.Channels, _end / FrameBytes);
        if (count == 0)
        {
            return ValueTask.FromResult(0);
        }

        _end -= (long)count * FrameBytes;
        file.Position = _end;
        var frames = MemoryMarshal.Cast<float, long>(buffer.Span[..(count * SoundFormat.Channels)]);
        file.ReadExactly(MemoryMarshal.AsBytes(frames));
        frames.Reverse();
        return ValueTask.FromResult(count * SoundFormat.Channels);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => file.DisposeAsync();
}
