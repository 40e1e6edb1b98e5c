using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace NemoBot.Telegram.Updates;

/// <summary>Small jobs that nobody waits for, such as stopping a button's spinner. They end with the platform's run.</summary>
internal sealed partial class BackgroundWork(ILogger<BackgroundWork> logger)
{
    private readonly ConcurrentDictionary<Task, byte> _running = new();
    private CancellationToken _stop = CancellationToken.None;

    /// <summary>From now on jobs end when this token says so.</summary>
    public void StopWith(CancellationToken stop) => _stop = stop;

    /// <summary>Starts a job; what it throws goes to the log.</summary>
    public void Run(Func<CancellationToken, Task> job)
    {
        var task = GuardAsync(job);
        if (!task.IsCompleted)
        {
            _running[task] = 0;
            _ = task.ContinueWith(t => _running.TryRemove(t, out _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    /// <summary>Waits for all jobs.</summary>
    public Task DrainAsync() => Task.WhenAll(_running.Keys);

    private async Task GuardAsync(Func<CancellationToken, Task> job)
    {
        await Task.Yield();
        try
        {
            await job(_stop);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The bot stops.
        }
        catch (Exception error)
        {
            LogFailed(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A small job for Telegram failed")]
    private partial void LogFailed(Exception error);
}
