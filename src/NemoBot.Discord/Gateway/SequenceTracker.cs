namespace NemoBot.Discord.Gateway;

/// <summary>
/// Tracks which events of a session have been processed. After a crash the session is resumed before the first open event: everything
/// after it is replayed, and duplicates are dropped by their id.
/// </summary>
internal sealed class SequenceTracker(long start, int bound)
{
    private readonly Lock _gate = new();
    private readonly SortedSet<long> _open = [];
    private TaskCompletionSource? _room;
    private long _last = start;

    /// <summary>The last event received: sent with heartbeats and with a resume within the same process.</summary>
    public long Last
    {
        get
        {
            lock (_gate)
            {
                return _last;
            }
        }
    }

    /// <summary>The last event before which none is open: safe to resume from after a crash.</summary>
    public long Safe
    {
        get
        {
            lock (_gate)
            {
                return _open.Count > 0 ? _open.Min - 1 : _last;
            }
        }
    }

    /// <summary>Records a received event.</summary>
    public void Enter(long sequence)
    {
        lock (_gate)
        {
            _last = Math.Max(_last, sequence);
            _open.Add(sequence);
        }
    }

    /// <summary>Records that an event is on disk or irrelevant.</summary>
    public void Leave(long sequence)
    {
        lock (_gate)
        {
            _open.Remove(sequence);
            if (_open.Count < bound && _room is { } room)
            {
                _room = null;
                room.TrySetResult();
            }
        }
    }

    /// <summary>Completes when fewer events are open than the bound.</summary>
    public Task RoomAsync()
    {
        lock (_gate)
        {
            if (_open.Count < bound)
            {
                return Task.CompletedTask;
            }

            _room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _room.Task;
        }
    }
}
