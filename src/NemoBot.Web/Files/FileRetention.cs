using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Web.Settings;

namespace NemoBot.Web.Files;

/// <summary>Deletes the files of the chat whose time is over.</summary>
internal sealed partial class FileRetention(IOptions<WebChatOptions> options, FileSpool spool, TimeProvider time, ILogger<FileRetention> logger)
{
    /// <summary>Runs until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.Value.SweepInterval, time);
        do
        {
            await SweepAsync(cancellationToken);
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (options.Value.FileRetention == TimeSpan.Zero)
        {
            return;
        }

        try
        {
            var count = await spool.RemoveOlderAsync(time.GetUtcNow() - options.Value.FileRetention, cancellationToken);
            if (count > 0)
            {
                LogSwept(count);
            }
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogSweepFailed(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Deleted {Count} expired files of the web chat")]
    private partial void LogSwept(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Expired files of the web chat could not be deleted")]
    private partial void LogSweepFailed(Exception error);
}
