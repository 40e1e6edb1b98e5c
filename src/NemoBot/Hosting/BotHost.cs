using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Core.Recovery;
using NemoBot.Core.Status;

namespace NemoBot.Hosting;

/// <summary>
/// Continues what was left, then runs the platforms until the process stops. A platform that fails, or cannot start, is reported once and
/// tried again slowly; the others keep running.
/// </summary>
internal sealed partial class BotHost(
    PlatformDirectory platforms,
    IInboundSink sink,
    ITakeUp recovery,
    Upkeep upkeep,
    LoopHealth health,
    TimeProvider clock,
    ILogger<BotHost> logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await recovery.RunAsync(stoppingToken).ConfigureAwait(false);
        await Task.WhenAll([.. platforms.All.Select(p => RunAsync(p, stoppingToken)), upkeep.RunAsync(stoppingToken), recovery.SweepAsync(stoppingToken)]).ConfigureAwait(false);
    }

    private async Task RunAsync(IChatPlatform platform, CancellationToken stoppingToken)
    {
        await recovery.TakenUpAsync(platform.Name).WaitAsync(stoppingToken).ConfigureAwait(false);
        var pause = FirstPause;
        string? reported = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            var begun = clock.GetTimestamp();
            if (await TryAsync(platform, stoppingToken).ConfigureAwait(false) is not { } failure)
            {
                return;
            }

            if (clock.GetElapsedTime(begun) > LongestPause)
            {
                // It has worked in between: this is a new failure.
                (pause, reported) = (FirstPause, null);
            }

            if (reported != failure.Message)
            {
                LogStopped(logger, platform.Name, failure.Message);
                reported = failure.Message;
            }

            health.Failed(platform.Name, failure.Message);
            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(false);
            pause = Backoff.Next(pause, LongestPause);
        }
    }

    /// <returns>Why it stopped; null if it was to stop.</returns>
    private async Task<Exception?> TryAsync(IChatPlatform platform, CancellationToken stoppingToken)
    {
        try
        {
            if (health.Problems.GetValueOrDefault(platform.Name) is not null && platform is IStartCheck check)
            {
                await check.CheckAsync(stoppingToken).ConfigureAwait(false);
            }

            health.Succeeded(platform.Name);
            await platform.RunAsync(sink, stoppingToken).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Platform} does not run and is tried again: {Problem}")]
    private static partial void LogStopped(ILogger logger, string platform, string problem);
}
