namespace NemoBot.LocalNemo.Understanding;

/// <summary>Counts the tokens of a day.</summary>
internal sealed class TokenBudget(long perDay, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private DateOnly _day;
    private long _used;

    /// <summary>Something is left for today.</summary>
    public bool HasLeft
    {
        get
        {
            lock (_gate)
            {
                Turn();
                return _used < perDay;
            }
        }
    }

    /// <summary>Books what a call used.</summary>
    public void Book(long tokens)
    {
        lock (_gate)
        {
            Turn();
            _used += tokens;
        }
    }

    private void Turn()
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (today != _day)
        {
            (_day, _used) = (today, 0);
        }
    }
}
