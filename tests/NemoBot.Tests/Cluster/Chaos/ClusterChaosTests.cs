using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace NemoBot.Tests.Cluster.Chaos;

/// <summary>
/// The longest trial, <c>tests/cluster.sh</c>: three instances on all platforms under many running turns, and one event after another.
/// Nothing is lost, posted or answered twice, or out of order, and no conversation of a healthy instance is interrupted.
/// </summary>
public sealed partial class ClusterChaosTests(ITestOutputHelper output)
{
    private static readonly int ChatCount = Setting("NEMOBOT_CLUSTER_CHANNELS", 60);
    private static readonly int EventCount = Setting("NEMOBOT_CLUSTER_EVENTS", 30);
    private static readonly int Seed = Setting("NEMOBOT_CLUSTER_SEED", 14);
    /// <summary>A part of the name of the only event to happen.</summary>
    private static readonly string Only = Environment.GetEnvironmentVariable("NEMOBOT_CLUSTER_ONLY") ?? "";

    private static readonly TimeSpan KillLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FreezeLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan RestartLimit = TimeSpan.FromSeconds(30);

    [Fact(Explicit = true)]
    public async Task Random_events_lose_nothing_and_do_nothing_twice()
    {
        await using var cluster = await ChaosCluster.StartAsync(Seed, ChatCount);
        using var end = new CancellationTokenSource();
        var offsets = WatchOffsetsAsync(cluster, end.Token);
        var results = new List<(string Name, ChaosResult Result)>();
        var events = new ChaosEvents(cluster).All.Where(e => e.Name.Contains(Only, StringComparison.OrdinalIgnoreCase)).ToList();
        var wheel = events.SelectMany(e => Enumerable.Repeat(e, e.Share)).ToList();
        for (var i = 0; i < EventCount; i++)
        {
            // Each kind happens at least once.
            var (name, _, run) = i < events.Count ? events[i] : wheel[cluster.Next(wheel.Count)];
            await Task.Delay(TimeSpan.FromSeconds(1 + cluster.Next(3)), TimeProvider.System);
            var running = cluster.Service.Running;
            results.Add((name, await run()));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-20} {running,3} answers running, {results[^1].Result.Lanes,3} lanes hit, taken up after {results[^1].Result.TakeUp.TotalSeconds:0.0} s, {results[^1].Result.Interrupted.Count} interrupted"));
        }

        var ready = await RestartAllAsync(cluster);
        await cluster.QuietAsync();
        await end.CancelAsync();
        Report(await cluster.SettleAsync(), cluster, results, ready, await offsets);
    }

    /// <summary>All instances are killed at the same time and started again.</summary>
    private static async Task<TimeSpan> RestartAllAsync(ChaosCluster cluster)
    {
        foreach (var instance in cluster.Instances)
        {
            instance.Signal("KILL");
        }

        await Task.WhenAll(cluster.Instances.Select(i => i.ExitedAsync()));
        return await cluster.FillUpAsync();
    }

    /// <summary>Counts how often the stored position of Telegram's updates goes back.</summary>
    private static async Task<int> WatchOffsetsAsync(ChaosCluster cluster, CancellationToken cancellationToken)
    {
        var (last, backwards) = (0L, 0);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var offset = await cluster.Lanes.ReadOffsetAsync() ?? 0;
                backwards += offset < last ? 1 : 0;
                last = offset;
            }
            catch (Npgsql.NpgsqlException)
            {
                // The database is gone for a while.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }

        return backwards;
    }

    private void Report(
        IReadOnlyList<(ClusterChat Chat, IReadOnlyList<string> Finals)> seen, ChaosCluster cluster, List<(string Name, ChaosResult Result)> results, TimeSpan ready, int backwards)
    {
        foreach (var kind in results.GroupBy(r => r.Name))
        {
            var times = kind.Select(r => r.Result.TakeUp.TotalSeconds).Order().ToList();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {kind.Key} | {times.Count} | {times[times.Count / 2]:0.0} s | {times[^1]:0.0} s | {kind.Sum(r => r.Result.Lanes)} | {kind.Sum(r => r.Result.Interrupted.Count)} |"));
        }

        var posted = cluster.Service.Cloud.Messages.ToList();
        var said = seen.Sum(c => c.Chat.Said.Count);
        var answered = seen.Sum(c => c.Finals.Count(f => Answer().IsMatch(f)));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{said} messages, {posted.Count} posted, {answered} answered with the service's text; all restarted: ready after {ready.TotalSeconds:0.0} s; offset went back {backwards} times; Discord identified {cluster.Discord.Gateway.Identified} times, resumed {cluster.Discord.Gateway.Resumed} times"));
        List<string> wrong = [.. seen.SelectMany(c => FindWrong(c.Chat, c.Finals, posted)), .. results.SelectMany(r => r.Result.Interrupted)];
        wrong.AddRange(posted.GroupBy(m => m).Where(g => g.Count() > 1).Select(g => $"'{g.Key}' was posted {g.Count()} times"));
        wrong.AddRange(cluster.Service.Cloud.Problems.Concat(cluster.Telegram.Violations));
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(0, backwards);
        Assert.True(ready < RestartLimit, $"{ready}");
        Assert.All(results.Where(r => r.Name.StartsWith("kill", StringComparison.Ordinal)), r => Assert.True(r.Result.TakeUp < KillLimit, $"{r.Result.TakeUp}"));
        Assert.All(results, r => Assert.True(r.Result.TakeUp < FreezeLimit, $"{r.Name}: {r.Result.TakeUp}"));
    }

    private static IEnumerable<string> FindWrong(ClusterChat chat, IReadOnlyList<string> finals, List<string> posted)
    {
        if (finals.Count != chat.Said.Count)
        {
            yield return $"{finals.Count} answers to {chat.Said.Count} messages up to '{chat.Said[^1]}'";
        }

        foreach (var twice in finals.Select(f => Answer().Match(f)).Where(m => m.Success).GroupBy(m => m.Value).Where(g => g.Count() > 1))
        {
            yield return $"'{twice.Key}' came {twice.Count()} times";
        }

        var order = posted.Where(chat.Said.Contains).ToList();
        if (!order.SequenceEqual(chat.Said.Where(order.Contains)))
        {
            yield return "posted in the order " + string.Join(", ", order);
        }
    }

    private static int Setting(string name, int usual) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;

    [GeneratedRegex("Answer to thing [0-9]+ in [a-z0-9]+ please")]
    private static partial Regex Answer();
}
