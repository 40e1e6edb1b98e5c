using Microsoft.Win32.SafeHandles;

namespace NemoBot.Storage.LiteDb.Durability;

/// <summary>A file of the real file system, held exclusively through its handle.</summary>
internal sealed class PhysicalFile(SafeFileHandle handle, string path, long maxBytes) : IDiskFile
{
    public long Length => RandomAccess.GetLength(handle);

    public int Read(long offset, Span<byte> buffer)
    {
        var total = 0;
        while (total < buffer.Length)
        {
            var read = RandomAccess.Read(handle, buffer[total..], offset + total);
            if (read == 0)
            {
                break;
            }

            total += read;
        }

        return total;
    }

    public void Write(long offset, IReadOnlyList<ReadOnlyMemory<byte>> buffers)
    {
        if (maxBytes > 0 && offset + buffers.Sum(b => (long)b.Length) > maxBytes)
        {
            throw new DiskFullException(path);
        }

        RandomAccess.Write(handle, buffers, offset);
    }

    public void SetLength(long length) => RandomAccess.SetLength(handle, length);

    public void Sync() => RandomAccess.FlushToDisk(handle);

    public void Dispose() => handle.Dispose();
}
