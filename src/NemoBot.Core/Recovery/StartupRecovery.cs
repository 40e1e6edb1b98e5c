using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Homes;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Recovery;

/// <summary>Takes up everything that an earlier process left, once, at the start of the only process.</summary>
internal sealed partial class StartupRecovery(
    IBotStore store, WorkResumer resumer, SupervisedLoop loop, IOptions<ClaimOptions> claims, TimeProvider clock, ILogger<StartupRecovery> logger) : ITakeUp
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(10);

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
                    await ResumeAsync(token).ConfigureAwait(false);
                    await done.CancelAsync().ConfigureAwait(false);
                },
                done.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Recovered.
        }
    }

    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var until = now + claims.Value.Lease;
        var renders = await store.ClaimOpenRendersAsync(claims.Value.Instance, now, until, cancellationToken).ConfigureAwait(false);
        var turns = await store.ClaimOpenTurnsAsync(claims.Value.Instance, now, until, cancellationToken).ConfigureAwait(false);

        // Claimed before the first turn continues: what ends from here on is shown by whoever ends it.
        var replies = await store.ClaimPendingRepliesAsync(claims.Value.Instance, now, until, cancellationToken).ConfigureAwait(false);
        await resumer.ResumeAsync(new LaneWork(turns, renders, replies), cancellationToken).ConfigureAwait(false);
        LogResumed(logger, turns.Count, renders.Count, replies.Count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Continued {Turns} turns, {Renders} renders and {Replies} replies of an earlier process.")]
    private static partial void LogResumed(ILogger logger, int turns, int renders, int replies);
}
