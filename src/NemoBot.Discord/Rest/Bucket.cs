namespace NemoBot.Discord.Rest;

/// <summary>
/// A rate limit of Discord, known only from response headers. Until the first response a single request is in flight, because nothing
/// is known about the limit.
/// </summary>
internal sealed class Bucket(TimeProvider clock)
{
    private static readonly TimeSpan SameWindow = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = New();
    private int _limit = 1;
    private int _remaining = 1;
    private int _inFlight;
    private DateTimeOffset _resetAt = DateTimeOffset.MaxValue;

    /// <summary>True if it holds no state worth keeping.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return _inFlight == 0 && (_resetAt == DateTimeOffset.MaxValue || _resetAt <= clock.GetUtcNow());
            }
        }
    }

    /// <summary>Takes a slot; otherwise returns the time until one may be free and a task that completes on an earlier change.</summary>
    public bool TryEnter(out TimeSpan wait, out Task changed)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (now >= _resetAt || (_inFlight == 0 && _remaining <= 0 && _resetAt == DateTimeOffset.MaxValue))
            {
                _remaining = _limit;
                _resetAt = DateTimeOffset.MaxValue;
            }

            changed = _changed.Task;
            wait = _resetAt == DateTimeOffset.MaxValue ? Timeout.InfiniteTimeSpan : _resetAt - now;
            if (_remaining <= 0)
            {
                return false;
            }

            _remaining--;
            _inFlight++;
            return true;
        }
    }

    /// <summary>Releases a slot. <paramref name="headers"/> is null if the request was not made or not answered.</summary>
    public void Leave(RateLimitHeaders? headers, bool refused)
    {
        lock (_gate)
        {
            _inFlight--;
            if (refused && headers is not null)
            {
                _remaining = 0;
                _resetAt = clock.GetUtcNow() + (headers.RetryAfter ?? headers.ResetAfter ?? TimeSpan.FromSeconds(1));
            }
            else if (headers is { Limit: { } limit, Remaining: { } remaining, ResetAfter: { } after })
            {
                Update(limit, remaining, clock.GetUtcNow() + after);
            }
            else
            {
                // Unanswered: the slot was not used. Answered without headers: the route is unlimited.
                _limit = headers is null ? _limit : int.MaxValue;
                _remaining = headers is null && _remaining < _limit ? _remaining + 1 : _limit;
            }

            _changed.TrySetResult();
            _changed = New();
        }
    }

    private void Update(int limit, int remaining, DateTimeOffset resetAt)
    {
        var known = _resetAt != DateTimeOffset.MaxValue && _limit == limit;
        var next = known && resetAt > _resetAt + SameWindow;
        var first = _limit != limit;
        _limit = Math.Max(1, limit);
        _remaining = next || first ? remaining - _inFlight : Math.Min(_remaining, remaining);
        _resetAt = resetAt;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
