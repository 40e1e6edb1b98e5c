using System.Runtime.InteropServices;

namespace NemoBot.LocalNemo.Rendering.Sound;

/// <summary>
/// The samples around the present moment. They stream by: however long the sound is, only about two seconds are kept.
/// Before the start and after the end there is silence.
/// </summary>
internal sealed class SampleWindow(Stream stream)
{
    private const int Size = 1 << 17;
    private const int Chunk = 8192;
    private readonly short[] _ring = new short[Size];
    private readonly byte[] _buffer = new byte[Chunk * 2];
    private bool _ended;

    /// <summary>How many samples have come so far.</summary>
    public long Count { get; private set; }

    /// <summary>The sample at an absolute position.</summary>
    public float this[long index] => index >= 0 && index < Count && index >= Count - Size ? _ring[index & (Size - 1)] / 32768f : 0;

    /// <summary>Reads on until the samples before a position are there.</summary>
    public async Task ReachAsync(long position)
    {
        while (!_ended && Count < position)
        {
            var read = await stream.ReadAtLeastAsync(_buffer, _buffer.Length, throwOnEndOfStream: false, CancellationToken.None).ConfigureAwait(false);
            _ended = read < _buffer.Length;
            foreach (var sample in MemoryMarshal.Cast<byte, short>(_buffer.AsSpan(0, read & ~1)))
            {
                _ring[Count++ & (Size - 1)] = sample;
            }
        }
    }

    /// <summary>Reads what is left, so that the writer can end.</summary>
    public async Task DrainAsync()
    {
        while (!_ended)
        {
            _ended = await stream.ReadAsync(_buffer, CancellationToken.None).ConfigureAwait(false) == 0;
        }
    }
}
