using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres.Engine;

namespace NemoBot.Storage.Postgres.Records;

/// <summary>Records of the embedded studio.</summary>
internal static class StudioRecordRows
{
    public static async Task<IReadOnlyList<string>> FindAsync(PostgresSession session, string kind, IReadOnlyCollection<string> ids) =>
        await session.QueryAsync("SELECT json FROM studio_records WHERE kind = $1 AND id = ANY ($2)", r => r.GetString(0), kind, ids.ToArray()).ConfigureAwait(false);

    /// <summary>Changes a record. Its name is locked: one that does not exist yet has no row to lock.</summary>
    public static async Task UpdateAsync(PostgresSession session, string kind, string id, Func<string?, StudioRecord?> change)
    {
        await session.ExecuteAsync("SELECT pg_advisory_xact_lock(hashtextextended('nemobot studio ' || $1 || ' ' || $2, 0))", kind, id).ConfigureAwait(false);
        var old = await session.ScalarAsync("SELECT json FROM studio_records WHERE kind = $1 AND id = $2", kind, id).ConfigureAwait(false) as string;
        if (change(old) is { } record)
        {
            await session.ExecuteAsync(
                "INSERT INTO studio_records (kind, id, json, used_at) VALUES ($1, $2, $3, $4::timestamptz) ON CONFLICT (kind, id) DO UPDATE SET json = $3, used_at = $4::timestamptz",
                kind,
                id,
                record.Json,
                record.UsedAt).ConfigureAwait(false);
        }
    }

    /// <summary>Deletes a record, after changes that are under way: none of them brings it back.</summary>
    public static async Task<string?> RemoveAsync(PostgresSession session, string kind, string id)
    {
        await session.ExecuteAsync("SELECT pg_advisory_xact_lock(hashtextextended('nemobot studio ' || $1 || ' ' || $2, 0))", kind, id).ConfigureAwait(false);
        return await session.ScalarAsync("DELETE FROM studio_records WHERE kind = $1 AND id = $2 RETURNING json", kind, id).ConfigureAwait(false) as string;
    }

    public static async Task<IReadOnlyList<string>> RemoveUnusedAsync(PostgresSession session, string kind, DateTimeOffset before) =>
        await session.QueryAsync("DELETE FROM studio_records WHERE kind = $1 AND used_at < $2 RETURNING json", r => r.GetString(0), kind, before).ConfigureAwait(false);
}
