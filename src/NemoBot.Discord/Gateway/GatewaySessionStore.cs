using System.Globalization;
using NemoBot.Core.Storage;
using NemoBot.Discord.Configuration;

namespace NemoBot.Discord.Gateway;

/// <summary>Persists sessions over a restart: resuming is free, starting a session is limited per day.</summary>
internal sealed class GatewaySessionStore(IPlatformCursors cursors, DiscordOptions options)
{
    /// <summary>Loads the session of a shard; null if there is none, or it belongs to another bot or shard count.</summary>
    public async Task<ShardSession?> LoadAsync(string self, int shard, int shards, CancellationToken cancellationToken)
    {
        var parts = (await cursors.GetCursorAsync(Name(shard), cancellationToken))?.Split(' ');
        return self.Length > 0
            && parts is [var app, var count, var sequence, var id, var url]
            && app == self
            && count == shards.ToString(CultureInfo.InvariantCulture)
            && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? new ShardSession(id, url, new SequenceTracker(last, options.EventBacklog))
            : null;
    }

    public Task SaveAsync(string self, int shard, int shards, ShardSession? session, CancellationToken cancellationToken) =>
        self.Length == 0 ? Task.CompletedTask : cursors.SetCursorAsync(
            Name(shard),
            session is null ? null : string.Create(CultureInfo.InvariantCulture, $"{self} {shards} {session.Sequence.Safe} {session.Id} {session.ResumeUrl}"),
            cancellationToken);

    /// <summary>The cursor of a shard's session.</summary>
    public static string Name(int shard) => string.Create(CultureInfo.InvariantCulture, $"discord.session.{shard}");
}
