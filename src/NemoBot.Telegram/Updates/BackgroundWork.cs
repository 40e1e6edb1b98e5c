using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace NemoBot.Telegram.Updates;

/// <summary>Small jobs that no caller waits for, such as acknowledging a button press. They end with the platform's run.</summary>
internal sealed partial class BackgroundWork(ILogger<BackgroundWork> logger)
{
    private readonly ConcurrentDictionary<Task, byte> _running = new();
    private CancellationToken _stop = CancellationToken.None;

    /// <summary>Sets the token that cancels all jobs started from now on.</summary>
    public void StopWith(CancellationToken stop) => _stop = stop;

    /// <summary>Starts a job; its exceptions are logged.</summary>
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
            // Stopping.
        }
        catch (Exception error)
        {
            LogFailed(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A Telegram background job failed")]
    private partial void LogFailed(Exception error);
}
