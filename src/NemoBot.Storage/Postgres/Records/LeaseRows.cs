using NemoBot.Storage.Postgres.Engine;

namespace NemoBot.Storage.Postgres.Records;

/// <summary>Claims on open rows, and how long those of each owner hold: renewing all of them writes one row.</summary>
internal static class LeaseRows
{
    /// <summary>Claims what has no owner, belongs to the owner already, or whose lease has run out.</summary>
    /// <param name="session">A transaction.</param>
    /// <param name="table">A table of open and closed work.</param>
    /// <param name="owner">Who claims.</param>
    /// <param name="now">The time of the claim.</param>
    /// <param name="until">Until when it holds.</param>
    public static Task ClaimAsync(PostgresSession session, string table, string owner, DateTimeOffset now, DateTimeOffset until) => session.ExecuteAsync(
        $"""
        UPDATE {table} SET owner = $1, lease_until = $3 WHERE id IN (
            SELECT t.id FROM {table} t LEFT JOIN leases l ON l.owner = t.owner
            WHERE {(table == "replies" ? "" : "t.over_at IS NULL AND ")}(t.owner IS NULL OR t.owner = $1 OR COALESCE(GREATEST(t.lease_until, l.until) <= $2, true))
            ORDER BY t.id FOR UPDATE OF t)
        """,
        owner,
        now,
        until);

    public static Task RenewAsync(PostgresSession session, string owner, DateTimeOffset until) => session.ExecuteAsync(
        "INSERT INTO leases (owner, until) VALUES ($1, $2) ON CONFLICT (owner) DO UPDATE SET until = $2", owner, until);
}
