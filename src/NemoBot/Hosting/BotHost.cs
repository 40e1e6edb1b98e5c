using NemoBot.Core.Platforms;
using NemoBot.Core.Recovery;
using NemoBot.Core.Status;

namespace NemoBot.Hosting;

/// <summary>Takes up what was left, then runs the platforms until the process stops. A platform that can never work stops the bot.</summary>
internal sealed partial class BotHost(
    PlatformDirectory platforms, IInboundSink sink, StartupRecovery resumer, IHostApplicationLifetime lifetime, ILogger<BotHost> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await resumer.ResumeAsync(stoppingToken).ConfigureAwait(false);
        Task[] upkeep = [resumer.KeepClaimsAsync(stoppingToken), resumer.PruneAsync(stoppingToken)];
        await Task.WhenAll([.. platforms.All.Select(p => RunAsync(p, stoppingToken)), .. upkeep]).ConfigureAwait(false);
    }

    private async Task RunAsync(IChatPlatform platform, CancellationToken stoppingToken)
    {
        try
        {
            await platform.RunAsync(sink, stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The bot stops.
        }
        catch (Exception exception)
        {
            LogStopped(logger, platform.Name, exception.Message);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Platform} cannot run: {Problem}")]
    private static partial void LogStopped(ILogger logger, string platform, string problem);
}
