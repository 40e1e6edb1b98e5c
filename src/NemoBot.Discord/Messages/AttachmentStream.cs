using NemoBot.Core.Platforms;
using NemoBot.Discord.Rest;

namespace NemoBot.Discord.Messages;

/// <summary>The bytes of a file. Fails when the transfer stalls, and never yields more than the announced size.</summary>
internal sealed class AttachmentStream(HttpResponseMessage response, Stream inner, IdleTimeout idle, long? size) : Stream
{
    private long _left = size ?? long.MaxValue;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, idle.Token);
        int count;
        try
        {
            count = await inner.ReadAsync(buffer, both.Token);
        }
        catch (Exception e) when (e is IOException or HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new AttachmentException(AttachmentProblem.Unreachable, inner: e);
        }

        idle.Touch();
        _left -= count;
        return _left < 0 ? throw new AttachmentException(AttachmentProblem.TooLarge, size) : count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Only asynchronous reads are supported.");

    public override void Flush()
    {
        // Read-only.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            response.Dispose();
            idle.Dispose();
        }

        base.Dispose(disposing);
    }
}
