using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NemoBot.Core.Erasure;
using NemoBot.Core.Homes;
using NemoBot.Core.Media;
using NemoBot.Core.Platforms;
using NemoBot.Core.Queueing;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Recovery;

/// <summary>Runs while the process lives: renews the leases of open work, and deletes what is past its retention time.</summary>
internal sealed partial class Upkeep(
    IBotStore store,
    ConversationEraser eraser,
    SupervisedLoop loop,
    ISoleWork sole,
    IOptionsMonitor<EngineOptions> options,
    IOptions<ClaimOptions> claims,
    IOptions<WorkOptions> work,
    TimeProvider clock,
    ILogger<Upkeep> logger)
{
    private const string Retention = "retention";
    private static readonly TimeSpan SweepInterval = TimeSpan.FromHours(1);

    /// <summary>Runs until it is cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(
        loop.RunAsync("lease renewal", claims.Value.Lease / 3, runsAtOnce: false, RenewAsync, cancellationToken),
        loop.RunAsync("scratch files", SweepInterval, runsAtOnce: false, SweepAsync, cancellationToken),
        loop.RunAsync(Retention, options.CurrentValue.PruneInterval, runsAtOnce: true, RetainAsync, cancellationToken));

    /// <summary>Where several processes share the records, one of them does it.</summary>
    private Task RetainAsync(CancellationToken cancellationToken) => sole.RunAsync(Retention, PruneAsync, cancellationToken);

    private Task RenewAsync(CancellationToken cancellationToken) =>
        store.RenewLeasesAsync(claims.Value.Instance, clock.GetUtcNow() + claims.Value.Lease, cancellationToken);

    private Task SweepAsync(CancellationToken cancellationToken) => Task.Run(() => WorkSpace.Sweep(work.Value, clock.GetUtcNow()), cancellationToken);

    /// <summary>Deletes old records, then whole conversations of which nothing newer is left.</summary>
    private async Task PruneAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - options.CurrentValue.Retention;
        await store.PruneAsync(before, cancellationToken).ConfigureAwait(false);
        foreach (var key in await store.GetUnusedConversationsAsync(before, cancellationToken).ConfigureAwait(false))
        {
            if (!eraser.IsBusy(key))
            {
                await EraseAsync(key, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A conversation that cannot be deleted does not keep the others; the next run tries it again.</summary>
    private async Task EraseAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        try
        {
            await eraser.EraseAsync(key, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotErased(logger, exception, key.Platform);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A conversation of {Platform} that is past its retention time could not be deleted; it is tried again.")]
    private static partial void LogNotErased(ILogger logger, Exception exception, string platform);
}
