using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb;
using NemoBot.Storage.LiteDb.Engine;
using NemoBot.Storage.Postgres;
using NemoBot.Storage.Settings;

namespace NemoBot.Storage.Moving;

/// <summary>
/// Copies the LiteDB store of a data folder into an empty PostgreSQL database. All of it is one transaction: a copy that is broken off
/// leaves the database empty, but for records of the embedded studio, and is started again. The files stay as they are.
/// </summary>
public static class StoreMove
{
    /// <param name="section">The section <c>NemoBot</c>: its <c>DataFolder</c> and <c>Cluster</c> are read.</param>
    /// <param name="keysFolder">Where the keys are that encrypt tokens.</param>
    /// <param name="loggers">For what is unusual about the files.</param>
    /// <param name="beside">Copies the embedded studio, once the database is known to be empty; may be called again.</param>
    /// <param name="cancellationToken">Cancels the copy.</param>
    /// <returns>How many rows of each kind were copied.</returns>
    /// <exception cref="StoreException">With one sentence for the operator.</exception>
    public static async Task<IReadOnlyDictionary<string, int>> RunAsync(
        IConfiguration section,
        string keysFolder,
        ILoggerFactory loggers,
        Func<IStudioRecords, IStudioRenders, CancellationToken, Task<IReadOnlyDictionary<string, int>>> beside,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(beside);
        var cluster = section.GetSection(ClusterOptions.Section).Get<ClusterOptions>() ?? new ClusterOptions();
        var storage = section.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
        storage.DataFolder = section[nameof(StorageOptions.DataFolder)] is { Length: > 0 } folder ? folder : storage.DataFolder;
        RequireBoth(cluster, storage);

        using var source = new StoreDatabase(storage, loggers.CreateLogger<StoreDatabase>());
        using var target = new PostgresDatabase(cluster, TimeProvider.System);
        await target.OpenAsync(cancellationToken).ConfigureAwait(false);
        await source.OpenAsync(cancellationToken).ConfigureAwait(false);
        return await target.WriteAsync(
            async session =>
            {
                await StoreCopy.RequireEmptyAsync(session).ConfigureAwait(false);
                var studio = await beside(new PostgresStudioRecords(target), new PostgresStudioRenders(target), cancellationToken).ConfigureAwait(false);
                var copy = new StoreCopy(source, session, cancellationToken);
                await copy.RunAsync().ConfigureAwait(false);
                await KeyCopy.RunAsync(session, keysFolder).ConfigureAwait(false);
                return copy.Counts.Concat(studio).ToDictionary(StringComparer.Ordinal);
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static void RequireBoth(ClusterOptions cluster, StorageOptions storage)
    {
        if (!cluster.IsOn)
        {
            throw new StoreException(StoreProblem.Unavailable, "Set NemoBot:Cluster:Database (NEMOBOT__Cluster__Database) to the database to move into.");
        }

        if (!File.Exists(Path.Combine(storage.DataFolder, DatabaseFiles.DataName)))
        {
            throw new StoreException(StoreProblem.Unavailable, $"There is no store in {storage.DataFolder}: name its folder in NemoBot:DataFolder (NEMOBOT__DataFolder).");
        }
    }
}
