namespace NemoBot.Nemo.Transport;

/// <summary>A time-out on our clock that restarts with each sign of life.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _linked;
    private readonly CancellationToken _caller;
    private bool _isDisposed;

    public Deadline(TimeSpan idle, TimeProvider clock, CancellationToken caller)
    {
        _caller = caller;
        _timer = new CancellationTokenSource(idle, clock);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, caller);
    }

    /// <summary>Cancelled by the caller or by the clock.</summary>
    public CancellationToken Token => _linked.Token;

    /// <summary>The clock did it, not the caller.</summary>
    public bool HasPassed => _timer.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Restarts the deadline; restarting after it passed is no error, because an upload may still move bytes when its response is already there.</summary>
    public void Restart(TimeSpan idle)
    {
        lock (_gate)
        {
            if (!_isDisposed)
            {
                _timer.CancelAfter(idle);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
        }

        _linked.Dispose();
        _timer.Dispose();
    }
}
