using NemoBot.Core.Platforms;
using NemoBot.Storage.Postgres.Engine;

namespace NemoBot.Storage.Postgres.Records;

/// <summary>
/// Deletes everything that is kept of a conversation and of its former addresses. Turns and renders come before replies: a call that
/// ends one of them holds its row and adds the reply after that.
/// </summary>
internal static class ConversationErasure
{
    public static async Task ForgetAsync(PostgresSession session, ConversationKey key)
    {
        if (await ChannelRow.LockAsync(session, key).ConfigureAwait(false) is not { } channel)
        {
            return;
        }

        var channels = await session.QueryAsync(
            """
            WITH RECURSIVE former AS (SELECT id, seen_space FROM channels WHERE id = $1
                UNION SELECT c.id, c.seen_space FROM channels c JOIN former f ON c.moved_to = f.id)
            SELECT id, seen_space FROM former
            """,
            r => (Id: r.GetInt64(0), Seen: r.GetInt64(1)),
            channel.Id).ConfigureAwait(false);
        foreach (var (id, seen) in channels)
        {
            await session.ExecuteAsync("DELETE FROM turns WHERE channel = $1", id).ConfigureAwait(false);
            await session.ExecuteAsync("DELETE FROM renders WHERE channel = $1", id).ConfigureAwait(false);
            await session.ExecuteAsync("DELETE FROM replies WHERE channel = $1", id).ConfigureAwait(false);
            await session.ExecuteAsync("DELETE FROM drafts WHERE channel = $1", id).ConfigureAwait(false);
            await session.ExecuteAsync("DELETE FROM log WHERE channel = $1", id).ConfigureAwait(false);
            await session.ExecuteAsync("DELETE FROM seen WHERE space = $1", seen).ConfigureAwait(false);
            await session.ExecuteAsync("DELETE FROM channels WHERE id = $1", id).ConfigureAwait(false);
            await session.ExecuteAsync("DELETE FROM lanes WHERE key = $1", HeldLanes.OfChannel(id)).ConfigureAwait(false);
        }

        await AccountRows.DeleteUnusedAsync(session, channel.Conversation?.AccountKey).ConfigureAwait(false);
    }
}
