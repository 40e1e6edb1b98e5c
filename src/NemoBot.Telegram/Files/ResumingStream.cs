using NemoBot.Core.Media;
using NemoBot.Core.Platforms;

namespace NemoBot.Telegram.Files;

/// <summary>
/// A file whose connection may break: it is reopened and reading continues at the same position, because the reader may be in the middle
/// of an upload that cannot be restarted.
/// </summary>
/// <param name="first">The file as first opened.</param>
/// <param name="open">Reopens it at its start.</param>
internal sealed class ResumingStream(Stream first, Func<CancellationToken, Task<Stream>> open) : ForwardStream
{
    private const int MaxBreaks = 3;

    private Stream _inner = first;
    private long _read;
    private int _breaks;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        for (var isBroken = false; ;)
        {
            try
            {
                if (isBroken)
                {
                    await ReopenAsync(cancellationToken);
                    isBroken = false;
                }

                var count = await _inner.ReadAsync(buffer, cancellationToken);
                _read += count;
                return count;
            }
            catch (IOException error)
            {
                if (++_breaks > MaxBreaks)
                {
                    throw new AttachmentException(AttachmentProblem.Unreachable, null, error);
                }

                isBroken = true;
            }
        }
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => _inner.Read(buffer, offset, count);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Not every version of the service supports ranges, so the part that was read is read again and skipped.</summary>
    private async Task ReopenAsync(CancellationToken cancellationToken)
    {
        await _inner.DisposeAsync();
        _inner = await open(cancellationToken);
        var skipped = new byte[81_920];
        for (var left = _read; left > 0;)
        {
            var count = await _inner.ReadAsync(skipped.AsMemory(0, (int)Math.Min(left, skipped.Length)), cancellationToken);
            left -= count > 0 ? count : throw new IOException("The file is shorter than before.");
        }
    }
}
