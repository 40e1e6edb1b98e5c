using System.Text.Json;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres.Engine;
using Npgsql;

namespace NemoBot.Storage.Postgres.Records;

/// <summary>What status messages still have to say.</summary>
internal static class ReplyRows
{
    private const string Columns = """
        SELECT r.id, c.key, r.record, r.owner, GREATEST(r.lease_until, l.until)
        FROM replies r JOIN channels c ON c.id = r.channel LEFT JOIN leases l ON l.owner = r.owner

        """;

    /// <summary>Adds it to a channel under a new id.</summary>
    public static async Task<PendingReply> AddAsync(PostgresSession session, long channel, PendingReply reply)
    {
        var id = await session.ScalarAsync(
            "INSERT INTO replies (channel, owner, lease_until, created_at, record) VALUES ($1, $2, $3, $4, $5) RETURNING id",
            [channel, .. Values(reply)]).ConfigureAwait(false);
        return reply with { Id = (long)id! };
    }

    /// <summary>Adds it under its own id.</summary>
    public static Task InsertAsync(PostgresSession session, long channel, PendingReply reply) => session.ExecuteAsync(
        "INSERT INTO replies (id, channel, owner, lease_until, created_at, record) VALUES ($1, $2, $3, $4, $5, $6)", [reply.Id, channel, .. Values(reply)]);

    /// <summary>Changes the newest form of a reply; null if it is gone.</summary>
    public static async Task<PendingReply?> UpdateAsync(PostgresSession session, long id, Func<PendingReply, PendingReply> change)
    {
        if (await LaneRows.LockAsync(session, "replies", id).ConfigureAwait(false) is not { } channel
            || await session.FirstAsync(Columns + "WHERE r.id = $1", Read, id).ConfigureAwait(false) is not { } before)
        {
            return null;
        }

        await LaneRows.RequireAsync(session, channel).ConfigureAwait(false);
        var after = change(before) with { Id = id, Conversation = before.Conversation };
        await session.ExecuteAsync(
            "UPDATE replies SET owner = $2, lease_until = $3, created_at = $4, record = $5 WHERE id = $1", [id, .. Values(after)]).ConfigureAwait(false);
        return after;
    }

    public static async Task DeleteAsync(PostgresSession session, long id)
    {
        if (await LaneRows.LockAsync(session, "replies", id).ConfigureAwait(false) is { } channel)
        {
            await LaneRows.RequireAsync(session, channel).ConfigureAwait(false);
            await session.ExecuteAsync("DELETE FROM replies WHERE id = $1", id).ConfigureAwait(false);
        }
    }

    /// <summary>The replies of a channel in order of id.</summary>
    public static Task<List<PendingReply>> OpenAsync(PostgresSession session, long channel) =>
        session.QueryAsync(Columns + "WHERE r.channel = $1 ORDER BY r.id", Read, channel);

    public static async Task<IReadOnlyList<PendingReply>> ClaimAsync(PostgresSession session, string owner, DateTimeOffset now, DateTimeOffset until)
    {
        await LeaseRows.ClaimAsync(session, "replies", owner, now, until).ConfigureAwait(false);
        return await session.QueryAsync(
            Columns + "WHERE r.owner = $1 ORDER BY r.id", r => Read(r) with { LeaseUntil = until }, owner).ConfigureAwait(false);
    }

    private static object?[] Values(PendingReply reply) =>
        [reply.Owner, reply.LeaseUntil, reply.CreatedAt, JsonSerializer.Serialize(reply, RecordJson.Default.PendingReply)];

    private static PendingReply Read(NpgsqlDataReader row) => RecordJson.Read(row.GetString(2), RecordJson.Default.PendingReply) with
    {
        Id = row.GetInt64(0),
        Conversation = ConversationKey.Parse(row.GetString(1)),
        Owner = row.TextOrNull(3),
        LeaseUntil = row.TimeOrNull(4),
    };
}
