using System.Net.ServerSentEvents;

namespace NemoBot.Nemo.Streams;

/// <summary>
/// The events of a body as bytes. Nothing is parsed inside the SSE parser, because an exception there loses the rest of the stream;
/// event types are not looked at, because they leak over blank lines.
/// </summary>
internal sealed class EventReader : IAsyncDisposable
{
    private readonly GuardedStream _guard;
    private readonly IAsyncEnumerator<SseItem<byte[]>> _items;

    public EventReader(Stream body, int maxEventBytes, CancellationToken cancellationToken)
    {
        _guard = new GuardedStream(body, maxEventBytes);
        _items = SseParser.Create(_guard, static (_, data) => data.ToArray()).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
    }

    /// <summary>The stream ended inside an event.</summary>
    public bool EndedInside => _guard.EndedInside;

    /// <summary>The next event; null at the end of the stream.</summary>
    /// <exception cref="EventTooLargeException">An event is larger than is taken.</exception>
    public async ValueTask<RawEvent?> NextAsync() =>
        await _items.MoveNextAsync().ConfigureAwait(false) ? new RawEvent(_items.Current.Data, !_guard.EndedInside) : null;

    public async ValueTask DisposeAsync()
    {
        await _items.DisposeAsync().ConfigureAwait(false);
        await _guard.DisposeAsync().ConfigureAwait(false);
    }
}
