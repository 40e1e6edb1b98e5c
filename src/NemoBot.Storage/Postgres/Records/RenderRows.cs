using System.Text.Json;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres.Engine;
using Npgsql;

namespace NemoBot.Storage.Postgres.Records;

/// <summary>Renders, from before their submission until the video is posted.</summary>
internal static class RenderRows
{
    private const string Columns = """
        SELECT r.id, c.key, r.record, r.draft_version, r.owner,
            CASE WHEN r.over_at IS NULL THEN GREATEST(r.lease_until, l.until) ELSE r.lease_until END
        FROM renders r JOIN channels c ON c.id = r.channel LEFT JOIN leases l ON l.owner = r.owner

        """;

    /// <summary>Adds a render unless there is one with its id, and ends the one whose place it takes.</summary>
    /// <returns>False if the conversation is gone, or the replaced render is gone or closed.</returns>
    public static async Task<bool> AddAsync(PostgresSession session, RenderRecord render, string? replaced)
    {
        if (replaced is not null)
        {
            if (await UpdateAsync(session, replaced, r => r.ReplacedBy(render)).ConfigureAwait(false) is not { } ended)
            {
                return false;
            }

            render = render with { Conversation = ended.Conversation };
        }

        if (await session.ScalarAsync("SELECT id FROM channels WHERE key = $1 FOR KEY SHARE", render.Conversation.ToString()).ConfigureAwait(false) is not long channel)
        {
            return false;
        }

        await LaneRows.RequireAsync(session, channel).ConfigureAwait(false);
        await InsertAsync(session, channel, render).ConfigureAwait(false);
        return true;
    }

    /// <summary>Adds a render to a channel that cannot go away meanwhile.</summary>
    public static Task InsertAsync(PostgresSession session, long channel, RenderRecord render) => session.ExecuteAsync(
        """
        INSERT INTO renders (id, channel, draft_version, owner, lease_until, over_at, record) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT DO NOTHING
        """,
        [render.Id, channel, .. Values(render)]);

    /// <summary>Changes the newest form of a render; null if it is gone or closed.</summary>
    public static async Task<RenderRecord?> UpdateAsync(PostgresSession session, string id, Func<RenderRecord, RenderRecord> change)
    {
        if (await LaneRows.LockAsync(session, "renders", id).ConfigureAwait(false) is not { } channel
            || await GetAsync(session, id).ConfigureAwait(false) is not { IsClosed: false } before)
        {
            return null;
        }

        await LaneRows.RequireAsync(session, channel).ConfigureAwait(false);
        var after = change(before) with { Id = id, Conversation = before.Conversation };
        await session.ExecuteAsync(
            "UPDATE renders SET draft_version = $2, owner = $3, lease_until = $4, over_at = $5, record = $6 WHERE id = $1",
            [id, .. Values(after)]).ConfigureAwait(false);
        return after;
    }

    /// <summary>Ends an open render together with a reply; null if it is gone or closed.</summary>
    public static async Task<PendingReply?> EndAsync(PostgresSession session, string id, Func<RenderRecord, RenderRecord> change, PendingReply reply) =>
        await LaneRows.LockAsync(session, "renders", id).ConfigureAwait(false) is { } channel && await UpdateAsync(session, id, change).ConfigureAwait(false) is { } after
            ? await ReplyRows.AddAsync(session, channel, reply with { Conversation = after.Conversation }).ConfigureAwait(false)
            : null;

    public static Task<RenderRecord?> GetAsync(PostgresSession session, string id) => session.FirstAsync(Columns + "WHERE r.id = $1", Read, id);

    /// <summary>The open renders of a channel, oldest first.</summary>
    public static async Task<IReadOnlyList<RenderRecord>> OpenAsync(PostgresSession session, long channel)
    {
        var open = await session.QueryAsync(Columns + "WHERE r.over_at IS NULL AND r.channel = $1", Read, channel).ConfigureAwait(false);
        return [.. open.OrderBy(r => r.CreatedAt)];
    }

    public static async Task<IReadOnlyList<RenderRecord>> OfConversationAsync(PostgresSession session, ConversationKey key)
    {
        var found = await session.QueryAsync(Columns + "WHERE c.key = $1", Read, key.ToString()).ConfigureAwait(false);
        return [.. found.OrderBy(r => r.CreatedAt)];
    }

    /// <summary>Claims open renders, oldest first.</summary>
    public static async Task<IReadOnlyList<RenderRecord>> ClaimAsync(PostgresSession session, string owner, DateTimeOffset now, DateTimeOffset until)
    {
        await LeaseRows.ClaimAsync(session, "renders", owner, now, until).ConfigureAwait(false);
        var claimed = await session.QueryAsync(
            Columns + "WHERE r.over_at IS NULL AND r.owner = $1", r => Read(r) with { LeaseUntil = until }, owner).ConfigureAwait(false);
        return [.. claimed.OrderBy(r => r.CreatedAt)];
    }

    private static object?[] Values(RenderRecord render) =>
    [
        render.DraftVersion,
        render.Owner,
        render.LeaseUntil,
        render.IsClosed ? render.EndedAt ?? render.CreatedAt : null,
        JsonSerializer.Serialize(render, RecordJson.Default.RenderRecord),
    ];

    private static RenderRecord Read(NpgsqlDataReader row) => RecordJson.Read(row.GetString(2), RecordJson.Default.RenderRecord) with
    {
        Id = row.GetString(0),
        Conversation = ConversationKey.Parse(row.GetString(1)),
        DraftVersion = row.GetInt32(3),
        Owner = row.TextOrNull(4),
        LeaseUntil = row.TimeOrNull(5),
    };
}
