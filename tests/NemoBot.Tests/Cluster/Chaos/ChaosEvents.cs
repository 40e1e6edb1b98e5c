using System.Diagnostics;
using Xunit;

namespace NemoBot.Tests.Cluster.Chaos;

/// <summary>What is done to a cluster, and how long conversations wait for a new owner.</summary>
internal sealed class ChaosEvents(ChaosCluster cluster)
{
    private static readonly TimeSpan Frozen = TimeSpan.FromSeconds(20);

    /// <summary>The events by name with how often each happens among ten.</summary>
    public IReadOnlyList<(string Name, int Share, Func<Task<ChaosResult>> Run)> All =>
    [
        ("kill -9", 4, KillAsync), ("SIGTERM", 4, TerminateAsync), ("SIGSTOP 20 s", 1, FreezeAsync), ("database gone 20 s", 1, StopDatabaseAsync),
    ];

    public Task<ChaosResult> KillAsync() => HitAsync("KILL", victim => victim.ExitedAsync());

    /// <summary>The instance hands its conversations over and ends by itself.</summary>
    public Task<ChaosResult> TerminateAsync() => HitAsync("TERM", victim => victim.ExitedAsync());

    /// <summary>The others take everything up; the instance ends itself once it goes on and learns of it.</summary>
    public Task<ChaosResult> FreezeAsync() => HitAsync("STOP", async victim =>
    {
        victim.Signal("CONT");
        await ClusterRun.UntilAsync(() => Task.FromResult(!victim.IsRunning), () => "The frozen instance did not end itself.\n" + victim.Output);
    });

    /// <summary>Nobody can take anything over meanwhile: each instance keeps what it has.</summary>
    public async Task<ChaosResult> StopDatabaseAsync()
    {
        var before = await cluster.Lanes.ReadBusyAsync();
        await cluster.Database.StopAsync();
        await Task.Delay(Frozen, TimeProvider.System);
        await cluster.Database.StartAgainAsync();
        var posted = cluster.Service.Cloud.Messages.Count;
        var watch = Stopwatch.StartNew();
        await ClusterRun.UntilAsync(() => Task.FromResult(cluster.Service.Cloud.Messages.Count > posted), () => "Nothing continues.");
        Assert.All(cluster.Instances, i => Assert.True(i.IsRunning, i.Output));
        return new ChaosResult(watch.Elapsed, before.Count, await FindInterruptedAsync(before, -1));
    }

    private async Task<ChaosResult> HitAsync(string signal, Func<Instance, Task> end)
    {
        var before = await cluster.Lanes.ReadBusyAsync();

        // One that has just started has hardly anything to lose.
        var busy = cluster.Instances.Where(i => before.Values.Any(l => LaneWatch.IsOf(l.Owner, i.Id))).ToList();
        var victim = busy[cluster.Next(busy.Count)];
        var hit = before.Where(l => LaneWatch.IsOf(l.Value.Owner, victim.Id)).Select(l => l.Key).ToList();
        var watch = Stopwatch.StartNew();
        victim.Signal(signal);
        var took = await cluster.Lanes.TakenUpAsync(hit, victim.Id);
        if (signal == "STOP")
        {
            await Task.Delay(Frozen > watch.Elapsed ? Frozen - watch.Elapsed : TimeSpan.Zero, TimeProvider.System);
        }

        await end(victim);
        var interrupted = await FindInterruptedAsync(before, victim.Id);
        await cluster.FillUpAsync();
        return new ChaosResult(took, hit.Count, interrupted);
    }

    /// <summary>Lanes of instances that nothing was done to, and that another one has now.</summary>
    private async Task<List<string>> FindInterruptedAsync(Dictionary<string, (string Owner, long Epoch)> before, int victim)
    {
        var now = await cluster.Lanes.ReadAllAsync();
        return
        [
            .. before.Where(l => l.Value.Owner.Length > 0 && !LaneWatch.IsOf(l.Value.Owner, victim))
                .Where(l => now.TryGetValue(l.Key, out var lane) && lane.Owner.Length > 0 && lane != l.Value)
                .Select(l => $"{l.Key}: {l.Value} -> {now[l.Key]}"),
        ];
    }
}
