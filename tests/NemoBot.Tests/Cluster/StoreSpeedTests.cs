using System.Diagnostics;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres;
using NemoBot.Storage.Settings;
using NemoBot.Tests.Storage;
using NemoBot.Tests.Storage.Postgres;
using Xunit;

namespace NemoBot.Tests.Cluster;

/// <summary>Measures what a turn costs the database; the figures of docs/scaling.md.</summary>
public sealed class StoreSpeedTests(ITestOutputHelper output)
{
    private const int Writers = 32;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(8);

    [Theory(Explicit = true)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Turns_from_the_message_to_the_shown_reply(int instances)
    {
        var connection = (await PostgresServer.SharedAsync()).NewSchema();
        var stop = TestContext.Current.CancellationToken;
        var databases = Enumerable.Range(0, instances).Select(_ => new PostgresDatabase(new ClusterOptions { Database = connection }, TimeProvider.System)).ToList();
        var stores = databases.Select(d => new PostgresBotStore(d, new StorageOptions(), TimeProvider.System)).ToList();
        await stores[0].InitializeAsync(stop);
        var watch = Stopwatch.StartNew();
        var turns = await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(async () =>
        {
            var (store, key, count) = (stores[w % instances], new ConversationKey("web", $"room {w}"), 0);
            await new PostgresLaneStore(databases[w % instances]).ClaimLaneAsync(key, $"{w % instances}", stop);
            for (; watch.Elapsed < Duration; count++)
            {
                var id = (await store.AddTurnAsync(Samples.Turn(key, $"{count}"), stop))!.Id;
                await store.UpdateTurnAsync(id, t => t with { State = TurnState.Running, Prompt = "add a title" }, stop);
                await store.UpdateTurnAsync(id, t => t with { StatusMessageId = "17" }, stop);
                await store.UpdateTurnAsync(id, t => t with { State = TurnState.Sent, SentAt = Samples.Noon }, stop);
                var reply = await store.EndTurnAsync(id, t => t with { State = TurnState.Done, EndedAt = Samples.Noon }, Samples.FullEnding(key) with { TurnId = id }, stop);
                await store.DeletePendingReplyAsync(reply!.Id, stop);
            }

            return count;
        })));
        output.WriteLine($"{instances} instances: {turns.Sum() / watch.Elapsed.TotalSeconds:0} turns/s, {turns.Sum() * 6 / watch.Elapsed.TotalSeconds:0} writes/s");
        databases.ForEach(d => d.Dispose());
        Assert.All(turns, t => Assert.True(t > 0));
    }

    [Theory(Explicit = true)]
    [InlineData(0)]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public async Task Claims_of_renders_by_how_many_wait(int waiting)
    {
        var stop = TestContext.Current.CancellationToken;
        using var database = new PostgresDatabase(new ClusterOptions { Database = (await PostgresServer.SharedAsync()).NewSchema() }, TimeProvider.System);
        await database.OpenAsync(stop);
        await database.WriteAsync(
            s => s.ExecuteAsync(
                """
                INSERT INTO studio_renders (key, session, twin, length, json)
                SELECT n, n % ($1 / 2 + 1), n, make_interval(secs => n % 600), '{}' FROM generate_series(1, $1) AS n
                """,
                waiting),
            stop);
        var (queue, watch, count) = (new PostgresStudioRenders(database), Stopwatch.StartNew(), 0);
        for (; watch.Elapsed < Duration / 4; count++)
        {
            await queue.ClaimAsync("one", TimeSpan.FromMinutes(5), 4, stop);
        }

        output.WriteLine($"{waiting} waiting: a look or claim takes {watch.Elapsed.TotalMilliseconds / count:0.0} ms");
        Assert.True(count > 0);
    }
}
