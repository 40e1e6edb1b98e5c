using System.Collections.Concurrent;

namespace NemoBot.Discord.Places;

/// <summary>The only thing kept of every server: its boost tier, on which the largest file depends.</summary>
internal sealed class GuildTiers
{
    private readonly ConcurrentDictionary<ulong, byte> _tiers = new();

    public int Count => _tiers.Count;

    public void Set(string guild, int tier) => _tiers[PlaceBook.Id(guild)] = (byte)Math.Clamp(tier, 0, 3);

    public void Remove(string guild) => _tiers.TryRemove(PlaceBook.Id(guild), out _);

    /// <summary>The tier; null if the server was never heard of in this process.</summary>
    public int? Find(ulong guild) => _tiers.TryGetValue(guild, out var tier) ? tier : null;
}
