using System.Collections.Concurrent;

namespace NemoBot.Discord.Rest;

/// <summary>All buckets. A blocked one holds up nobody but those who wait for it.</summary>
internal sealed class Buckets(TimeProvider clock)
{
    private const int PruneAbove = 4096;

    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>Waits for a place in the bucket of the call.</summary>
    /// <returns>The bucket, or null and the wait if that is longer than the call's patience.</returns>
    public async Task<(Bucket? Bucket, TimeSpan Wait)> EnterAsync(RestCall call, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        while (true)
        {
            var bucket = Find(call);
            if (bucket.TryEnter(out var wait, out var changed))
            {
                return (bucket, TimeSpan.Zero);
            }

            var left = deadline - clock.GetUtcNow();
            if (left <= TimeSpan.Zero || (wait != Timeout.InfiniteTimeSpan && wait > left))
            {
                return (null, wait == Timeout.InfiniteTimeSpan ? TimeSpan.FromSeconds(1) : wait);
            }

            using var delay = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(changed, Task.Delay(wait == Timeout.InfiniteTimeSpan ? left : wait, clock, delay.Token));
            await delay.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Learns from an answer which bucket the route belongs to, and how full it is.</summary>
    public void Leave(RestCall call, Bucket bucket, RestAnswer? answer)
    {
        // A failing server and the limit of the whole bot say nothing about this bucket.
        var headers = answer is null || (int)answer.Status >= 500 || answer.Limits.IsGlobal ? null : answer.Limits;
        bucket.Leave(headers, answer is { Status: System.Net.HttpStatusCode.TooManyRequests, Code: not ErrorCodes.TooManyOldEdits });
        if (headers?.Bucket is { } name && _names.TryAdd(RouteKey(call), name))
        {
            // The requests that wait in the bucket without a name go on in it; the next ones share the named one.
            _buckets.TryAdd(name + ' ' + call.Major, bucket);
        }
    }

    private static string RouteKey(RestCall call) => call.Method.Method + ' ' + call.Route;

    private Bucket Find(RestCall call)
    {
        if (_buckets.Count > PruneAbove)
        {
            foreach (var idle in _buckets.Where(b => b.Value.IsIdle).ToList())
            {
                _buckets.TryRemove(idle);
            }
        }

        var route = RouteKey(call);
        var key = (_names.TryGetValue(route, out var name) ? name : route) + ' ' + call.Major;
        return _buckets.GetOrAdd(key, static (_, clock) => new Bucket(clock), clock);
    }
}
