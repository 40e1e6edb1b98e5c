using NemoBot.Core.Storage;
using NemoBot.LocalNemo.Renders;

namespace NemoBot.LocalNemo.Sharing.Renders;

/// <summary>How many renders go before one that waits. Read once for all who ask within a moment: each asks every second.</summary>
/// <param name="queue">The queue.</param>
/// <param name="clock">The time.</param>
internal sealed class RenderPlaces(IStudioRenders queue, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Places? _last;

    /// <summary>Reads anew when asked next.</summary>
    public void Drop() => _last = null;

    /// <summary>How many run or go before a waiting render; null if it is next, or does not wait.</summary>
    public async Task<int?> FindAsync(string key, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (_last is not { } last || clock.GetUtcNow() - last.At >= Lifetime)
            {
                _last = last = new Places(await queue.ReadPlacesAsync(RenderOrder.MostOvertaken, cancellationToken), clock.GetUtcNow());
            }

            return last.Ahead.TryGetValue(key, out var ahead) && ahead > 0 ? ahead : null;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private sealed record Places(IReadOnlyDictionary<string, int> Ahead, DateTimeOffset At);
}
