using System.Diagnostics;
using Xunit;

namespace NemoBot.Tests.Cluster;

/// <summary>
/// The long trial, <c>tests/cluster.sh</c>: an instance is killed, another frozen under many running turns. Its stale writes are refused; the
/// same trial with the fence switched off must go wrong.
/// </summary>
public sealed class FrozenInstanceTests(ITestOutputHelper output)
{
    private static readonly int Channels = int.Parse(Environment.GetEnvironmentVariable("NEMOBOT_CLUSTER_CHANNELS") ?? "60", System.Globalization.CultureInfo.InvariantCulture);

    [Fact(Explicit = true)]
    public async Task Work_of_a_killed_instance_is_taken_up_within_eight_seconds()
    {
        await using var run = await ClusterRun.StartAsync(3);
        await FillAsync(run);
        var before = run.Cloud.Messages.Count;
        run.Instances[0].Signal("KILL");
        var watch = Stopwatch.StartNew();
        await ClusterRun.UntilAsync(() => Task.FromResult(run.Cloud.Messages.Count > before), () => "Nothing was taken up.");
        var first = watch.Elapsed;
        await WaitForSilenceAsync(run);
        output.WriteLine($"{run.Cloud.Messages.Count - before} conversations taken up; first follower posted after {first.TotalSeconds:0.0} s");
        run.ReleaseAll();
        await run.AnsweredAsync(run.Instances[2]);
        Assert.Empty(await run.FindWrongAsync(run.Instances[2], t => t.StartsWith("first", StringComparison.Ordinal)));
        Assert.True(first < TimeSpan.FromSeconds(8), $"{first}");
    }

    [Fact(Explicit = true)]
    public async Task Every_stale_write_of_a_frozen_instance_is_refused_and_counted()
    {
        await using var run = await ClusterRun.StartAsync(3);
        var (wrong, refused) = await FreezeAsync(run);
        output.WriteLine($"refused: {refused}");
        Assert.Empty(wrong);
        Assert.True(refused > 0);
    }

    [Fact(Explicit = true)]
    public async Task Without_the_fence_the_same_trial_goes_wrong()
    {
        await using var run = await ClusterRun.StartAsync(3, new() { ["NEMOBOT__Cluster__RefuseStaleWrites"] = "false" });
        var (wrong, counted) = await FreezeAsync(run);
        output.WriteLine($"counted: {counted}; wrong: {string.Join("\n", wrong.Take(5))}");
        Assert.NotEmpty(wrong);
    }

    /// <summary>
    /// Freezes an instance that runs a turn in many channels while another waits behind each. The service answers the first ones into the
    /// frozen connections; the others take everything up and run the second ones. Then the instance goes on, reads its answers, and works
    /// on turns that are not its own any more.
    /// </summary>
    private static async Task<(List<string> Wrong, double Refused)> FreezeAsync(ClusterRun run)
    {
        await FillAsync(run);
        var (frozen, left) = (run.Instances[0], run.Instances[1]);
        frozen.Signal("STOP");
        foreach (var channel in run.Channels)
        {
            run.Release(Text("first", channel));
        }

        await ClusterRun.UntilAsync(() => Task.FromResult(run.Cloud.Messages.Count >= Channels * 2), () => "Not everything was taken up.");
        frozen.Signal("CONT");
        double refused = 0;
        await ClusterRun.UntilAsync(
            async () =>
            {
                try
                {
                    refused = Math.Max(refused, await frozen.StaleWritesAsync());
                }
                catch (HttpRequestException)
                {
                    // It ends itself once it knows that the others took it for dead.
                }

                return !frozen.IsRunning;
            },
            () => "The frozen instance did not end itself.\n" + frozen.Output);
        run.ReleaseAll();
        await run.AnsweredAsync(left, TimeSpan.FromSeconds(45));
        return (await run.FindWrongAsync(left, t => t.StartsWith("first", StringComparison.Ordinal)), refused);
    }

    /// <summary>One turn runs in each channel and one waits.</summary>
    private static async Task FillAsync(ClusterRun run)
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, Channels), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            await run.SayAsync(run.Instances[i % 3], $"room{i}", Text("first", $"room{i}"));
            await run.SayAsync(run.Instances[(i + 1) % 3], $"room{i}", Text("second", $"room{i}"));
        });
        await run.AskedAsync(Channels);
    }

    /// <summary>Waits until no further message has been posted for some seconds.</summary>
    private static async Task WaitForSilenceAsync(ClusterRun run)
    {
        var (count, since) = (-1, Stopwatch.StartNew());
        await ClusterRun.UntilAsync(
            () =>
            {
                if (count != run.Cloud.Messages.Count)
                {
                    count = run.Cloud.Messages.Count;
                    since.Restart();
                }

                return Task.FromResult(since.Elapsed > TimeSpan.FromSeconds(8));
            },
            () => "Messages are posted without end.");
    }

    private static string Text(string which, string channel) => $"{which} thing in {channel} please";
}
