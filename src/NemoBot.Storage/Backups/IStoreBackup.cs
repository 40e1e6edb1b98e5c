using NemoBot.Core.Storage;

namespace NemoBot.Storage.Backups;

/// <summary>Copies of the whole store, made and taken back while the bot runs.</summary>
public interface IStoreBackup
{
    /// <summary>Writes everything that is kept at this moment to one file, replacing it.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    Task BackupAsync(string file, CancellationToken cancellationToken);

    /// <summary>Replaces everything that is kept by what a backup holds. The backup is checked first.</summary>
    /// <exception cref="StoreException">It is damaged, of a newer version or no backup: the store stays as it was.</exception>
    Task RestoreAsync(string file, CancellationToken cancellationToken);

    /// <summary>The same for a store that is not open because it is damaged.</summary>
    void RestoreOffline(string file);
}
