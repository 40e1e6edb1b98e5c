using NemoBot.Cluster.Admission;
using NemoBot.Cluster.Conversations;
using NemoBot.Cluster.Naming;
using NemoBot.Core.Storage;
using NemoBot.Tests.Storage.Postgres;
using Npgsql;
using Xunit;

namespace NemoBot.Tests.Cluster;

/// <summary>An instance that the running ones would not understand ends at its start with a sentence.</summary>
public sealed class AdmissionTests : IAsyncLifetime
{
    private const string LastTables = "studio_records, studio_renders";

    private string _connection = "";
    private NpgsqlDataSource _source = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _connection = (await PostgresServer.SharedAsync()).NewSchema();
        await StartStoreAsync();
        _source = NpgsqlDataSource.Create(_connection);
    }

    public async ValueTask DisposeAsync() => await _source.DisposeAsync();

    [Theory]
    [InlineData("1", "1", null)]
    [InlineData("1+tls", "1+tls", null)]
    [InlineData("2", "1", "that this one cannot talk to are running")]
    [InlineData("", "1", "that this one cannot talk to are running")]
    [InlineData("1+tls", "1", "set NemoBot:Cluster:Certificate as there")]
    [InlineData("1", "1+tls", "set NemoBot:Cluster:Certificate on all")]
    public async Task Stamps_must_be_equal(string other, string own, string? sentence)
    {
        await AddMemberAsync(other, "now()");
        var admission = new ClusterAdmission(_source, new InstanceName("self", [], own));
        if (sentence is null)
        {
            await admission.CheckAsync(Stop);
        }
        else
        {
            Assert.Contains(sentence, (await Assert.ThrowsAsync<InvalidOperationException>(() => admission.CheckAsync(Stop))).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_dead_do_not_count()
    {
        await AddMemberAsync("2", "now() - interval '1 minute'");
        await new ClusterAdmission(_source, new InstanceName("self", [], "1")).CheckAsync(Stop);
    }

    [Fact]
    public async Task Tables_are_not_changed_under_running_instances_of_an_older_version()
    {
        await ExecuteAsync($"DROP TABLE {LastTables}; UPDATE store SET version = version - 1");
        await AddMemberAsync("1", "now()");
        var error = await Assert.ThrowsAsync<StoreException>(StartStoreAsync);
        Assert.StartsWith("1 running instances of an older version of NemoBot use the database", error.Message, StringComparison.Ordinal);
        await ExecuteAsync("UPDATE members SET alive_at = now() - interval '1 minute'");
        await StartStoreAsync();
        await ExecuteAsync($"SELECT 1 FROM {LastTables}");
    }

    /// <summary>Whoever changes these raises the version of the wire.</summary>
    [Fact]
    public void Version_1_of_the_wire_is_these_calls()
    {
        var calls = typeof(IConversationGrain).GetMethods().Select(m => $"{m.Name}({string.Join(", ", m.GetParameters().Select(p => p.ParameterType.Name))})");
        Assert.Equal(["CloseAsync()", "DispatchAsync(Int64)", "MoveAsync(String)", "WakeAsync()"], calls.Order(StringComparer.Ordinal));
        var answer = typeof(DispatchAnswer).GetProperties().Where(p => p.IsDefined(typeof(IdAttribute), inherit: false)).Select(p => p.Name);
        Assert.Equal(["Refusal", "RetryAfter", "Explanation"], answer);
        Assert.Equal(1, Wire.Version);
    }

    private Task AddMemberAsync(string stamp, string alive) => ExecuteAsync(
        $"INSERT INTO members VALUES ('127.0.0.1:1@1', '{new InstanceName("other", ["chat"], stamp)}', '', 3, 0, now(), {alive}, '', 1)");

    private async Task StartStoreAsync()
    {
        using var store = PostgresTestDatabase.Make(_connection);
        await store.InitializeAsync(Stop);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Stop);
    }
}
