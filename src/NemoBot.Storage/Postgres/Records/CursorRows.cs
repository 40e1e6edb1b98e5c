using NemoBot.Storage.Postgres.Engine;

namespace NemoBot.Storage.Postgres.Records;

/// <summary>Small values by name.</summary>
internal static class CursorRows
{
    public static async Task<string?> GetAsync(PostgresSession session, string name) =>
        await session.ScalarAsync("SELECT value FROM cursors WHERE name = $1", name).ConfigureAwait(false) as string;

    public static Task SetAsync(PostgresSession session, string name, string? value) => value is null
        ? session.ExecuteAsync("DELETE FROM cursors WHERE name = $1", name)
        : session.ExecuteAsync("INSERT INTO cursors (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = $2", name, value);
}
