using System.Text.Json;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres.Engine;
using Npgsql;

namespace NemoBot.Storage.Postgres.Records;

/// <summary>Inbound messages and what became of them.</summary>
internal static class TurnRows
{
    // A claim holds until its own lease or its owner's has run out, whichever is later.
    private const string Columns = """
        SELECT t.id, c.key, t.record, t.draft_before, t.owner,
            CASE WHEN t.over_at IS NULL THEN GREATEST(t.lease_until, l.until) ELSE t.lease_until END
        FROM turns t JOIN channels c ON c.id = t.channel LEFT JOIN leases l ON l.owner = t.owner

        """;

    /// <summary>Adds it under a new id; null if the message id was seen before.</summary>
    public static async Task<TurnRecord?> AddAsync(PostgresSession session, TurnRecord turn)
    {
        var channel = await ChannelRow.LockOrAddAsync(session, turn.Message.Conversation).ConfigureAwait(false);
        if (!await SeenRows.AddAsync(session, channel.SeenSpace, turn.Message.MessageId, turn.CreatedAt).ConfigureAwait(false))
        {
            return null;
        }

        var id = await session.ScalarAsync(
            """
            INSERT INTO turns (channel, draft_before, owner, lease_until, over_at, is_sent, sent_at, record)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
            """,
            [channel.Id, .. Values(turn)]).ConfigureAwait(false);
        return turn with { Id = (long)id! };
    }

    /// <summary>Adds it under its own id.</summary>
    public static Task InsertAsync(PostgresSession session, long channel, TurnRecord turn) => session.ExecuteAsync(
        """
        INSERT INTO turns (id, channel, draft_before, owner, lease_until, over_at, is_sent, sent_at, record)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """,
        [turn.Id, channel, .. Values(turn)]);

    /// <summary>Changes the newest form of a turn; null if it is gone or the change would reopen it.</summary>
    public static async Task<TurnRecord?> UpdateAsync(PostgresSession session, long id, Func<TurnRecord, TurnRecord> change)
    {
        if (await LaneRows.LockAsync(session, "turns", id).ConfigureAwait(false) is not { } channel || await GetAsync(session, id).ConfigureAwait(false) is not { } before)
        {
            return null;
        }

        await LaneRows.RequireAsync(session, channel).ConfigureAwait(false);
        var changed = change(before);
        var after = changed with { Id = id, Message = changed.Message with { Conversation = before.Message.Conversation } };
        if (after.State.IsOpen() && !before.State.IsOpen())
        {
            return null;
        }

        await session.ExecuteAsync(
            """
            UPDATE turns SET draft_before = $2, owner = $3, lease_until = $4, over_at = $5, is_sent = $6, sent_at = $7, record = $8 WHERE id = $1
            """,
            [id, .. Values(after)]).ConfigureAwait(false);
        return after;
    }

    /// <summary>Changes a turn and adds the render that it leads to, wherever the turn has moved.</summary>
    public static async Task<TurnRecord?> UpdateAsync(PostgresSession session, long id, Func<TurnRecord, TurnRecord> change, RenderRecord render)
    {
        if (await LaneRows.LockAsync(session, "turns", id).ConfigureAwait(false) is not { } channel || await UpdateAsync(session, id, change).ConfigureAwait(false) is not { } after)
        {
            return null;
        }

        await RenderRows.InsertAsync(session, channel, render with { Conversation = after.Message.Conversation }).ConfigureAwait(false);
        return after;
    }

    /// <summary>Ends an open turn together with a reply; null if it is gone or over.</summary>
    public static async Task<PendingReply?> EndAsync(PostgresSession session, long id, Func<TurnRecord, TurnRecord> change, PendingReply reply)
    {
        if (await LaneRows.LockAsync(session, "turns", id).ConfigureAwait(false) is not { } channel
            || await GetAsync(session, id).ConfigureAwait(false) is not { } before
            || !before.State.IsOpen()
            || await UpdateAsync(session, id, change).ConfigureAwait(false) is not { } after)
        {
            return null;
        }

        return await ReplyRows.AddAsync(session, channel, reply with { Conversation = after.Message.Conversation }).ConfigureAwait(false);
    }

    public static Task<TurnRecord?> GetAsync(PostgresSession session, long id) => session.FirstAsync(Columns + "WHERE t.id = $1", Read, id);

    public static Task<TurnRecord?> LastAsync(PostgresSession session, ConversationKey key) => session.FirstAsync(
        Columns + "WHERE c.key = $1 AND t.is_sent ORDER BY t.id DESC LIMIT 1", Read, key.ToString());

    public static async Task<IReadOnlyList<TurnRecord>> DoneAsync(PostgresSession session, ConversationKey key, long fromId)
    {
        var sent = await session.QueryAsync(
            Columns + "WHERE c.key = $1 AND t.is_sent AND t.id >= $2 AND t.sent_at IS NOT NULL ORDER BY t.id", Read, key.ToString(), fromId).ConfigureAwait(false);
        return [.. sent.Where(t => t.State is TurnState.Done)];
    }

    /// <summary>The open turns of a channel in order of id.</summary>
    public static Task<List<TurnRecord>> OpenAsync(PostgresSession session, long channel) =>
        session.QueryAsync(Columns + "WHERE t.over_at IS NULL AND t.channel = $1 ORDER BY t.id", Read, channel);

    /// <summary>Claims open turns in order of id.</summary>
    public static async Task<IReadOnlyList<TurnRecord>> ClaimAsync(PostgresSession session, string owner, DateTimeOffset now, DateTimeOffset until)
    {
        await LeaseRows.ClaimAsync(session, "turns", owner, now, until).ConfigureAwait(false);
        return await session.QueryAsync(
            Columns + "WHERE t.over_at IS NULL AND t.owner = $1 ORDER BY t.id", r => Read(r) with { LeaseUntil = until }, owner).ConfigureAwait(false);
    }

    private static object?[] Values(TurnRecord turn) =>
    [
        turn.DraftBefore,
        turn.Owner,
        turn.LeaseUntil,
        turn.State.IsOpen() ? null : turn.EndedAt ?? turn.CreatedAt,
        turn.SentAt is not null || turn.State is TurnState.Sent or TurnState.Failed,
        turn.SentAt,
        JsonSerializer.Serialize(turn, RecordJson.Default.TurnRecord),
    ];

    private static TurnRecord Read(NpgsqlDataReader row)
    {
        var turn = RecordJson.Read(row.GetString(2), RecordJson.Default.TurnRecord);
        return turn with
        {
            Id = row.GetInt64(0),
            Message = turn.Message with { Conversation = ConversationKey.Parse(row.GetString(1)) },
            DraftBefore = row.GetInt32(3),
            Owner = row.TextOrNull(4),
            LeaseUntil = row.TimeOrNull(5),
        };
    }
}
