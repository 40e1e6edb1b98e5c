using System.Net;

namespace NemoBot.Nemo.Transport;

/// <summary>
/// A body that knows whether its sending began. As long as it did not, the request provably never reached the service; and it is
/// sent at most once, whatever the layers below would like to do with a connection that turned out to be stale.
/// </summary>
internal abstract class TrackedContent : HttpContent
{
    private int _started;

    /// <summary>Bytes may have left.</summary>
    public bool Started => Volatile.Read(ref _started) != 0;

    /// <summary>An error of whatever the body is read from, as opposed to one of the connection.</summary>
    public virtual Exception? SourceFailure => null;

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        Interlocked.Exchange(ref _started, 1) == 0
            ? WriteAsync(stream, cancellationToken)
            : throw new IOException("A body is sent once only.");

    protected abstract Task WriteAsync(Stream stream, CancellationToken cancellationToken);
}
