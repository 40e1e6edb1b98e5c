namespace NemoBot.Discord.Gateway;

/// <summary>
/// Which events of a session have been dealt with. After a crash the session is resumed behind the last event before which none
/// was left open: everything after it comes again, and what came twice is dropped by its id.
/// </summary>
internal sealed class SequenceLine(long start, int bound)
{
    private readonly Lock _gate = new();
    private readonly SortedSet<long> _open = [];
    private TaskCompletionSource? _room;
    private long _last = start;

    /// <summary>The last one received: what a heartbeat and a resume within the same process name.</summary>
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

    /// <summary>The last one that is safe to name after a crash.</summary>
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

    /// <summary>An event came in.</summary>
    public void Enter(long sequence)
    {
        lock (_gate)
        {
            _last = Math.Max(_last, sequence);
            _open.Add(sequence);
        }
    }

    /// <summary>An event is on disk, or of no interest.</summary>
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

    /// <summary>Completed unless so many events are open that no more should be read.</summary>
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
