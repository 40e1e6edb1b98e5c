using Microsoft.Extensions.Logging;
using NemoBot.Cluster.Membership;
using NemoBot.Cluster.Placement;
using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Cluster.Conversations;

/// <summary>
/// Holds the lane of a conversation for this instance. Two activations of one conversation can exist for a moment (a frozen instance goes
/// on): the one that took the lane last works, the other one's writes are refused.
/// </summary>
[ByRole]
internal sealed partial class ConversationGrain(
    IConversationHome home, ILaneStore lanes, IBotStore store, ClusterMembers members, ClusterMetrics metrics, TimeProvider clock, ILogger<ConversationGrain> logger) : Grain, IConversationGrain
{
    private static readonly TimeSpan IdleCheck = TimeSpan.FromMinutes(1);

    /// <summary>A younger turn may still reach its queue by itself.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromSeconds(2);

    private ConversationKey Key => ConversationKey.Parse(this.GetPrimaryKeyString());

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        metrics.Arrived();
        this.RegisterGrainTimer(StayWhileBusyAsync, new GrainTimerCreationOptions { DueTime = IdleCheck, Period = IdleCheck, Interleave = true });
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        metrics.Left();
        await home.AbandonAsync(Key).WaitAsync(cancellationToken).ConfigureAwait(true);
        await lanes.ReleaseLaneAsync(Key, cancellationToken).ConfigureAwait(true);
    }

    public async Task<DispatchAnswer> DispatchAsync(long turn)
    {
        if (!await TakeAsync(turn).ConfigureAwait(true))
        {
            await ContinueEarlierAsync(turn).ConfigureAwait(true);
        }

        return await store.GetTurnAsync(turn, CancellationToken.None).ConfigureAwait(true) is { } found && found.State.IsOpen()
            ? DispatchAnswer.Of(await home.DispatchAsync(found, CancellationToken.None).ConfigureAwait(true))
            : DispatchAnswer.Accepted;
    }

    public async Task WakeAsync()
    {
        if (!await TakeAsync(except: 0).ConfigureAwait(true))
        {
            await ContinueAsync().ConfigureAwait(true);
        }
    }

    public async Task CloseAsync()
    {
        await TakeAsync(except: 0).ConfigureAwait(true);
        await home.CloseAsync(Key, CancellationToken.None).ConfigureAwait(true);
    }

    /// <summary>The lane moves along with the rows; whoever is the home of the new key takes it from here, or has it already.</summary>
    public async Task MoveAsync(string to)
    {
        await TakeAsync(except: 0).ConfigureAwait(true);
        await home.MoveAsync(Key, ConversationKey.Parse(to), CancellationToken.None).ConfigureAwait(true);
        await GrainFactory.GetGrain<IConversationGrain>(to).WakeAsync().ConfigureAwait(true);
    }

    /// <summary>Takes the lane unless this instance has it, and continues what is open in it.</summary>
    /// <returns>True if it was taken.</returns>
    private async Task<bool> TakeAsync(long except)
    {
        if (await lanes.HoldsLaneAsync(Key, CancellationToken.None).ConfigureAwait(true))
        {
            return false;
        }

        // What still runs here is of an earlier holding: it must not write under the new one.
        await home.AbandonAsync(Key).ConfigureAwait(true);
        var work = await lanes.ClaimLaneAsync(Key, members.Self, CancellationToken.None).ConfigureAwait(true);
        work = work with { Turns = [.. work.Turns.Where(t => t.Id != except)] };
        if (work.Turns.Count + work.Renders.Count + work.Replies.Count > 0)
        {
            metrics.TookUp();
            LogTaken(logger, work.Turns.Count, work.Renders.Count, work.Replies.Count);
            await home.ResumeAsync(work, CancellationToken.None).ConfigureAwait(true);
        }

        return true;
    }

    /// <summary>
    /// Continues what is open in a lane that this instance has and does not run: the store failed when the work was read, continued or
    /// ended. Younger work may be on its way to the queue.
    /// </summary>
    private async Task ContinueAsync()
    {
        var before = clock.GetUtcNow() - LaneTakeUp.Grace;
        var work = await lanes.ReadWorkAsync(Key, CancellationToken.None).ConfigureAwait(true);
        await home.ResumeAsync(
            new LaneWork(
                [.. work.Turns.Where(t => t.CreatedAt < before)],
                [.. work.Renders.Where(r => r.CreatedAt < before)],
                [.. work.Replies.Where(r => r.CreatedAt < before)]),
            CancellationToken.None).ConfigureAwait(true);
    }

    /// <summary>Keeps the order: a turn whose dispatch was lost, because the database was away, runs before the ones that came after it.</summary>
    private async Task ContinueEarlierAsync(long turn)
    {
        var before = clock.GetUtcNow() - OnItsWay;
        var work = await lanes.ReadWorkAsync(Key, CancellationToken.None).ConfigureAwait(true);
        await home.ResumeAsync(new LaneWork([.. work.Turns.Where(t => t.Id < turn && t.CreatedAt < before)], [], []), CancellationToken.None).ConfigureAwait(true);
    }

    private Task StayWhileBusyAsync(CancellationToken cancellationToken)
    {
        if (!home.IsIdle(Key))
        {
            DelayDeactivation(IdleCheck * 5);
        }

        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Took up {Turns} turns, {Renders} renders and {Replies} replies of a conversation.")]
    private static partial void LogTaken(ILogger logger, int turns, int renders, int replies);
}
