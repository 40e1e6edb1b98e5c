using NemoBot.Storage.Backups;

namespace NemoBot.Maintenance;

/// <summary>Carries out a request on the store, and says what came of it.</summary>
internal sealed class MaintenanceRunner(IStoreBackup store, TurnExplanation explanation)
{
    public const string Backup = "backup";
    public const string Restore = "restore";
    public const string Explain = "explain";

    /// <summary>Whatever goes wrong is an answer: somebody waits for one.</summary>
    public async Task<MaintenanceAnswer> RunAsync(MaintenanceRequest request, CancellationToken cancellationToken)
    {
        try
        {
            switch (request.Verb)
            {
                case Backup:
                    await store.BackupAsync(request.Argument, cancellationToken).ConfigureAwait(false);
                    return new MaintenanceAnswer(true, $"The backup is in {request.Argument} ({new FileInfo(request.Argument).Length / 1024:N0} KB).");
                case Restore when !File.Exists(request.Argument):
                    return new MaintenanceAnswer(false, $"There is no file {request.Argument}.");
                case Restore:
                    await store.RestoreAsync(request.Argument, cancellationToken).ConfigureAwait(false);
                    return new MaintenanceAnswer(true, $"The state is as in {request.Argument} again.");
                case Explain:
                    return await explanation.DescribeAsync(request.Argument, cancellationToken).ConfigureAwait(false);
                default:
                    return new MaintenanceAnswer(false, $"This version does not know {request.Verb}.");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && !cancellationToken.IsCancellationRequested)
        {
            return new MaintenanceAnswer(false, $"{request.Argument} cannot be {(request.Verb == Backup ? "written" : "read")}: {exception.Message}");
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new MaintenanceAnswer(false, exception.Message);
        }
    }
}
