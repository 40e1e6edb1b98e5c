using Microsoft.Extensions.Options;
using NemoBot.Core.Homes;
using NemoBot.Core.Queueing;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Recovery;

/// <summary>Runs while the process lives: renews the leases of open work, and deletes what is past its retention time.</summary>
internal sealed class Upkeep(
    IBotStore store, SupervisedLoop loop, ISoleWork sole, IOptionsMonitor<EngineOptions> options, IOptions<ClaimOptions> claims, TimeProvider clock)
{
    /// <summary>Runs until it is cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(
        loop.RunAsync("lease renewal", claims.Value.Lease / 3, runsAtOnce: false, RenewAsync, cancellationToken),
        sole.RunAsync(
            "retention",
            token => loop.RunAsync("retention", options.CurrentValue.PruneInterval, runsAtOnce: true, PruneAsync, token),
            cancellationToken));

    private Task RenewAsync(CancellationToken cancellationToken) =>
        store.RenewLeasesAsync(claims.Value.Instance, clock.GetUtcNow() + claims.Value.Lease, cancellationToken);

    private Task PruneAsync(CancellationToken cancellationToken) =>
        store.PruneAsync(clock.GetUtcNow() - options.CurrentValue.Retention, cancellationToken);
}
