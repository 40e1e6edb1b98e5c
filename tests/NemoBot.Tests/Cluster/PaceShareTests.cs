using NemoBot.Cluster.Pacing;
using NemoBot.Core.Homes;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Rest;
using NemoBot.Telegram.Pacing;
using NemoBot.Tests.Storage.Postgres;
using NemoBot.Tests.Support;
using Npgsql;
using Xunit;

namespace NemoBot.Tests.Cluster;

/// <summary>What a service allows the bot as a whole holds for all instances together.</summary>
public sealed class PaceShareTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 30)]
    [InlineData(3, 10)]
    [InlineData(4, 7)]
    [InlineData(50, 1)]
    public async Task Telegram_gets_no_more_than_an_equal_part_from_each_instance(int processes, int expected)
    {
        var clock = new ManualTimeProvider();
        using var gate = new FairGate(30, new Share(processes), clock);
        var sends = Enumerable.Range(0, 40).Select(i => gate.PassAsync(i, SendPriority.Status, Stop)).ToList();
        await Task.WhenAll(sends.Take(expected));
        Assert.Equal(expected, sends.Count(s => s.IsCompleted));
    }

    [Theory]
    [InlineData(1, 50)]
    [InlineData(3, 16)]
    [InlineData(60, 1)]
    public void Discord_gets_no_more_than_an_equal_part_from_each_instance(int processes, int expected)
    {
        var limit = new GlobalRateLimit(new DiscordOptions { GlobalPerSecond = 50 }, new ManualTimeProvider(), new Share(processes));
        Assert.Equal(expected, Enumerable.Range(0, 60).Count(_ => limit.TryReserve(droppable: false, TimeSpan.Zero, out var _)));
    }

    [Fact]
    public async Task Reserved_times_of_all_instances_follow_each_other()
    {
        var connection = (await PostgresServer.SharedAsync()).NewSchema();
        using (var store = PostgresTestDatabase.Make(connection))
        {
            await store.InitializeAsync(Stop);
        }

        await using var source = NpgsqlDataSource.Create(connection);
        var share = new ClusterPaceShare(null!, source);
        var waits = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => share.ReserveAsync("discord.identify.0", TimeSpan.FromMinutes(5), Stop)));
        var gaps = waits.Order().Zip(waits.Order().Skip(1), (a, b) => b - a).ToList();
        Assert.Equal(TimeSpan.Zero, waits.Min());
        Assert.All(gaps, g => Assert.InRange(g, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5)));
        Assert.Equal(TimeSpan.Zero, await share.ReserveAsync("discord.identify.1", TimeSpan.FromMinutes(5), Stop));
    }

    private sealed class Share(int processes) : IPaceShare
    {
        public int Processes => processes;

        public Task<TimeSpan> ReserveAsync(string name, TimeSpan length, CancellationToken cancellationToken) => Task.FromResult(TimeSpan.Zero);
    }
}
