namespace NemoBot.Storage.LiteDb.Durability;

/// <summary>The log as LiteDB sees it: a stream of pages. LiteDB appends pages, reads them back, and sets the length to zero.</summary>
internal sealed class SealedLogStream(SealedLog log) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => (long)log.Count * SealedLog.PageSize;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (Position >= Length)
        {
            return 0;
        }

        log.ReadPage(PageAt(count), buffer.AsSpan(offset, count));
        Position += count;
        return count;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        var index = PageAt(count);
        if (index == log.Count)
        {
            log.Append(buffer.AsSpan(offset, count));
        }
        else
        {
            log.Rewrite(index, buffer.AsSpan(offset, count));
        }

        Position += count;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void SetLength(long value)
    {
        if (value != 0)
        {
            throw new NotSupportedException("The log is only ever emptied.");
        }

        log.Clear();
    }

    /// <summary>Nothing: only <see cref="SealedLog.Seal"/> makes pages durable.</summary>
    public override void Flush()
    {
    }

    private int PageAt(int count) => count == SealedLog.PageSize && Position % SealedLog.PageSize == 0
        ? (int)(Position / SealedLog.PageSize)
        : throw new NotSupportedException("The log is read and written by whole pages.");
}
