using System.Collections.Concurrent;
using NemoBot.Core.Telemetry;

namespace NemoBot.Storage.Postgres.Engine;

/// <summary>The lanes that this process has taken, with the epoch of each, and how many writes were refused because another one has them now.</summary>
/// <param name="isFenceOn">False lets stale writes pass: for the trial that shows what the fence is for.</param>
internal sealed class HeldLanes(bool isFenceOn)
{
    private readonly ConcurrentDictionary<string, long> _epochs = new(StringComparer.Ordinal);
    private long _refused;

    /// <summary>Stale writes are refused.</summary>
    public bool IsFenceOn => isFenceOn;

    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>The lane of a conversation.</summary>
    public static string OfChannel(long channel) => $"channel {channel}";

    /// <summary>The lane of a work that one instance does.</summary>
    public static string OfSoleWork(string name) => $"sole {name}";

    public void Take(string lane, long epoch) => _epochs[lane] = epoch;

    public long? Find(string lane) => _epochs.TryGetValue(lane, out var epoch) ? epoch : null;

    public void Drop(string lane) => _epochs.TryRemove(lane, out _);

    /// <summary>Counts a stale write.</summary>
    /// <returns>True if it is refused.</returns>
    public bool Refuse()
    {
        Interlocked.Increment(ref _refused);
        BotMetrics.StaleWrite();
        return isFenceOn;
    }
}
