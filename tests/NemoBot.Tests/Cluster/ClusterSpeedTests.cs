using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace NemoBot.Tests.Cluster;

/// <summary>Measures turns through one, two and three instances, from a message to its shown answer; the figures of docs/scaling.md.</summary>
public sealed class ClusterSpeedTests(ITestOutputHelper output)
{
    private const int Channels = 24;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(16);

    [Theory(Explicit = true)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Turns_from_a_message_in_the_web_chat_to_its_answer(int instances)
    {
        await using var run = await ClusterRun.StartAsync(instances);
        run.ReleaseAll();
        var watch = Stopwatch.StartNew();
        var people = Enumerable.Range(0, Channels).Select(c => Task.Run(() => TalkAsync(run, c, watch))).ToList();
        await Task.Delay(WarmUp, TimeProvider.System);
        var before = await run.ReadCountersAsync();
        await Task.Delay(Duration, TimeProvider.System);
        var after = await run.ReadCountersAsync();
        var memory = run.Instances.Average(i => i.ResidentMegabytes());
        var delays = (await Task.WhenAll(people)).ToList();
        var turns = delays.Sum(d => d.Count) / Duration.TotalSeconds;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{instances} instances: {turns:0.0} turns/s, {(after.Commits - before.Commits) / Duration.TotalSeconds:0} transactions/s, {(after.Rows - before.Rows) / Duration.TotalSeconds:0} rows written/s, {after.Connections} connections, {memory:0} MB each"));
        foreach (var instance in delays.Select((d, c) => (Instance: c % instances, Delays: d)).GroupBy(d => d.Instance, d => d.Delays))
        {
            var sorted = instance.SelectMany(d => d).Order().ToList();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  instance {instance.Key + 1}: {sorted.Count} turns, delay {sorted[sorted.Count / 2].TotalMilliseconds:0} ms in the middle, {sorted[sorted.Count * 19 / 20].TotalMilliseconds:0} ms for 19 of 20"));
        }

        Assert.Empty(await run.FindWrongAsync(run.Instances[0]));
    }

    /// <returns>The delays of the messages after the warm-up.</returns>
    private static async Task<List<TimeSpan>> TalkAsync(ClusterRun run, int number, Stopwatch watch)
    {
        var (instance, channel, delays) = (run.Instances[number % run.Instances.Count], $"speed{number}", new List<TimeSpan>());
        using var stream = await instance.Http.GetStreamAsync($"/api/channels/{channel}/events");
        using var events = new StreamReader(stream);
        for (var i = 0; watch.Elapsed < WarmUp + Duration; i++)
        {
            var (text, said) = ($"thing {i} in {channel} please", watch.Elapsed);
            await run.SayAsync(instance, channel, text);
            while (await events.ReadLineAsync() is { } line && !IsFinal(line, text))
            {
            }

            if (said > WarmUp)
            {
                delays.Add(watch.Elapsed - said);
            }
        }

        return delays;
    }

    private static bool IsFinal(string line, string text) =>
        line.Contains($"Answer to {text}.", StringComparison.Ordinal) && line.Contains("\"final\":true", StringComparison.Ordinal);
}
