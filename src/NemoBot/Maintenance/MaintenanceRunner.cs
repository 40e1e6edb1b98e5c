using NemoBot.Core.Storage;
using NemoBot.Storage.Backups;

namespace NemoBot.Maintenance;

/// <summary>Carries out a request on the store, and says what came of it.</summary>
internal static class MaintenanceRunner
{
    public const string Backup = "backup";
    public const string Restore = "restore";

    public static async Task<MaintenanceAnswer> RunAsync(IStoreBackup store, MaintenanceRequest request, CancellationToken cancellationToken)
    {
        try
        {
            switch (request.Verb)
            {
                case Backup:
                    await store.BackupAsync(request.File, cancellationToken).ConfigureAwait(false);
                    return new MaintenanceAnswer(true, $"The backup is in {request.File} ({new FileInfo(request.File).Length / 1024:N0} KB).");
                case Restore when !File.Exists(request.File):
                    return new MaintenanceAnswer(false, $"There is no file {request.File}.");
                case Restore:
                    await store.RestoreAsync(request.File, cancellationToken).ConfigureAwait(false);
                    return new MaintenanceAnswer(true, $"The state is as in {request.File} again.");
                default:
                    return new MaintenanceAnswer(false, $"This version does not know {request.Verb}.");
            }
        }
        catch (Exception exception) when (exception is StoreException or IOException or UnauthorizedAccessException)
        {
            return new MaintenanceAnswer(false, exception.Message);
        }
    }
}
