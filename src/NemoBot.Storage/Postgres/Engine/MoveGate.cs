namespace NemoBot.Storage.Postgres.Engine;

/// <summary>
/// Keeps the order of calls around the move of a conversation: what was called before it is written before it, what is called later is
/// written later, to the new place. Other calls run side by side.
/// </summary>
internal sealed class MoveGate
{
    private readonly Lock _gate = new();
    private Task _move = Task.CompletedTask;
    private TaskCompletionSource? _drained;
    private int _running;

    /// <summary>Runs a call beside others.</summary>
    public async Task<T> BesideAsync<T>(Func<Task<T>> call)
    {
        while (!TryEnter(out var move))
        {
            await move.ConfigureAwait(false);
        }

        try
        {
            return await call().ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Runs a call alone: after those that run, before those that come.</summary>
    public async Task AloneAsync(Func<Task> call)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before, drained;
        lock (_gate)
        {
            (before, _move) = (_move, done.Task);
            _drained ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            drained = _running == 0 ? Task.CompletedTask : _drained.Task;
        }

        try
        {
            await before.ConfigureAwait(false);
            await drained.ConfigureAwait(false);
            await call().ConfigureAwait(false);
        }
        finally
        {
            done.SetResult();
        }
    }

    private bool TryEnter(out Task move)
    {
        lock (_gate)
        {
            move = _move;
            if (!move.IsCompleted)
            {
                return false;
            }

            _running++;
            return true;
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            if (--_running == 0)
            {
                _drained?.SetResult();
                _drained = null;
            }
        }
    }
}
