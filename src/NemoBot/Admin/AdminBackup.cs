using NemoBot.Core.Storage;
using NemoBot.Settings;
using NemoBot.Storage.Backups;

namespace NemoBot.Admin;

/// <summary>Writes a backup of the records beside them, in the data folder.</summary>
internal sealed class AdminBackup(IStoreBackup backup, IConfiguration configuration, TimeProvider clock)
{
    public async Task<(string? File, string? Problem)> WriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(DataFolder.Find(configuration), "backups"));
            var file = Path.Combine(folder.FullName, $"nemobot-{clock.GetUtcNow():yyyyMMdd-HHmmss}.litedb");
            await backup.BackupAsync(file, cancellationToken).ConfigureAwait(false);
            return (file, null);
        }
        catch (Exception exception) when (exception is StoreException or IOException or UnauthorizedAccessException)
        {
            return (null, exception.Message);
        }
    }
}
