namespace NemoBot.Storage.LiteDb.Durability;

/// <summary>
/// The data file as LiteDB sees it. <see cref="Flush"/> forces the bytes to the device: LiteDB flushes at the end of a checkpoint,
/// before it empties the log, and must be able to rely on it.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="isSynced">False for a file that is synced as a whole before it counts.</param>
internal sealed class DatabaseStream(IDiskFile file, bool isSynced = true) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => file.Length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = file.Read(Position, buffer.AsSpan(offset, count));
        Position += read;
        return read;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        file.Write(Position, [buffer.AsMemory(offset, count)]);
        Position += count;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void SetLength(long value) => file.SetLength(value);

    public override void Flush()
    {
        if (isSynced)
        {
            file.Sync();
        }
    }
}
