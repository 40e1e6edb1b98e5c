using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using NemoBot.Cluster.Membership;
using NemoBot.Core.Telemetry;

namespace NemoBot.Cluster.Conversations;

/// <summary>What this instance knows of the cluster, in numbers.</summary>
internal sealed class ClusterMetrics : IHostedService
{
    private readonly Counter<long> _takeovers = BotMetrics.Meter.CreateCounter<long>(
        "nemobot.cluster.takeovers", "{conversation}", "Conversations whose open work this instance has taken up.");

    private long _conversations;
    private long _takenUp;

    public ClusterMetrics(ClusterMembers members)
    {
        BotMetrics.Meter.CreateObservableGauge(
            "nemobot.cluster.members", () => (long)members.Living.Count, "{instance}", "Instances that are alive, as this one sees them.");
        BotMetrics.Meter.CreateObservableGauge(
            "nemobot.cluster.conversations", () => Conversations, "{conversation}", "Conversations that are at home on this instance.");
    }

    /// <summary>Conversations that are at home here.</summary>
    public long Conversations => Interlocked.Read(ref _conversations);

    /// <summary>Conversations with open work that this instance has taken, since it started.</summary>
    public long TakenUp => Interlocked.Read(ref _takenUp);

    public void Arrived() => Interlocked.Increment(ref _conversations);

    public void Left() => Interlocked.Decrement(ref _conversations);

    public void TookUp()
    {
        Interlocked.Increment(ref _takenUp);
        _takeovers.Add(1);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
