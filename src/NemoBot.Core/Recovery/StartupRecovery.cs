using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Homes;
using NemoBot.Core.Queueing;
using NemoBot.Core.Rendering;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Recovery;

/// <summary>
/// Takes up everything that an earlier process left, at the start of the only process. Later sweeps take up what was missed: a record that
/// could not be read then, work that ended without its end being stored.
/// </summary>
internal sealed partial class StartupRecovery(
    IBotStore store,
    WorkResumer resumer,
    QueueRunner turns,
    RenderQueue renders,
    OwedEnds owed,
    StatusFinalizer finalizer,
    SupervisedLoop loop,
    IOptions<ClaimOptions> claims,
    TimeProvider clock,
    ILogger<StartupRecovery> logger) : ITakeUp
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(5);

    /// <summary>Younger work may be stored and not enqueued yet.</summary>
    private static readonly TimeSpan SweptAge = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan OldestReply = TimeSpan.FromHours(1);

    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(10);

    private Dictionary<string, Task> _takenUp = [];

    /// <summary>Recovers once, retrying while the store fails.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await loop.RunAsync(
                "recovery",
                RetryInterval,
                runsAtOnce: true,
                async token =>
                {
                    await ClaimAsync(token, stopping: cancellationToken).ConfigureAwait(false);
                    await done.CancelAsync().ConfigureAwait(false);
                },
                done.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Recovered.
        }
    }

    /// <summary>Takes up, from time to time, open work that nothing here runs.</summary>
    public Task SweepAsync(CancellationToken cancellationToken) => loop.RunAsync("sweep", SweepInterval, runsAtOnce: false, SweepOnceAsync, cancellationToken);

    public Task TakenUpAsync(string platform) => _takenUp.GetValueOrDefault(platform, Task.CompletedTask);

    /// <param name="cancellationToken">Ends with the claims.</param>
    /// <param name="stopping">Ends what was begun.</param>
    private async Task ClaimAsync(CancellationToken cancellationToken, CancellationToken stopping)
    {
        // All of it before the first turn continues: what ends from here on is shown by whoever ends it.
        var (turns, renders, replies) = await ClaimOpenAsync(clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        var all = turns.Select(t => t.Message.Conversation).Concat(renders.Select(r => r.Conversation)).Concat(replies.Select(r => r.Conversation));
        _takenUp = all.Select(c => c.Platform).Distinct().ToDictionary(
            p => p,
            p => resumer.ResumeAsync(
                new LaneWork(
                    [.. turns.Where(t => t.Message.Conversation.Platform == p)],
                    [.. renders.Where(r => r.Conversation.Platform == p)],
                    [.. replies.Where(r => r.Conversation.Platform == p)]),
                stopping));
        LogResumed(logger, turns.Count, renders.Count, replies.Count);
    }

    /// <summary>What was claimed may have ended since: it is read again.</summary>
    private async Task SweepOnceAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (openTurns, openRenders, pending) = await ClaimOpenAsync(now, cancellationToken).ConfigureAwait(false);
        List<RenderRecord> lostRenders = [];
        foreach (var render in openRenders.Where(r => now - r.CreatedAt > SweptAge && !renders.Has(r.Conversation, r.Id) && !owed.Has(r.Id)))
        {
            var current = await store.GetRenderAsync(render.Id, cancellationToken).ConfigureAwait(false);
            lostRenders.AddRange(current is { IsClosed: false } ? [current] : []);
        }

        List<TurnRecord> lostTurns = [];
        foreach (var turn in openTurns.Where(t => now - t.CreatedAt > SweptAge && !turns.Has(t.Id) && !owed.Has(t.Id)))
        {
            var current = await store.GetTurnAsync(turn.Id, cancellationToken).ConfigureAwait(false);
            lostTurns.AddRange(current is not null && current.State.IsOpen() ? [current] : []);
        }

        // A chat that refuses a reply for an hour will not take it any more.
        var replies = pending.Where(r => now - r.CreatedAt > SweptAge && now - r.CreatedAt < OldestReply && !finalizer.IsShowing(r.Id)).ToList();
        if (lostTurns.Count + lostRenders.Count + replies.Count > 0)
        {
            LogSwept(logger, lostTurns.Count, lostRenders.Count, replies.Count);
            await resumer.ResumeAsync(new LaneWork(lostTurns, lostRenders, replies), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<LaneWork> ClaimOpenAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (instance, until) = (claims.Value.Instance, now + claims.Value.Lease);
        var renders = await store.ClaimOpenRendersAsync(instance, now, until, cancellationToken).ConfigureAwait(false);
        var turns = await store.ClaimOpenTurnsAsync(instance, now, until, cancellationToken).ConfigureAwait(false);
        return new LaneWork(turns, renders, await store.ClaimPendingRepliesAsync(instance, now, until, cancellationToken).ConfigureAwait(false));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Took up {Turns} turns, {Renders} renders and {Replies} replies that were open and ran nowhere.")]
    private static partial void LogSwept(ILogger logger, int turns, int renders, int replies);

    [LoggerMessage(Level = LogLevel.Information, Message = "Continued {Turns} turns, {Renders} renders and {Replies} replies of an earlier process.")]
    private static partial void LogResumed(ILogger logger, int turns, int renders, int replies);
}
