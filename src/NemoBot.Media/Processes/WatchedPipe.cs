namespace NemoBot.Media.Processes;

/// <summary>Passes a pipe's bytes on and tells the watch while a caller waits for them.</summary>
/// <param name="pipe">One end of a pipe to a process.</param>
/// <param name="watch">Notices when the process hangs.</param>
/// <param name="counts">Whether waiting means that the process has something to do.</param>
/// <param name="onClosed">Runs when the caller closes it.</param>
internal sealed class WatchedPipe(Stream pipe, StallWatch watch, Func<bool> counts, Action onClosed) : Stream
{
    public override bool CanRead => pipe.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => pipe.CanWrite;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var waiting = Enter();
        return await pipe.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        using var waiting = Enter();
        return pipe.Read(buffer, offset, count);
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var waiting = Enter();
        await pipe.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count)
    {
        using var waiting = Enter();
        pipe.Write(buffer, offset, count);
    }

    public override void Flush() => pipe.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => pipe.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            pipe.Dispose();
            onClosed();
        }

        base.Dispose(disposing);
    }

    private StallWatch.Waiter? Enter() => counts() ? watch.Wait() : null;
}
