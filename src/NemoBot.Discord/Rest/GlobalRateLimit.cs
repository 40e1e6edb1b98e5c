using NemoBot.Core.Homes;
using NemoBot.Discord.Configuration;

namespace NemoBot.Discord.Rest;

/// <summary>This process's part of the bot's limit of requests in any second. Droppable edits leave room for everything else.</summary>
internal sealed class GlobalRateLimit(DiscordOptions options, TimeProvider clock, IPaceShare share)
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
            var at = Later(Later(now, _pausedUntil), Earliest(_all, _allNext));
            at = droppable ? Later(at, Earliest(_edits, _editsNext)) : at;
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

    /// <summary>The end of the second that began with the oldest request that counts: one of as many as this process may send.</summary>
    private DateTimeOffset Earliest(DateTimeOffset[] slots, int next)
    {
        var processes = share.Processes;
        var own = Math.Max(1, slots.Length / processes);
        return slots[(next + slots.Length - own) % slots.Length] + (Window * Math.Max(1, processes / (double)slots.Length));
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
