using Microsoft.Extensions.Logging;
using NemoBot.Cluster.Membership;
using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Cluster.Conversations;

/// <summary>
/// Wakes conversations that have open work and no living owner, and those of this instance with open work that does not run: turns that
/// never reached their queue, renders and replies that could not be continued. One way for the start, for a death and for what was missed.
/// </summary>
internal sealed partial class LaneTakeUp(
    ILaneStore lanes, IConversationHome home, IGrainFactory grains, ClusterMembers members, TimeProvider clock, ILogger<LaneTakeUp> logger) : ITakeUp
{
    private const int Limit = 500;
    private const int AtOnce = 16;
    private readonly RetryPace _pace = new(clock);

    /// <summary>Younger work may be stored and not enqueued yet.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromSeconds(10);

    public Task RunAsync(CancellationToken cancellationToken) => SweepAsync(cancellationToken);

    /// <summary>Looks once. What fails is found again by the next look.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Each conversation is woken by the instance that it belongs to, so that the work of looking is shared.
            var idle = await lanes.FindIdleLanesAsync(members.Living, Limit, cancellationToken).ConfigureAwait(false);
            var mine = idle.Where(k => members.IsMine(k.ToString(), ClusterOptions.ChatRole));
            var open = await lanes.FindOpenWorkAsync(members.Self, clock.GetUtcNow() - Grace, cancellationToken).ConfigureAwait(false);
            var lost = _pace.TakeDue([.. open.Where(w => !home.Has(w))]).Select(w => w.Conversation);
            await Parallel.ForEachAsync(
                mine.Concat(lost).ToHashSet(),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                (key, _) => new ValueTask(WakeAsync(key))).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Looking for conversations without an owner failed; it is repeated.")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A conversation could not be taken up; it is tried again.")]
    private static partial void LogNotWoken(ILogger logger, Exception exception);
}
