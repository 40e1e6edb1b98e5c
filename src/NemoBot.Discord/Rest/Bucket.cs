namespace NemoBot.Discord.Rest;

/// <summary>
/// One rate limit of Discord's, known only from the headers of answers. Until the first answer a single request is under way,
/// because nothing is known about the limit.
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

    /// <summary>True if nobody would miss it.</summary>
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

    /// <summary>Takes a place; otherwise tells when there may be one and what announces a change before that.</summary>
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

    /// <summary>Gives a place back; <paramref name="headers"/> is null if the request was not made or not answered.</summary>
    public void Leave(RateHeaders? headers, bool refused)
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
                Learn(limit, remaining, clock.GetUtcNow() + after);
            }
            else
            {
                // A route without a limit says nothing; a request that was never made gives its place back.
                _limit = headers is null ? _limit : int.MaxValue;
                _remaining = headers is null ? _remaining + 1 : int.MaxValue;
            }

            _changed.TrySetResult();
            _changed = New();
        }
    }

    private void Learn(int limit, int remaining, DateTimeOffset resetAt)
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
