using System.Collections.Concurrent;

namespace NemoBot.Discord.Channels;

/// <summary>The boost tier of every server, which decides the largest file. Nothing else is kept of servers.</summary>
internal sealed class GuildTiers
{
    private readonly ConcurrentDictionary<ulong, byte> _tiers = new();

    public int Count => _tiers.Count;

    public void Set(string guild, int tier) => _tiers[ChannelRegistry.Id(guild)] = (byte)Math.Clamp(tier, 0, 3);

    public void Remove(string guild) => _tiers.TryRemove(ChannelRegistry.Id(guild), out _);

    /// <summary>The tier; null if this process has not seen the server yet.</summary>
    public int? Find(ulong guild) => _tiers.TryGetValue(guild, out var tier) ? tier : null;
}
