using NemoBot.Storage.Postgres.Engine;

namespace NemoBot.Storage.Postgres.Records;

/// <summary>Small values by name.</summary>
internal static class CursorRows
{
    public static async Task<string?> GetAsync(PostgresSession session, string name) =>
        await session.ScalarAsync("SELECT value FROM cursors WHERE name = $1", name).ConfigureAwait(false) as string;

    /// <summary>Sets a value. One that belongs to a work which one instance does is refused from all others.</summary>
    public static async Task SetAsync(PostgresSession session, string name, string? value)
    {
        await LaneRows.RequireAsync(session, HeldLanes.OfSoleWork(name)).ConfigureAwait(false);
        await (value is null
            ? session.ExecuteAsync("DELETE FROM cursors WHERE name = $1", name)
            : session.ExecuteAsync("INSERT INTO cursors (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = $2", name, value)).ConfigureAwait(false);
    }
}
