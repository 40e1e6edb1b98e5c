using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace NemoBot.Discord.Events;

/// <summary>
/// Writes events to disk in the order of each channel, many channels side by side. What fails is tried again, because it would be
/// lost otherwise; what is still waiting at the end stays open and comes again after the restart.
/// </summary>
internal sealed partial class ChannelLanes
{
    private const int Lanes = 64;
    private const int Attempts = 8;

    private readonly Channel<Work>[] _lanes = [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateUnbounded<Work>())];
    private readonly Task[] _workers;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;

    public ChannelLanes(TimeProvider clock, ILogger log, CancellationToken cancellationToken)
    {
        _clock = clock;
        _log = log;
        _workers = [.. _lanes.Select(lane => Task.Run(() => RunAsync(lane.Reader, cancellationToken), CancellationToken.None))];
    }

    /// <summary>Ends when the workers have stopped.</summary>
    public Task Drained => Task.WhenAll(_workers);

    /// <summary>Queues work of a channel; the task ends with it, cancelled if it was not done.</summary>
    public Task RunAsync(ulong channel, Func<CancellationToken, Task> action)
    {
        var work = new Work(action, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _lanes[(int)((channel >> 22) % Lanes)].Writer.TryWrite(work);
        return work.Done.Task;
    }

    private async Task RunAsync(ChannelReader<Work> reader, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var work in reader.ReadAllAsync(cancellationToken))
            {
                await TryAsync(work, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            while (reader.TryRead(out var left))
            {
                left.Done.TrySetCanceled(CancellationToken.None);
            }
        }
    }

    private async Task TryAsync(Work work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await work.Action(cancellationToken);
                break;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                work.Done.TrySetCanceled(CancellationToken.None);
                throw;
            }
            catch (Exception e)
            {
                LogFailed(_log, attempt, e);
                if (attempt == Attempts)
                {
                    break;
                }

                await WaitAsync(work, TimeSpan.FromMilliseconds(250 * Math.Pow(2, attempt)), cancellationToken);
            }
        }

        work.Done.TrySetResult();
    }

    private async Task WaitAsync(Work work, TimeSpan wait, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(wait, _clock, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            work.Done.TrySetCanceled(CancellationToken.None);
            throw;
        }
    }

    private sealed record Work(Func<CancellationToken, Task> Action, TaskCompletionSource Done);

    [LoggerMessage(Level = LogLevel.Error, Message = "An event from Discord could not be written down (attempt {Attempt})")]
    private static partial void LogFailed(ILogger logger, int attempt, Exception exception);
}
