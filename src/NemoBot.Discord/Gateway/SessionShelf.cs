using System.Globalization;
using NemoBot.Core.Storage;
using NemoBot.Discord.Configuration;

namespace NemoBot.Discord.Gateway;

/// <summary>Keeps sessions over a restart: resuming is free, and starting sessions is limited to so many a day.</summary>
internal sealed class SessionShelf(IPlatformCursors cursors, DiscordOptions options)
{
    /// <summary>The session of a shard; null if there is none, or it was for another bot or another number of shards.</summary>
    public async Task<ShardSession?> LoadAsync(string self, int shard, int shards, CancellationToken cancellationToken)
    {
        var parts = (await cursors.GetCursorAsync(Name(shard), cancellationToken))?.Split(' ');
        return self.Length > 0
            && parts is [var app, var count, var sequence, var id, var url]
            && app == self
            && count == shards.ToString(CultureInfo.InvariantCulture)
            && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? new ShardSession(id, url, new SequenceLine(last, options.EventBacklog))
            : null;
    }

    public Task SaveAsync(string self, int shard, int shards, ShardSession? session, CancellationToken cancellationToken) =>
        self.Length == 0 ? Task.CompletedTask : cursors.SetCursorAsync(
            Name(shard),
            session is null ? null : string.Create(CultureInfo.InvariantCulture, $"{self} {shards} {session.Line.Safe} {session.Id} {session.ResumeUrl}"),
            cancellationToken);

    private static string Name(int shard) => string.Create(CultureInfo.InvariantCulture, $"discord.session.{shard}");
}
