using System.Net;
using NemoBot.Discord.Configuration;

namespace NemoBot.Discord.Rest;

/// <summary>Counts what Discord counts before it bans an address: 401, 403 and 429, except for shared limits.</summary>
internal sealed class InvalidRequestCounter(DiscordOptions options, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _times = new();

    /// <summary>How long to pause; zero if below the limit.</summary>
    public TimeSpan Hold
    {
        get
        {
            lock (_gate)
            {
                var now = clock.GetUtcNow();
                Forget(now);
                return _times.Count < options.InvalidRequestLimit ? TimeSpan.Zero : _times.Peek() + options.InvalidRequestWindow - now;
            }
        }
    }

    /// <summary>Counts a response.</summary>
    /// <returns>True if it reached the limit.</returns>
    public bool Count(RestResponse response)
    {
        if (response.Status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests) || response.Limits.IsShared)
        {
            return false;
        }

        lock (_gate)
        {
            var now = clock.GetUtcNow();
            Forget(now);
            _times.Enqueue(now);
            return _times.Count == options.InvalidRequestLimit;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        while (_times.TryPeek(out var oldest) && now - oldest >= options.InvalidRequestWindow)
        {
            _times.Dequeue();
        }
    }
}
