namespace NemoBot.Discord.Rest;

/// <summary>Cancels what has stood still for too long, on the clock that was given.</summary>
internal sealed class IdleWatch : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _both;

    public IdleWatch(TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        _limit = limit;
        _timer = new CancellationTokenSource(limit, clock);
        _both = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, cancellationToken);
    }

    public CancellationToken Token => _both.Token;

    /// <summary>Something moved.</summary>
    public void Touch() => _timer.CancelAfter(_limit);

    public void Dispose()
    {
        _both.Dispose();
        _timer.Dispose();
    }
}
