using System.Collections.Concurrent;

namespace NemoBot.Discord.Rest;

/// <summary>All rate limit buckets. An exhausted one delays only its own requests.</summary>
internal sealed class Buckets(TimeProvider clock)
{
    private const int PruneAbove = 4096;

    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>Waits for a slot in the bucket of a request.</summary>
    /// <returns>The bucket, or null and the wait if that exceeds the deadline.</returns>
    public async Task<(Bucket? Bucket, TimeSpan Wait)> EnterAsync(RestRequest call, DateTimeOffset deadline, CancellationToken cancellationToken)
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

    /// <summary>Releases the slot and updates the bucket from the response.</summary>
    public void Leave(RestRequest call, Bucket bucket, RestResponse? response)
    {
        // A server error and the global limit say nothing about this bucket.
        var headers = response is null || (int)response.Status >= 500 || response.Limits.IsGlobal ? null : response.Limits;
        bucket.Leave(headers, response is { Status: System.Net.HttpStatusCode.TooManyRequests, Code: not ErrorCodes.TooManyOldEdits });
        if (headers?.Bucket is { } name && _names.TryAdd(RouteKey(call), name))
        {
            // Requests already waiting stay in the unnamed bucket, which becomes the named one.
            _buckets.TryAdd(name + ' ' + call.Major, bucket);
        }
    }

    private static string RouteKey(RestRequest call) => call.Method.Method + ' ' + call.Route;

    private Bucket Find(RestRequest call)
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
