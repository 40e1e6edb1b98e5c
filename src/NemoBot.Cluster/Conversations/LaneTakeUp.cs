using Microsoft.Extensions.Logging;
using NemoBot.Cluster.Membership;
using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Cluster.Conversations;

/// <summary>
/// Wakes conversations that have open work and no living owner, and turns of this instance's conversations that never reached their
/// queue. One way for the start, for a death and for everything that was missed.
/// </summary>
internal sealed partial class LaneTakeUp(
    ILaneStore lanes, IBotStore store, IConversationHome home, IGrainFactory grains, ClusterMembers members, TimeProvider clock, ILogger<LaneTakeUp> logger) : ITakeUp
{
    private const int Limit = 500;
    private const int AtOnce = 16;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    public Task RunAsync(CancellationToken cancellationToken) => SweepAsync(cancellationToken);

    /// <summary>Looks once. What fails is found again by the next look.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Each conversation is woken by the instance that it belongs to, so that the work of looking is shared.
            var idle = await lanes.FindIdleLanesAsync(members.Living, Limit, cancellationToken).ConfigureAwait(false);
            var mine = idle.Where(k => members.IsMine(k.ToString(), ClusterOptions.ChatRole)).ToList();
            await Parallel.ForEachAsync(
                mine,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                (key, _) => new ValueTask(WakeAsync(key))).ConfigureAwait(false);
            foreach (var turn in await lanes.FindWaitingTurnsAsync(members.Self, clock.GetUtcNow() - Grace, cancellationToken).ConfigureAwait(false))
            {
                await DispatchAsync(turn, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(logger, exception);
        }
    }

    private async Task WakeAsync(ConversationKey key)
    {
        try
        {
            await grains.GetGrain<IConversationGrain>(key.ToString()).WakeAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            LogNotWoken(logger, exception);
        }
    }

    private async Task DispatchAsync(long id, CancellationToken cancellationToken)
    {
        if (!home.Has(id) && await store.GetTurnAsync(id, cancellationToken).ConfigureAwait(false) is { } turn && turn.State.IsOpen())
        {
            await home.ResumeAsync(new LaneWork([turn], [], []), cancellationToken).ConfigureAwait(false);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Looking for conversations without an owner failed; it is repeated.")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A conversation could not be taken up; it is tried again.")]
    private static partial void LogNotWoken(ILogger logger, Exception exception);
}
