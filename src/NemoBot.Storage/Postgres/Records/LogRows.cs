using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres.Engine;
using Npgsql;

namespace NemoBot.Storage.Postgres.Records;

/// <summary>
/// The log of messages. Sequence numbers are taken while the channel is locked, so they become visible in their order: a reader that
/// has seen a number will never find a lower one later.
/// </summary>
internal static class LogRows
{
    private const string Columns = "SELECT m.id, m.sequence, m.edits, m.json FROM log m JOIN channels c ON c.id = m.channel ";

    public static async Task<LoggedMessage> AppendAsync(PostgresSession session, ConversationKey key, string json, DateTimeOffset now)
    {
        var channel = await ChannelRow.LockOrAddAsync(session, key).ConfigureAwait(false);
        var id = (long)(await session.ScalarAsync(
            """
            INSERT INTO log (id, channel, sequence, edits, json, at)
            SELECT n, $1, n, 0, $2, $3 FROM (SELECT nextval('log_numbers') AS n) AS number RETURNING id
            """,
            channel.Id,
            json,
            now).ConfigureAwait(false))!;
        return new LoggedMessage(key, id, id, 0, json);
    }

    /// <summary>Edits a message. An edit of an instance that has lost the conversation would hide what the new owner has shown since.</summary>
    public static async Task<LoggedMessage?> RewriteAsync(PostgresSession session, ConversationKey key, long id, string json, DateTimeOffset now)
    {
        if (await ChannelRow.LockAsync(session, key).ConfigureAwait(false) is not { } channel)
        {
            return null;
        }

        await LaneRows.RequireUnlessStrangerAsync(session, HeldLanes.OfChannel(channel.Id)).ConfigureAwait(false);
        return await session.FirstAsync(
            """
            UPDATE log SET sequence = nextval('log_numbers'), edits = edits + 1, json = $3, at = $4 WHERE channel = $1 AND id = $2
            RETURNING id, sequence, edits, json
            """,
            r => Read(r, key),
            channel.Id,
            id,
            json,
            now).ConfigureAwait(false);
    }

    public static Task<LoggedMessage?> GetAsync(PostgresSession session, ConversationKey key, long id) =>
        session.FirstAsync(Columns + "WHERE c.key = $1 AND m.id = $2", r => Read(r, key), key.ToString(), id);

    public static async Task<IReadOnlyList<LoggedMessage>> NewestAsync(PostgresSession session, ConversationKey key, int count)
    {
        var rows = await session.QueryAsync(
            Columns + "WHERE c.key = $1 ORDER BY m.id DESC LIMIT $2", r => Read(r, key), key.ToString(), count).ConfigureAwait(false);
        rows.Reverse();
        return rows;
    }

    public static async Task<IReadOnlyList<LoggedMessage>> AfterAsync(PostgresSession session, ConversationKey key, long sequence, int count) =>
        await session.QueryAsync(
            Columns + "WHERE c.key = $1 AND m.sequence > $2 ORDER BY m.sequence LIMIT $3", r => Read(r, key), key.ToString(), sequence, count).ConfigureAwait(false);

    /// <summary>Gives every message of a channel the next sequence numbers in the old order, so that readers of its new key see them.</summary>
    public static Task RenumberAsync(PostgresSession session, long channel) => session.ExecuteAsync(
        """
        UPDATE log SET sequence = n.number
        FROM (SELECT id, nextval('log_numbers') AS number FROM (SELECT id FROM log WHERE channel = $1 ORDER BY sequence) AS sorted) AS n
        WHERE log.id = n.id
        """,
        channel);

    private static LoggedMessage Read(NpgsqlDataReader row, ConversationKey key) => new(key, row.GetInt64(0), row.GetInt64(1), row.GetInt32(2), row.GetString(3));
}
