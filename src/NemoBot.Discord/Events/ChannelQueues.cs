using System.Numerics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Supervision;

namespace NemoBot.Discord.Events;

/// <summary>
/// Persists events in the order of each channel, all channels side by side. An event that cannot be persisted is held and retried until
/// the store accepts it, without delaying other channels. Events still queued at shutdown stay open and are replayed after the restart.
/// </summary>
internal sealed partial class ChannelQueues(
    DiscordOptions options, HealthMonitor health, TimeProvider clock, ILogger<ChannelQueues> log, CancellationToken stopping)
{
    private const int MalformedAttempts = 3;

    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, ChannelQueue> _queues = [];
    private int _held;

    /// <summary>Completes when the queues that are active now have ended.</summary>
    public Task Drained
    {
        get
        {
            lock (_gate)
            {
                return Task.WhenAll(_queues.Values.Select(q => q.Worker).ToList());
            }
        }
    }

    /// <summary>Enqueues work of a channel.</summary>
    /// <returns>A task that completes once the work is done, and is cancelled if it was not done before the shutdown.</returns>
    public Task RunAsync(ulong channel, Func<CancellationToken, Task> action)
    {
        var work = new Work(action, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_gate)
        {
            if (stopping.IsCancellationRequested)
            {
                return Task.FromCanceled(stopping);
            }

            if (_queues.TryGetValue(channel, out var active))
            {
                active.Waiting.Enqueue(work);
            }
            else
            {
                var queue = new ChannelQueue();
                queue.Waiting.Enqueue(work);
                _queues[channel] = queue;
                queue.Worker = Task.Run(() => DrainAsync(channel, queue), CancellationToken.None);
            }
        }

        return work.Done.Task;
    }

    private async Task DrainAsync(ulong channel, ChannelQueue queue)
    {
        while (true)
        {
            Work? work;
            lock (_gate)
            {
                // Dequeue and retire under one lock: an event that arrives in between would never be run.
                if (!queue.Waiting.TryDequeue(out work))
                {
                    _queues.Remove(channel);
                    return;
                }
            }

            await PersistAsync(work);
        }
    }

    private async Task PersistAsync(Work work)
    {
        var isHeld = false;
        try
        {
            for (var attempt = 1; !await TryAsync(work, attempt); attempt++)
            {
                if (!isHeld)
                {
                    isHeld = true;
                    CountHeld(1);
                }

                await Task.Delay(Backoff.After(attempt, options.EventRetryDelay, options.EventRetryDelayMax), clock, stopping);
            }

            work.Done.TrySetResult();
        }
        catch (OperationCanceledException)
        {
            work.Done.TrySetCanceled(CancellationToken.None);
        }

        if (isHeld)
        {
            CountHeld(-1);
        }
    }

    private void CountHeld(int change)
    {
        lock (_gate)
        {
            _held += change;
            health.Report("events", _held > 0 ? "Messages cannot be stored; they are held and retried." : null);
        }
    }

    /// <summary>Returns true if the work needs no further attempt.</summary>
    private async Task<bool> TryAsync(Work work, int attempt)
    {
        try
        {
            stopping.ThrowIfCancellationRequested();
            await work.Action(stopping);
            return true;
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            if (IsMalformed(e) && attempt >= MalformedAttempts)
            {
                LogMalformed(log, e);
                return true;
            }

            if (BitOperations.IsPow2(attempt))
            {
                LogNotPersisted(log, attempt, e);
            }

            return false;
        }
    }

    /// <summary>Errors caused by the event itself: a retry cannot help, and would block the channel for good.</summary>
    private static bool IsMalformed(Exception error) => error is JsonException or FormatException or ArgumentException or NullReferenceException
        or InvalidCastException or KeyNotFoundException or IndexOutOfRangeException;

    private sealed class ChannelQueue
    {
        public Queue<Work> Waiting { get; } = new();

        public Task Worker { get; set; } = Task.CompletedTask;
    }

    private sealed record Work(Func<CancellationToken, Task> Action, TaskCompletionSource Done);

    [LoggerMessage(Level = LogLevel.Error, Message = "An event from Discord could not be persisted (attempt {Attempt}); retrying")]
    private static partial void LogNotPersisted(ILogger logger, int attempt, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "An event from Discord cannot be processed and is dropped")]
    private static partial void LogMalformed(ILogger logger, Exception exception);
}
