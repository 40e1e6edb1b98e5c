using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres.Engine;
using Npgsql;

namespace NemoBot.Storage.Postgres.Records;

/// <summary>Renders of the embedded studio. A claim is a number that rises with each taking, and a time until which it holds.</summary>
internal static class StudioRenderRows
{
    private const string Columns =
        "key, session, twin, length, json, output, over_at IS NOT NULL, over_at IS NULL AND COALESCE(lease_until > now(), false), progress, attempt, losses";

    /// <summary>More than workers claim at the same moment.</summary>
    private const int Candidates = 64;

    public static async Task<bool> AddAsync(PostgresSession session, StudioRender render)
    {
        // The row with the file is held until the commit, so that the file is not deleted in between.
        if (render.Output is { } output && await session.ScalarAsync("SELECT 1 FROM studio_renders WHERE output = $1 LIMIT 1 FOR SHARE", output).ConfigureAwait(false) is null)
        {
            return false;
        }

        return await session.ExecuteAsync(
            """
            INSERT INTO studio_renders (key, session, twin, length, json, output, over_at)
            VALUES ($1, $2, $3, $4, $5, $6::text, CASE WHEN $7 THEN now() END) ON CONFLICT (key) DO NOTHING
            """,
            render.Key,
            render.Session,
            render.Twin,
            render.Length,
            render.Json,
            render.Output,
            render.IsOver).ConfigureAwait(false) == 1;
    }

    public static Task<StudioRender?> FindAsync(PostgresSession session, string key) =>
        session.FirstAsync($"SELECT {Columns} FROM studio_renders WHERE key = $1", Read, key);

    public static Task<StudioRender?> FindTwinAsync(PostgresSession session, string twin) =>
        session.FirstAsync($"SELECT {Columns} FROM studio_renders WHERE twin = $1 AND output IS NOT NULL ORDER BY number DESC LIMIT 1", Read, twin);

    public static async Task<IReadOnlyCollection<string>> FindOutputsAsync(PostgresSession session, IReadOnlyCollection<string> bundles) => bundles.Count == 0
        ? [] : await session.QueryAsync("SELECT DISTINCT output FROM studio_renders WHERE output = ANY ($1)", r => r.GetString(0), [bundles.ToArray()]).ConfigureAwait(false);

    /// <summary>
    /// The order in which <see cref="ClaimAsync"/> takes what waits. One that follows a longer one of its session goes behind it; those older than
    /// the last <paramref name="mostOvertaken"/> that were claimed were overtaken by all of these.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, int>> ReadPlacesAsync(PostgresSession session, int mostOvertaken)
    {
        var places = await session.QueryAsync(
            """
            WITH waiting AS (
                SELECT key, number, CASE
                    WHEN number < (SELECT number FROM studio_renders WHERE attempt > 0 ORDER BY number DESC OFFSET $1 - 1 LIMIT 1) THEN interval '0'
                    ELSE max(length) OVER (PARTITION BY session ORDER BY number) END AS rank
                FROM studio_renders WHERE over_at IS NULL AND COALESCE(lease_until <= now(), true))
            SELECT key, (SELECT count(*) FROM studio_renders WHERE over_at IS NULL AND lease_until > now()) + row_number() OVER (ORDER BY rank, number) - 1
            FROM waiting
            """,
            r => (Key: r.GetString(0), Ahead: (int)r.GetInt64(1)),
            mostOvertaken).ConfigureAwait(false);
        return places.ToDictionary(p => p.Key, p => p.Ahead, StringComparer.Ordinal);
    }

    /// <summary>
    /// Claims the next render. Of those that may start the oldest was overtaken by all later ones that were claimed already. Rows that another
    /// worker is claiming at the moment are skipped. The conditions are repeated on the locked row: it may have changed since the snapshot.
    /// </summary>
    public static Task<StudioRender?> ClaimAsync(PostgresSession session, string worker, TimeSpan lease, int mostOvertaken) => session.FirstAsync(
        $"""
        WITH ready AS MATERIALIZED (
            SELECT DISTINCT ON (session) key, number, length FROM studio_renders
            WHERE over_at IS NULL AND COALESCE(lease_until <= now(), true)
                AND session NOT IN (SELECT session FROM studio_renders WHERE over_at IS NULL AND lease_until > now())
            ORDER BY session, number),
        late AS MATERIALIZED (
            SELECT count(*) >= $3 AS is_due FROM (
                SELECT 1 FROM studio_renders WHERE number > (SELECT min(number) FROM ready) AND attempt > 0 LIMIT $3) AS overtaking),
        first AS MATERIALIZED (SELECT key FROM ready, late ORDER BY CASE WHEN is_due THEN NULL ELSE length END, number LIMIT {Candidates}),
        next AS (
            SELECT key FROM studio_renders, late
            WHERE key = ANY (ARRAY (SELECT key FROM first)) AND over_at IS NULL AND COALESCE(lease_until <= now(), true)
            ORDER BY CASE WHEN is_due THEN NULL ELSE length END, number LIMIT 1 FOR UPDATE OF studio_renders SKIP LOCKED)
        UPDATE studio_renders SET owner = $1, attempt = attempt + 1, losses = losses + (owner <> '')::int, lease_until = now() + $2, progress = 0
        WHERE key = (SELECT key FROM next) RETURNING {Columns}
        """,
        Read,
        worker,
        lease,
        mostOvertaken);

    public static async Task<bool> RenewAsync(PostgresSession session, string key, int attempt, double progress, TimeSpan lease) => await session.ExecuteAsync(
        "UPDATE studio_renders SET lease_until = now() + $4, progress = $3 WHERE key = $1 AND attempt = $2 AND owner <> '' AND over_at IS NULL",
        key,
        attempt,
        progress,
        lease).ConfigureAwait(false) == 1;

    public static Task ReleaseAsync(PostgresSession session, string key, int attempt) => session.ExecuteAsync(
        "UPDATE studio_renders SET owner = '', lease_until = NULL, progress = 0 WHERE key = $1 AND attempt = $2 AND over_at IS NULL", key, attempt);

    public static async Task<bool> CloseAsync(PostgresSession session, string key, int? attempt, string json, string? output) => await session.ExecuteAsync(
        """
        UPDATE studio_renders SET json = $3, output = $4::text, over_at = now(), owner = '', lease_until = NULL
        WHERE key = $1 AND over_at IS NULL AND ($2::int IS NULL OR (attempt = $2::int AND owner <> ''))
        """,
        key,
        attempt,
        json,
        output).ConfigureAwait(false) == 1;

    public static Task<IReadOnlyList<StudioRender>> RemoveSessionAsync(PostgresSession session, string studioSession) =>
        RemoveAsync(session, "session = $1", studioSession);

    public static Task<IReadOnlyList<StudioRender>> RemoveOverAsync(PostgresSession session, DateTimeOffset before) =>
        RemoveAsync(session, "over_at < $1", before);

    private static async Task<IReadOnlyList<StudioRender>> RemoveAsync(PostgresSession session, string condition, object value)
    {
        var removed = await session.QueryAsync($"DELETE FROM studio_renders WHERE {condition} RETURNING {Columns}", Read, value).ConfigureAwait(false);
        var used = await FindOutputsAsync(session, [.. removed.Select(r => r.Output).OfType<string>()]).ConfigureAwait(false);
        return [.. removed.Select(r => r with { IsOutputInUse = r.Output is { } output && used.Contains(output) })];
    }

    private static StudioRender Read(NpgsqlDataReader row) => new()
    {
        Key = row.GetString(0),
        Session = row.GetString(1),
        Twin = row.GetString(2),
        Length = row.GetTimeSpan(3),
        Json = row.GetString(4),
        Output = row.TextOrNull(5),
        IsOver = row.GetBoolean(6),
        IsRunning = row.GetBoolean(7),
        Progress = row.GetDouble(8),
        Attempt = row.GetInt32(9),
        Losses = row.GetInt32(10),
    };
}
