using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace NemoBot.Core.Queueing;

/// <summary>Runs queued turns, in order within a conversation and side by side across conversations.</summary>
internal sealed partial class QueueRunner(ConversationQueues queues, ITurnExecutor executor, ILogger<QueueRunner> logger)
{
    private readonly ConcurrentDictionary<long, byte> _turns = new();

    /// <summary>True if a turn waits or runs, in its queue or beside it.</summary>
    public bool Has(long turn) => _turns.ContainsKey(turn);

    /// <summary>Enqueues a turn.</summary>
    /// <returns>The turns ahead of it, the running one first.</returns>
    public IReadOnlyList<QueuedTurn> Enqueue(QueuedTurn item)
    {
        _turns[item.Turn.Id] = 0;
        var ahead = queues.Add(item);
        _ = Task.Run(() => RunAsync(item), CancellationToken.None);
        return ahead;
    }

    /// <summary>Runs a turn at once, beside the queue.</summary>
    public void RunBeside(QueuedTurn item)
    {
        _turns[item.Turn.Id] = 0;
        item.Announced.TrySetResult();
        item.Release();
        _ = Task.Run(() => RunAsync(item), CancellationToken.None);
    }

    private async Task RunAsync(QueuedTurn item)
    {
        try
        {
            await item.Released.ConfigureAwait(false);
            await executor.RunAsync(item).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The next turn of the queue runs whatever happened to this one.
            LogCrashed(logger, exception, item.Turn.Id);
        }
        finally
        {
            queues.Remove(item);
            _turns.TryRemove(item.Turn.Id, out _);
            item.Dispose();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Turn {Turn} ended with an unexpected error.")]
    private static partial void LogCrashed(ILogger logger, Exception exception, long turn);
}
