namespace NemoBot.Hosting;

/// <summary>
/// The system's clock, except that it never goes back: waits that were planned for a time of day must not last an hour longer because
/// somebody corrected the clock. After a correction it runs a little slower until the system's clock has caught up.
/// </summary>
/// <param name="system">The clock that may jump.</param>
internal sealed class SteadyClock(TimeProvider system) : TimeProvider
{
    /// <summary>Slow enough to be caught up with, fast enough that no wait gets noticeably longer.</summary>
    private const double CatchingUp = 0.9;

    private readonly Lock _gate = new();
    private DateTimeOffset _shown = system.GetUtcNow();
    private long _at = system.GetTimestamp();

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => system.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => system.TimestampFrequency;

    /// <inheritdoc/>
    public override long GetTimestamp() => system.GetTimestamp();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            var at = system.GetTimestamp();
            var slow = _shown + (system.GetElapsedTime(_at, at) * CatchingUp);
            var now = system.GetUtcNow();
            (_shown, _at) = (now > slow ? now : slow, at);
            return _shown;
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        system.CreateTimer(callback, state, dueTime, period);
}
