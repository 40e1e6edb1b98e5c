using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NemoBot.Cluster.Signals;
using NemoBot.Core.Storage;
using NemoBot.Tests.Storage.Postgres;
using Npgsql;
using Xunit;

namespace NemoBot.Tests.Cluster;

/// <summary>A change that one instance writes is noticed by the others.</summary>
public sealed class PostgresSignalTests : IAsyncLifetime
{
    private readonly List<PostgresSignal> _signals = [];
    private NpgsqlDataSource? _database;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = NpgsqlDataSource.Create((await PostgresServer.SharedAsync()).NewSchema());

    public async ValueTask DisposeAsync()
    {
        foreach (var signal in _signals)
        {
            await signal.StopAsync(CancellationToken.None);
            signal.Dispose();
        }

        await _database!.DisposeAsync();
    }

    [Fact]
    public async Task Notices_reach_the_other_instances_once_even_after_their_connections_broke()
    {
        var (one, ofOne) = await StartAsync("one");
        var (two, ofTwo) = await StartAsync("two");
        await UntilHeardAsync(one, "ready", ofTwo);
        await UntilHeardAsync(two, "ready too", ofOne);
        Assert.DoesNotContain("ready", ofOne);

        // A burst of equal notices becomes few, and the last one is always behind them.
        for (var i = 0; i < 500; i++)
        {
            one.Send("chat 1 with a long name 黄色");
        }

        await UntilHeardAsync(one, "end", ofTwo);
        Assert.InRange(ofTwo.Count(t => t == "chat 1 with a long name 黄色"), 1, 50);

        await using (var kill = _database!.CreateCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN nemobot%' AND pid <> pg_backend_pid()"))
        {
            await kill.ExecuteNonQueryAsync(Stop);
        }

        await UntilHeardAsync(two, "back", ofOne);
        await UntilHeardAsync(one, "back too", ofTwo);
    }

    private static Task UntilHeardAsync(PostgresSignal from, string topic, ConcurrentQueue<string> heard) => ClusterRun.UntilAsync(
        () =>
        {
            // One that is sent before the other listens is lost, as it may be.
            from.Send(topic);
            return Task.FromResult(heard.Contains(topic));
        },
        () => $"'{topic}' was not heard.");

    private async Task<(PostgresSignal Signal, ConcurrentQueue<string> Heard)> StartAsync(string instance)
    {
        var signal = new PostgresSignal(
            _database!, Options.Create(new ClaimOptions { Instance = instance }), TimeProvider.System, NullLogger<PostgresSignal>.Instance);
        var heard = new ConcurrentQueue<string>();
        signal.Subscribe(heard.Enqueue);
        await signal.StartAsync(Stop);
        _signals.Add(signal);
        return (signal, heard);
    }
}
