using NemoBot.Discord.Configuration;

namespace NemoBot.Discord.Rest;

/// <summary>The bot's limit of requests in any second. Droppable edits leave room for everything else.</summary>
internal sealed class GlobalRateLimit(DiscordOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly DateTimeOffset[] _all = new DateTimeOffset[options.GlobalPerSecond];
    private readonly DateTimeOffset[] _edits = new DateTimeOffset[Math.Min(options.EditsPerSecond, options.GlobalPerSecond)];
    private DateTimeOffset _pausedUntil;
    private DateTimeOffset _shedSecond;
    private int _allNext;
    private int _editsNext;
    private int _shed;

    /// <summary>Reserves a slot; returns false if it is further away than the patience, with the time to try again.</summary>
    public bool TryReserve(bool droppable, TimeSpan patience, out TimeSpan wait)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var at = Later(Later(now, _pausedUntil), _all[_allNext] + Window);
            at = droppable ? Later(at, _edits[_editsNext] + Window) : at;
            wait = at - now;
            if (wait > patience)
            {
                wait = droppable ? wait + Spread(now) : wait;
                return false;
            }

            _all[_allNext] = at;
            _allNext = (_allNext + 1) % _all.Length;
            if (droppable)
            {
                _edits[_editsNext] = at;
                _editsNext = (_editsNext + 1) % _edits.Length;
            }

            return true;
        }
    }

    /// <summary>Delays all requests after a global 429.</summary>
    public void Pause(TimeSpan wait)
    {
        lock (_gate)
        {
            _pausedUntil = Later(_pausedUntil, clock.GetUtcNow() + wait);
        }
    }

    /// <summary>Spreads the retries of rejected edits, so that they do not return all at once.</summary>
    private TimeSpan Spread(DateTimeOffset now)
    {
        if (now - _shedSecond >= Window)
        {
            _shedSecond = now;
            _shed = 0;
        }

        return TimeSpan.FromSeconds(++_shed / (double)_edits.Length);
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
