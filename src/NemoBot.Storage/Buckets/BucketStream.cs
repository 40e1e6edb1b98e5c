using NemoBot.Storage.Settings;

namespace NemoBot.Storage.Buckets;

/// <summary>
/// An object that is read from its present position, by a request that is sent when the first byte is needed. After a lost connection
/// reading continues at the same position.
/// </summary>
internal sealed class BucketStream(
    Func<long, CancellationToken, Task<Stream>> open, long length, BucketErrors errors, VaultOptions options, TimeProvider clock) : Stream
{
    /// <summary>Failures in a row, without a byte between them, that end the read.</summary>
    private const int MaxBreaks = 3;

    private Stream? _inner;
    private long _position;

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => true;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => length;

    /// <inheritdoc />
    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= length || buffer.Length == 0)
        {
            return 0;
        }

        for (var breaks = 0; ;)
        {
            try
            {
                return await ReadOnceAsync(buffer, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                await CloseAsync().ConfigureAwait(false);
                if (!BucketErrors.IsPassing(error) || ++breaks > MaxBreaks)
                {
                    throw errors.Wrap(error);
                }
            }

            await Task.Delay(options.RepeatDelay * breaks, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("An object of a bucket is read asynchronously.");

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin)
    {
        var target = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _position + offset,
            _ => length + offset,
        };
        ArgumentOutOfRangeException.ThrowIfNegative(target, nameof(offset));
        if (target != _position)
        {
            _inner?.Dispose();
            _inner = null;
            _position = target;
        }

        return target;
    }

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner?.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<int> ReadOnceAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var idle = new CancellationTokenSource(options.IdleTimeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, idle.Token);
        _inner ??= await open(_position, both.Token).ConfigureAwait(false);
        var count = await _inner.ReadAsync(buffer, both.Token).ConfigureAwait(false);
        _position += count;
        return count > 0 ? count : throw new IOException("The connection ended before the object did.");
    }

    private async ValueTask CloseAsync()
    {
        if (_inner is { } broken)
        {
            _inner = null;
            await broken.DisposeAsync().ConfigureAwait(false);
        }
    }
}
