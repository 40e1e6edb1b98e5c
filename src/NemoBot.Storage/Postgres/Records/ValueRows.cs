using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres.Engine;

namespace NemoBot.Storage.Postgres.Records;

/// <summary>Small values of the bot as a whole.</summary>
internal static class ValueRows
{
    public static async Task<string?> GetAsync(PostgresSession session, string name) =>
        await session.ScalarAsync("SELECT value FROM small_values WHERE name = $1", name).ConfigureAwait(false) as string;

    /// <summary>Changes several values. The names are locked in order: a value that does not exist yet has no row to lock.</summary>
    public static async Task<bool> UpdateAsync(
        PostgresSession session, IReadOnlyList<string> names, Func<IReadOnlyList<string?>, IReadOnlyList<ExpiringValue?>?> change)
    {
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            await session.ExecuteAsync("SELECT pg_advisory_xact_lock(hashtextextended('nemobot value ' || $1, 0))", name).ConfigureAwait(false);
        }

        var old = new List<string?>();
        foreach (var name in names)
        {
            old.Add(await GetAsync(session, name).ConfigureAwait(false));
        }

        if (change(old) is not { } values)
        {
            return false;
        }

        foreach (var (name, value) in names.Zip(values))
        {
            await SetAsync(session, name, value).ConfigureAwait(false);
        }

        return true;
    }

    private static Task<int> SetAsync(PostgresSession session, string name, ExpiringValue? value) => value is null
        ? session.ExecuteAsync("DELETE FROM small_values WHERE name = $1", name)
        : session.ExecuteAsync(
            "INSERT INTO small_values (name, value, until) VALUES ($1, $2, $3) ON CONFLICT (name) DO UPDATE SET value = $2, until = $3",
            name,
            value.Text,
            value.ExpiresAt);
}
