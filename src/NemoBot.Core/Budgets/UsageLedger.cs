using System.Security.Cryptography;
using System.Text;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Budgets;

/// <summary>
/// Counts uses in the store, so that neither a restart nor the erasure of a conversation resets a limit. Names are hashed: the counters
/// tell nobody who used what.
/// </summary>
internal sealed class UsageLedger(IValueStore store, TimeProvider clock)
{
    private const int HashLength = 40;

    /// <summary>Counts a use against several limits, or against none if one of them is reached.</summary>
    /// <returns>Null if it was counted.</returns>
    public async Task<UsageRefusal?> TryUseAsync(IReadOnlyList<UsageLimit> limits, CancellationToken cancellationToken)
    {
        if (limits.Count == 0)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        UsageRefusal? refusal = null;
        await store.UpdateValuesAsync(
            [.. limits.Select(l => NameOf(l.Name))],
            values =>
            {
                var windows = limits.Select((l, i) => UsageWindow.Parse(values[i], now, l.Window)).ToList();
                refusal = limits
                    .Select((l, i) => windows[i].Allows(l.Amount, l.Most) ? null : new UsageRefusal(i, windows[i].Used, windows[i].RetryAfter(l.Amount, l.Most)))
                    .FirstOrDefault(r => r is not null);
                return refusal is not null || limits.All(l => l.Amount == 0) ? null : [.. limits.Select((l, i) => Add(windows[i], l, now))];
            },
            cancellationToken).ConfigureAwait(false);
        return refusal;
    }

    /// <summary>What is used of a limit.</summary>
    public async Task<long> ReadAsync(UsageLimit limit, CancellationToken cancellationToken) =>
        UsageWindow.Parse(await store.GetValueAsync(NameOf(limit.Name), cancellationToken).ConfigureAwait(false), clock.GetUtcNow(), limit.Window).Used;

    private static ExpiringValue? Add(UsageWindow window, UsageLimit limit, DateTimeOffset now)
    {
        window.Add(limit.Amount);
        return window.ToString() is { Length: > 0 } text ? new ExpiringValue(text, now + limit.Window) : null;
    }

    private static string NameOf(string name) => "use:" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..HashLength];
}
