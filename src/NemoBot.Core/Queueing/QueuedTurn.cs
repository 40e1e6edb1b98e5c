using NemoBot.Core.Storage;

namespace NemoBot.Core.Queueing;

/// <summary>A turn in its lane, and the means to end it.</summary>
internal sealed class QueuedTurn(TurnRecord turn) : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();
    private readonly CancellationTokenSource _begun = new();
    private readonly Lock _gate = new();
    private bool _disposed;

    /// <summary>The turn as it was when it was queued; the runner owns the newer one.</summary>
    public TurnRecord Turn { get; } = turn;

    /// <summary>Where the turn belongs.</summary>
    public ConversationLocation Where { get; } = new(turn.Message.Conversation);

    /// <summary>It has been taken out of the line to be worked on. Guarded by the lock of its <see cref="ConversationQueues"/>.</summary>
    public bool IsRunning { get; set; }

    /// <summary>Completes when those who wait have been told that they wait; the turn begins after that.</summary>
    public TaskCompletionSource Announced { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The turn has come, so that nobody needs to be told any more that it waits.</summary>
    public CancellationToken Begun => _begun.Token;

    /// <summary>Somebody wants it to end.</summary>
    public CancellationToken Cancelled => _cancel.Token;

    /// <summary>True once somebody asked for its end.</summary>
    public bool IsCancelled => _cancel.IsCancellationRequested;

    /// <summary>
    /// Lets the turn begin: as soon as those who wait have been told, or without that if the chat takes nothing at the moment.
    /// </summary>
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
    }
}
