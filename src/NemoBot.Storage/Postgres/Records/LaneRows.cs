using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres.Engine;

namespace NemoBot.Storage.Postgres.Records;

/// <summary>Lanes with their owners and epochs. Whoever writes under a lane holds its row shared until the commit, so that a claim waits for the write.</summary>
internal static class LaneRows
{
    /// <summary>Takes a lane from whoever has it.</summary>
    /// <returns>The new epoch.</returns>
    public static async Task<long> ClaimAsync(PostgresSession session, string lane, string owner) => (long)(await session.ScalarAsync(
        "INSERT INTO lanes (key, owner, epoch) VALUES ($1, $2, 1) ON CONFLICT (key) DO UPDATE SET owner = $2, epoch = lanes.epoch + 1 RETURNING epoch",
        lane,
        owner).ConfigureAwait(false))!;

    /// <summary>Takes a lane unless one of the living has it.</summary>
    /// <returns>The new epoch; null if one has.</returns>
    public static async Task<long?> ClaimIdleAsync(PostgresSession session, string lane, string owner, IReadOnlyCollection<string> living) =>
        await session.ScalarAsync(
            """
            INSERT INTO lanes (key, owner, epoch) VALUES ($1, $2, 1) ON CONFLICT (key) DO UPDATE SET owner = $2, epoch = lanes.epoch + 1
            WHERE lanes.owner = $2 OR NOT (lanes.owner = ANY ($3)) RETURNING epoch
            """,
            lane,
            owner,
            living.ToArray()).ConfigureAwait(false) as long?;

    /// <summary>Gives a lane back, if the epoch is still the one it was taken with.</summary>
    public static Task ReleaseAsync(PostgresSession session, string lane, long epoch) =>
        session.ExecuteAsync("UPDATE lanes SET owner = '' WHERE key = $1 AND epoch = $2", lane, epoch);

    /// <summary>Returns true if a lane still has the epoch that this process took it with.</summary>
    public static async Task<bool> IsHeldAsync(PostgresSession session, string lane) =>
        session.Lanes.Find(lane) is { } held
        && await session.ScalarAsync("SELECT 1 FROM lanes WHERE key = $1 AND epoch = $2 AND owner <> ''", lane, held).ConfigureAwait(false) is not null;

    /// <summary>Returns true if somebody has a lane with another epoch than this process took it with.</summary>
    public static async Task<bool> IsTakenAsync(PostgresSession session, string lane) =>
        session.Lanes.IsFenceOn
        && await session.ScalarAsync("SELECT 1 FROM lanes WHERE key = $1 AND owner <> '' AND epoch <> $2", lane, session.Lanes.Find(lane) ?? 0)
            .ConfigureAwait(false) is not null;

    public static Task RequireAsync(PostgresSession session, long channel) => RequireAsync(session, HeldLanes.OfChannel(channel));

    /// <summary>Keeps a lane from being taken until the end of the transaction. A lane that nobody ever took is free for all.</summary>
    /// <exception cref="LaneLostException">Another instance has it.</exception>
    public static async Task RequireAsync(PostgresSession session, string lane)
    {
        var found = await session.QueryAsync(
            "SELECT epoch, owner FROM lanes WHERE key = $1 FOR SHARE", r => (Epoch: r.GetInt64(0), Owner: r.GetString(1)), lane).ConfigureAwait(false);
        if (found is [var row] && (row.Owner.Length == 0 || session.Lanes.Find(lane) != row.Epoch) && session.Lanes.Refuse())
        {
            throw new LaneLostException();
        }
    }

    /// <summary>Keeps a lane that this process once took from being taken until the end of the transaction. Others may write.</summary>
    /// <exception cref="LaneLostException">Another instance has it now.</exception>
    public static Task RequireUnlessStrangerAsync(PostgresSession session, string lane) =>
        session.Lanes.Find(lane) is null ? Task.CompletedTask : RequireAsync(session, lane);

    /// <summary>Keeps a turn, render or reply from changing until the end of the transaction.</summary>
    /// <param name="session">A transaction.</param>
    /// <param name="table">Their table.</param>
    /// <param name="id">The row.</param>
    /// <returns>The number of its channel; null if it is gone.</returns>
    public static async Task<long?> LockAsync(PostgresSession session, string table, object id) =>
        await session.ScalarAsync($"SELECT channel FROM {table} WHERE id = $1 FOR UPDATE", id).ConfigureAwait(false) as long?;

    public static async Task<LaneWork> ReadWorkAsync(PostgresSession session, long channel)
    {
        var turns = await TurnRows.OpenAsync(session, channel).ConfigureAwait(false);
        var renders = await RenderRows.OpenAsync(session, channel).ConfigureAwait(false);
        return new LaneWork(turns, renders, await ReplyRows.OpenAsync(session, channel).ConfigureAwait(false));
    }

    /// <summary>Open work from before a time in the lanes of an owner; renders of any age.</summary>
    public static async Task<IReadOnlyList<OpenWork>> FindOpenWorkAsync(PostgresSession session, string owner, DateTimeOffset before) =>
        await session.QueryAsync(
            """
            SELECT w.kind, w.id, c.key FROM (
                SELECT 0 AS kind, id::text AS id, channel FROM turns WHERE over_at IS NULL AND created_at < $2
                UNION ALL SELECT 1, id, channel FROM renders WHERE over_at IS NULL
                UNION ALL SELECT 2, id::text, channel FROM replies WHERE created_at < $2) AS w
            JOIN lanes l ON l.key = 'channel ' || w.channel JOIN channels c ON c.id = w.channel
            WHERE l.owner = $1
            """,
            r => new OpenWork((OpenWorkKind)r.GetInt32(0), r.GetString(1), ConversationKey.Parse(r.GetString(2))),
            owner,
            before).ConfigureAwait(false);

    /// <summary>Conversations with open work whose lane belongs to none of the living.</summary>
    public static async Task<IReadOnlyList<ConversationKey>> FindIdleAsync(PostgresSession session, IReadOnlyCollection<string> living, int limit) =>
        await session.QueryAsync(
            """
            SELECT c.key FROM (
                SELECT channel FROM turns WHERE over_at IS NULL
                UNION SELECT channel FROM renders WHERE over_at IS NULL
                UNION SELECT channel FROM replies) AS work
            JOIN channels c ON c.id = work.channel LEFT JOIN lanes l ON l.key = 'channel ' || c.id
            WHERE l.owner IS NULL OR NOT (l.owner = ANY ($1)) ORDER BY c.id LIMIT $2
            """,
            r => ConversationKey.Parse(r.GetString(0)),
            living.ToArray(),
            limit).ConfigureAwait(false);
}
