using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Configuration;

namespace NemoBot.Discord.Supervision;

/// <summary>Runs background work to completion: any failure is logged and retried with a growing delay, so that no loop dies silently.</summary>
internal sealed partial class RetryLoop(DiscordOptions options, HealthMonitor health, TimeProvider clock, ILogger<RetryLoop> log)
{
    /// <summary>Returns when the work has completed or was cancelled; never throws.</summary>
    /// <param name="name">Names the work in the log.</param>
    /// <param name="work">Run again after it fails; must be safe to repeat.</param>
    /// <param name="cancellationToken">Stops the work and the retries.</param>
    public async Task RunAsync(string name, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            for (var delay = options.ReconnectDelay; !await TryAsync(name, work, delay, cancellationToken); delay = Backoff.Next(delay, options.ReconnectDelayMax))
            {
                await Task.Delay(delay, clock, cancellationToken);
            }
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Shutting down.
        }
    }

    private async Task<bool> TryAsync(string name, Func<CancellationToken, Task> work, TimeSpan delay, CancellationToken cancellationToken)
    {
        try
        {
            health.Report(name, null);
            await work(cancellationToken);
            return true;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            health.Report(name, $"A background task fails and is retried: {name}.");
            LogFailed(log, name, delay, e);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord: {Name} failed; retrying in {Delay}")]
    private static partial void LogFailed(ILogger logger, string name, TimeSpan delay, Exception exception);
}
