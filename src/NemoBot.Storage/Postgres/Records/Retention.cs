using NemoBot.Storage.Postgres.Engine;

namespace NemoBot.Storage.Postgres.Records;

/// <summary>Deletes what is past its time, a few rows at a time, so that other calls wait for none of it.</summary>
internal static class Retention
{
    /// <summary>Rows that one step deletes.</summary>
    public const int StepSize = 1000;

    /// <summary>The tables, and the column that says when a row was over.</summary>
    public static IReadOnlyList<(string Table, string Column)> Kinds { get; } =
        [("turns", "over_at"), ("renders", "over_at"), ("replies", "created_at"), ("log", "at"), ("seen", "at"), ("small_values", "until")];

    /// <returns>The number of deleted rows; fewer than <see cref="StepSize"/>: nothing is left.</returns>
    public static Task<int> PruneAsync(PostgresSession session, string table, string column, DateTimeOffset before) => session.ExecuteAsync(
        $"DELETE FROM {table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM {table} WHERE {column} < $1 ORDER BY {column} LIMIT {StepSize} FOR UPDATE SKIP LOCKED))",
        before);
}
