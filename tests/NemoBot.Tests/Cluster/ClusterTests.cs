using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace NemoBot.Tests.Cluster;

/// <summary>Three real processes on one PostgreSQL: nothing is lost, posted twice or answered twice, whatever happens to one of them.</summary>
public sealed partial class ClusterTests
{
    [Fact]
    public async Task Messages_to_any_instance_survive_a_kill_and_a_shutdown_of_others()
    {
        var keys = Directory.CreateTempSubdirectory("nemobot-keys-").FullName;
        await using var run = await ClusterRun.StartAsync(3, new() { ["NEMOBOT__Cluster__Certificate"] = ClusterKey.WriteSelfSigned(keys, "cluster") });
        var channels = Enumerable.Range(0, 12).Select(i => $"room{i}").ToList();
        foreach (var (channel, i) in channels.Select((c, i) => (c, i)))
        {
            await run.SayAsync(run.Instances[i % 3], channel, $"first thing in {channel} please");
            await run.SayAsync(run.Instances[(i + 1) % 3], channel, $"second thing in {channel} please");
        }

        // The first turn of each channel runs, the second waits, and every instance tells of both.
        await run.AskedAsync(12);
        var (killed, stopped, left) = await ByLoadAsync(run);
        foreach (var instance in run.Instances)
        {
            await instance.SayAsync("room0", "/status");
        }

        await ClusterRun.UntilAsync(
            async () => (await left.ReadAsync("room0")).Count(m => m.GetProperty("text").GetString()!.Contains("second thing in room0", StringComparison.Ordinal)) >= 4,
            () => "The status does not show what runs.");

        // A press on an instance that does not run the turn cancels it.
        await run.SayAsync(stopped, "elsewhere", "make a video elsewhere please");
        await run.AskedAsync(13);
        foreach (var instance in run.Instances)
        {
            await instance.SayAsync("elsewhere", "/cancel");
        }

        await ClusterRun.UntilAsync(
            async () => (await left.ReadAsync("elsewhere")).Any(m => m.GetProperty("text").GetString()!.Contains("Cancelled", StringComparison.Ordinal)),
            () => "The turn was not cancelled.");

        // Whoever does not show the certificate is not talked to.
        Assert.True(await ClusterKey.IsLetInAsync(left.SiloPort, Path.Combine(keys, "cluster.pem")));
        Assert.False(await ClusterKey.IsLetInAsync(left.SiloPort, ClusterKey.WriteSelfSigned(keys, "stranger")));
        Assert.False(await ClusterKey.IsLetInAsync(left.SiloPort, null));
        Directory.Delete(keys, recursive: true);

        // Each knows of the others and says so.
        foreach (var instance in run.Instances)
        {
            Assert.Matches(@"\ncluster: 3 instances, \d+ conversations here, \d+ taken up, \d+ stale writes refused, 3 with the role render", await instance.Http.GetStringAsync("/health/ready"));
        }

        // What an instance could not show, it shows later, without losing the conversation.
        await run.LeaveReplyAsync("elsewhere", "Shown late.");
        var late = left.FollowAsync("elsewhere", "Shown late.");

        // A browser on one instance sees what another one writes.
        var seen = left.FollowAsync("seen", "Answer to show me something please");
        run.Release("show me something please");
        await run.SayAsync(stopped, "seen", "show me something please");
        await seen;
        await late;

        // A message whose dispatch was lost is posted before the one that comes after it.
        run.Release("show the lost one please");
        run.Release("show the next one please");
        await run.LeaveMessageAsync("seen", "show the lost one please");
        await run.SayAsync(stopped, "seen", "show the next one please");
        await run.AskedAsync(16);

        // What ran on the killed instance was sent: it is never posted again, and the next message of its channels runs elsewhere.
        killed.Signal("KILL");
        await killed.ExitedAsync();
        await ClusterRun.UntilAsync(() => Task.FromResult(run.Cloud.Messages.Count > 16), () => "Nothing was taken up." + left.Output);
        await run.SayAsync(stopped, "room1", "third thing in room1 please");
        stopped.Signal("TERM");
        await stopped.ExitedAsync();
        run.ReleaseAll();
        await run.AnsweredAsync(left);
        Assert.Empty(await run.FindWrongAsync(left, text => text.StartsWith("third", StringComparison.Ordinal) is false));
        Assert.Equal(run.Cloud.Messages.Count, run.Cloud.Messages.Distinct().Count());
    }

    /// <summary>The instances, the one with most conversations first: names decide who has which, and the one that is killed must have some.</summary>
    private static async Task<(Instance Killed, Instance Stopped, Instance Left)> ByLoadAsync(ClusterRun run)
    {
        var loads = await Task.WhenAll(run.Instances.Select(async i => (Instance: i, Health: await i.Http.GetStringAsync("/health/ready"))));
        var sorted = loads.OrderByDescending(l => int.Parse(Conversations().Match(l.Health).Groups[1].Value, CultureInfo.InvariantCulture)).Select(l => l.Instance).ToList();
        return (sorted[0], sorted[1], sorted[2]);
    }

    [GeneratedRegex(@"(\d+) conversations here", RegexOptions.CultureInvariant)]
    private static partial Regex Conversations();
}
