using NemoBot.Core.Storage;
using NemoBot.Storage.Backups;

namespace NemoBot.Storage.Postgres;

/// <summary>PostgreSQL has its own tools for copies: the commands of the bot name them and do nothing.</summary>
internal sealed class PostgresBackup : IStoreBackup
{
    /// <inheritdoc />
    public Task BackupAsync(string file, CancellationToken cancellationToken) => throw Refuse("pg_dump");

    /// <inheritdoc />
    public Task RestoreAsync(string file, CancellationToken cancellationToken) => throw Refuse("pg_restore");

    /// <inheritdoc />
    public void RestoreOffline(string file) => throw Refuse("pg_restore");

    private static StoreException Refuse(string tool) =>
        new(StoreProblem.Unavailable, $"The store is a PostgreSQL database: use {tool} with it.");
}
