namespace NemoBot.Tests.Nemo;

/// <summary>A start, and then the same bytes without end.</summary>
public sealed class EndlessStream(byte[] start, byte[] again) : MemoryStream
{
    public long Given { get; private set; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var source = Given == 0 && start.Length > 0 ? start : again;
        var count = Math.Min(buffer.Length, source.Length);
        source.AsMemory(0, count).CopyTo(buffer);
        Given += count;
        return ValueTask.FromResult(count);
    }
}
