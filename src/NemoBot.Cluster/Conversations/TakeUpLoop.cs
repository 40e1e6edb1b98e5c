using Microsoft.Extensions.Hosting;
using NemoBot.Cluster.Membership;

namespace NemoBot.Cluster.Conversations;

/// <summary>Looks for work without an owner whenever an instance comes or goes, and every few seconds.</summary>
internal sealed class TakeUpLoop(LaneTakeUp takeUp, ClusterMembers members, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _running = new(1, 1);

    public override void Dispose()
    {
        _running.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(FollowAsync(stoppingToken), RepeatAsync(stoppingToken));

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in members.Changes.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            await SweepAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RepeatAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            await SweepAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        await _running.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await takeUp.SweepAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _running.Release();
        }
    }
}
