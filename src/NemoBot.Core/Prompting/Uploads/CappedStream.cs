using NemoBot.Core.Media;
using NemoBot.Core.Platforms;

namespace NemoBot.Core.Prompting.Uploads;

/// <summary>
/// Reads a file of the platform and fails when there is more than was agreed: reported sizes are not trusted. A connection that breaks
/// is the file's failure, not that of whoever it is passed on to.
/// </summary>
internal sealed class CappedStream(Stream inner, long limit) : ForwardStream
{
    private long _read;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Count(await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));
        }
        catch (IOException exception)
        {
            throw new AttachmentException(AttachmentProblem.Unreachable, inner: exception);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(int read)
    {
        _read += read;
        return _read <= limit ? read : throw new AttachmentException(AttachmentProblem.TooLarge, limit);
    }
}
