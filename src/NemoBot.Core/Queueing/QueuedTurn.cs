using NemoBot.Core.Storage;

namespace NemoBot.Core.Queueing;

/// <summary>A turn in its conversation's queue.</summary>
/// <param name="turn">The turn as it was enqueued; whoever runs it reads the newest record.</param>
internal sealed class QueuedTurn(TurnRecord turn) : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();
    private readonly CancellationTokenSource _begun = new();
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private bool _disposed;

    public TurnRecord Turn { get; } = turn;

    public ConversationLocation Location { get; } = new(turn.Message.Conversation);

    /// <summary>At the head of its queue. Guarded by the lock of <see cref="ConversationQueues"/>.</summary>
    public bool IsRunning { get; set; }

    /// <summary>Completes when the turn reaches the head of its queue, or was withdrawn from it.</summary>
    public Task Released => _released.Task;

    /// <summary>Completes when the turn has ended: it writes nothing any more.</summary>
    public Task Ended => _ended.Task;

    /// <summary>The message that says that the turn waits; null if there is none. Kept here too, because the store may fail.</summary>
    public string? AnnouncementId { get; set; }

    /// <summary>Completes when the author knows that the turn waits; the turn begins after that.</summary>
    public TaskCompletionSource Announced { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The turn has begun: an announcement that it waits is pointless.</summary>
    public CancellationToken Begun => _begun.Token;

    public CancellationToken Cancelled => _cancel.Token;

    /// <summary>Another process continues the turn: it ends here without a word.</summary>
    public bool IsAbandoned { get; set; }

    public bool IsCancelled => _cancel.IsCancellationRequested;

    public void Release() => _released.TrySetResult();

    /// <summary>Waits for the announcement, but no longer than the patience if the chat does not accept it.</summary>
    public async Task BeginAsync(TimeSpan patience, TimeProvider clock)
    {
        if (!Announced.Task.IsCompleted)
        {
            await Task.WhenAny(Announced.Task, Task.Delay(patience, clock, Cancelled)).ConfigureAwait(false);
            await _begun.CancelAsync().ConfigureAwait(false);
            await Announced.Task.ConfigureAwait(false);
        }
    }

    public void Cancel()
    {
        lock (_gate)
        {
            if (!_disposed)
            {
                _ = _cancel.CancelAsync();
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
        }

        _cancel.Dispose();
        _begun.Dispose();
        _ended.TrySetResult();
    }
}
