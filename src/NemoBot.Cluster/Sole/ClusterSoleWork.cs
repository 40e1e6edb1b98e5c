using Microsoft.Extensions.Logging;
using NemoBot.Cluster.Membership;
using NemoBot.Core.Homes;
using NemoBot.Core.Storage;

namespace NemoBot.Cluster.Sole;

/// <summary>
/// Runs a work on the instance that all agree on, under a lane of its own: an instance that was frozen has lost the lane when it goes
/// on, and what it writes to the work's cursor is refused.
/// </summary>
internal sealed partial class ClusterSoleWork(ILaneStore lanes, ClusterMembers members, TimeProvider clock, ILogger<ClusterSoleWork> logger) : ISoleWork
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public async Task RunAsync(string name, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (members.IsMine(name, ClusterOptions.ReceiveRole) && await ClaimAsync(name, cancellationToken).ConfigureAwait(false))
            {
                if (await RunWhileHeldAsync(name, work, cancellationToken).ConfigureAwait(false))
                {
                    return;
                }
            }

            await Task.Delay(Interval, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <returns>True if the work has completed by itself.</returns>
    private async Task<bool> RunWhileHeldAsync(string name, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        LogStarted(logger, name);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = work(stop.Token);
        try
        {
            while (!running.IsCompleted && await IsHeldAsync(name, stop.Token).ConfigureAwait(false))
            {
                await Task.WhenAny(running, Task.Delay(Interval, clock, stop.Token)).ConfigureAwait(false);
            }

            var isOver = running.IsCompleted;
            await stop.CancelAsync().ConfigureAwait(false);
            await running.ConfigureAwait(false);
            return isOver;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && stop.IsCancellationRequested)
        {
            LogHandedOver(logger, name);
            return false;
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await running.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
            await ReleaseAsync(name).ConfigureAwait(false);
        }
    }

    private async Task<bool> ClaimAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await lanes.ClaimSoleWorkAsync(name, members.Self, members.Living, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException exception)
        {
            LogTrouble(logger, name, exception.Message);
            return false;
        }
    }

    /// <summary>While the database does not answer, nobody else can take the work: it goes on.</summary>
    private async Task<bool> IsHeldAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return members.IsMine(name, ClusterOptions.ReceiveRole) && await lanes.HoldsSoleWorkAsync(name, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException)
        {
            return true;
        }
    }

    private async Task ReleaseAsync(string name)
    {
        try
        {
            await lanes.ReleaseSoleWorkAsync(name, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is StoreException or ObjectDisposedException)
        {
            LogTrouble(logger, name, exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "This instance does '{Name}' from now on.")]
    private static partial void LogStarted(ILogger logger, string name);

    [LoggerMessage(Level = LogLevel.Information, Message = "Another instance does '{Name}' from now on.")]
    private static partial void LogHandedOver(ILogger logger, string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Who does '{Name}' cannot be found out now: {Problem}")]
    private static partial void LogTrouble(ILogger logger, string name, string problem);
}
