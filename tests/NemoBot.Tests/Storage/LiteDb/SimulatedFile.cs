using NemoBot.Storage.LiteDb.Durability;

namespace NemoBot.Tests.Storage.LiteDb;

/// <summary>A file of a <see cref="SimulatedFolder"/>.</summary>
internal sealed class SimulatedFile(SimulatedFolder folder) : IDiskFile
{
    private const int Block = 4096;
    private readonly Dictionary<long, byte[]> _durable = [];
    private readonly Dictionary<long, byte[]> _written = [];
    private long _durableLength;

    public long Length { get; private set; }

    public int Read(long offset, Span<byte> buffer)
    {
        var count = (int)Math.Clamp(Length - offset, 0, buffer.Length);
        for (var done = 0; done < count;)
        {
            var (block, start) = Math.DivRem(offset + done, Block);
            var size = Math.Min(Block - (int)start, count - done);
            Current(block).AsSpan((int)start, size).CopyTo(buffer[done..]);
            done += size;
        }

        return count;
    }

    public void Write(long offset, IReadOnlyList<ReadOnlyMemory<byte>> buffers)
    {
        folder.BeforeChange?.Invoke();
        var total = buffers.Sum(b => (long)b.Length);
        if (folder.MaxBytes > 0 && folder.Used + Math.Max(0, offset + total - Length) > folder.MaxBytes)
        {
            throw new DiskFullException("/simulated");
        }

        foreach (var buffer in buffers)
        {
            WriteOne(offset, buffer.Span);
            offset += buffer.Length;
        }
    }

    public void SetLength(long length)
    {
        folder.BeforeChange?.Invoke();
        foreach (var block in _written.Keys.Concat(_durable.Keys).Where(b => (b + 1) * Block > length).Distinct().ToList())
        {
            var kept = (int)Math.Max(0, length - (block * Block));
            var cut = kept > 0 ? (byte[])Current(block).Clone() : new byte[Block];
            cut.AsSpan(kept).Clear();
            _written[block] = cut;
        }

        Length = length;
    }

    public void Sync()
    {
        folder.BeforeChange?.Invoke();
        foreach (var (block, bytes) in _written)
        {
            _durable[block] = bytes;
        }

        _written.Clear();
        _durableLength = Length;
    }

    public void Dispose()
    {
    }

    /// <summary>Turns one bit around, as a bad disk does.</summary>
    public void Flip(long offset, int bit)
    {
        var bytes = (byte[])Current(offset / Block).Clone();
        bytes[offset % Block] ^= (byte)(1 << bit);
        _durable[offset / Block] = bytes;
        _written.Remove(offset / Block);
    }

    public SimulatedFile Cut(SimulatedFolder into, Random random)
    {
        var cut = new SimulatedFile(into);
        foreach (var (block, bytes) in _durable)
        {
            cut._durable[block] = bytes;
        }

        foreach (var (block, bytes) in _written.Where(_ => random.Next(2) == 0))
        {
            cut._durable[block] = bytes;
        }

        cut.Length = cut._durableLength = random.Next(2) == 0 ? Length : _durableLength;
        return cut;
    }

    private byte[] Current(long block) => _written.GetValueOrDefault(block) ?? _durable.GetValueOrDefault(block) ?? new byte[Block];

    private void WriteOne(long offset, ReadOnlySpan<byte> bytes)
    {
        Length = Math.Max(Length, offset + bytes.Length);
        for (var done = 0; done < bytes.Length;)
        {
            var (block, start) = Math.DivRem(offset + done, Block);
            var size = Math.Min(Block - (int)start, bytes.Length - done);
            var changed = size == Block ? new byte[Block] : (byte[])Current(block).Clone();
            bytes.Slice(done, size).CopyTo(changed.AsSpan((int)start));
            _written[block] = changed;
            done += size;
        }
    }
}
