using Microsoft.Extensions.Logging;

namespace NemoBot.Core.Recovery;

/// <summary>Repeats an action at an interval. A failure of any kind is logged and reported; the loop continues.</summary>
internal sealed partial class SupervisedLoop(LoopHealth health, TimeProvider clock, ILogger<SupervisedLoop> logger)
{
    /// <summary>Runs until it is cancelled.</summary>
    /// <param name="name">Names the loop in the log and in the health answer.</param>
    /// <param name="interval">Time between two runs.</param>
    /// <param name="runsAtOnce">The first run does not wait.</param>
    /// <param name="action">One run.</param>
    /// <param name="cancellationToken">Ends the loop.</param>
    public async Task RunAsync(
        string name, TimeSpan interval, bool runsAtOnce, Func<CancellationToken, Task> action, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(interval, clock);
        if (runsAtOnce)
        {
            await TryAsync(name, action, cancellationToken).ConfigureAwait(false);
        }

        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            await TryAsync(name, action, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TryAsync(string name, Func<CancellationToken, Task> action, CancellationToken cancellationToken)
    {
        try
        {
            await action(cancellationToken).ConfigureAwait(false);
            health.Succeeded(name);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The loop ends at its next wait.
        }
        catch (Exception exception)
        {
            LogFailed(logger, exception, name);
            health.Failed(name, exception.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The loop '{Name}' failed; it runs again at its next interval.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string name);
}
