using System.Collections.Concurrent;
using NemoBot.Discord.Configuration;

namespace NemoBot.Discord.Channels;

/// <summary>The interactions that can still be answered with their token.</summary>
internal sealed class OpenInteractions(DiscordOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, OpenInteraction> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, OpenInteraction> _latest = new(StringComparer.Ordinal);
    private DateTimeOffset _pruned;

    public OpenInteraction Add(string id, string application, string token, string channel, string? language)
    {
        Prune();
        var open = new OpenInteraction
        {
            Id = id,
            Application = application,
            Token = token,
            Channel = channel,
            Language = language,
            Until = clock.GetUtcNow() + options.InteractionLifetime - Margin,
        };
        _byId[id] = open;
        _latest[channel] = open;
        return open;
    }

    /// <summary>Finds an interaction by its id; null if its token has expired.</summary>
    public OpenInteraction? Find(string? id) => id is not null ? Alive(_byId.GetValueOrDefault(id)) : null;

    /// <summary>The latest interaction of a channel; null if its token has expired.</summary>
    public OpenInteraction? Latest(string channel) => Alive(_latest.GetValueOrDefault(channel)) is { IsSpent: false } open ? open : null;

    private OpenInteraction? Alive(OpenInteraction? open) => open is not null && clock.GetUtcNow() < open.Until ? open : null;

    private void Prune()
    {
        var now = clock.GetUtcNow();
        if (now - _pruned < TimeSpan.FromMinutes(1))
        {
            return;
        }

        _pruned = now;
        foreach (var (id, open) in _byId.Where(o => o.Value.Until <= now).ToList())
        {
            _byId.TryRemove(id, out _);
            _latest.TryRemove(new KeyValuePair<string, OpenInteraction>(open.Channel, open));
        }
    }
}
