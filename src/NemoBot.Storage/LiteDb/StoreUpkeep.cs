using Microsoft.Extensions.Logging;
using NemoBot.Storage.Backups;
using NemoBot.Storage.LiteDb.Durability;
using NemoBot.Storage.LiteDb.Maintenance;
using NemoBot.Storage.LiteDb.Records;

namespace NemoBot.Storage.LiteDb;

/// <summary>Backup, restore and compaction. They run one at a time: each counts on the files staying what they are.</summary>
internal sealed partial class StoreUpkeep(StoreDatabase database, ILogger<StoreUpkeep> logger) : IStoreBackup, IDisposable
{
    private readonly SemaphoreSlim _running = new(1, 1);

    /// <inheritdoc />
    public Task BackupAsync(string file, CancellationToken cancellationToken) => AloneAsync(
        async () =>
        {
            var snapshot = await Snapshot.TakeAsync(database.Thread, cancellationToken).ConfigureAwait(false);
            await using (snapshot.ConfigureAwait(false))
            {
                await Task.Run(() => BackupFile.Write(file, target => snapshot.WriteTo(target, cancellationToken)), cancellationToken).ConfigureAwait(false);
            }

            return true;
        },
        cancellationToken);

    /// <inheritdoc />
    public Task RestoreAsync(string file, CancellationToken cancellationToken) => AloneAsync(
        () => Restoration.RunAsync(database.Thread, file, Collections.Version, Collections.Upgrade, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public void RestoreOffline(string file) => Restoration.RunOffline(database.Folder, file, Collections.Version);

    /// <summary>Makes the file smaller once a third of it is free. LiteDB fills free pages again, but never gives them back.</summary>
    /// <returns>True if it did.</returns>
    public Task<bool> CompactIfWorthwhileAsync(CancellationToken cancellationToken) => AloneAsync(
        async () =>
        {
            var (free, all) = await CountPagesAsync(cancellationToken).ConfigureAwait(false);
            var isWorthwhile = all * SealedLog.PageSize >= database.Options.CompactAboveBytes && free * 3 >= all
                && await Compaction.RunAsync(database.Thread, Collections.Prepare, StoreDatabase.StepSize, cancellationToken).ConfigureAwait(false);
            if (isWorthwhile)
            {
                LogCompacted(logger, free, all);
            }

            return isWorthwhile;
        },
        cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _running.Dispose();

    private async Task<(long Free, long All)> CountPagesAsync(CancellationToken cancellationToken)
    {
        var snapshot = await Snapshot.TakeAsync(database.Thread, cancellationToken).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            return await Task.Run(snapshot.CountPages, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> AloneAsync(Func<Task<bool>> work, CancellationToken cancellationToken)
    {
        await _running.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            _running.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Free} of {All} pages of the database were free: it was compacted.")]
    private static partial void LogCompacted(ILogger logger, long free, long all);
}
