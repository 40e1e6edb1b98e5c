using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres;
using Npgsql;
using Xunit;

namespace NemoBot.Tests.Storage.Postgres;

/// <summary>A start that cannot work ends with one sentence that says what to do, and never with the password.</summary>
public sealed class PostgresStartTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nonsense")]
    [InlineData("Host=127.0.0.1;Prot=5432;Password=secret-word")]
    [InlineData("Host=127.0.0.1;Database=a;Password=secret-word")]
    [InlineData("postgres://nemobot:secret-word@127.0.0.1/nemobot")]
    public async Task A_text_that_is_no_connection_string_is_refused_without_quoting_it(string text)
    {
        var error = await FailAsync(text);
        Assert.Contains("NemoBot:Cluster:Database", error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_named()
    {
        var port = PostgresServer.FreePort();
        var error = await FailAsync($"Host=127.0.0.1;Port={port};Database=a;Username=b;Password=secret-word");
        Assert.StartsWith($"PostgreSQL at 127.0.0.1:{port} does not answer", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_and_a_missing_database_are_said()
    {
        var server = await PostgresServer.SharedAsync();
        Assert.Contains("refuses the user nemobot", await FailAsync(server.Connection("postgres", "a", password: "secret-word")), StringComparison.Ordinal);
        Assert.Contains("has no database missing", await FailAsync(server.Connection("missing", "a")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_who_may_not_create_tables_is_told_which_right_is_missing()
    {
        var server = await PostgresServer.SharedAsync();
        await server.ExecuteAsync("CREATE ROLE weak LOGIN PASSWORD 'weak'");
        Assert.Contains("grant it CREATE", await FailAsync(server.Connection("postgres", "weak_schema", "weak", "weak")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_of_another_cluster_is_refused()
    {
        var connection = (await PostgresServer.SharedAsync()).NewSchema();
        using (var first = PostgresTestDatabase.Make(connection, "music"))
        {
            await first.InitializeAsync(Stop);
        }

        Assert.Contains("belongs to the cluster 'music'", await FailAsync(connection), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_not_touched()
    {
        var connection = (await PostgresServer.SharedAsync()).NewSchema();
        using (var first = PostgresTestDatabase.Make(connection))
        {
            await first.InitializeAsync(Stop);
        }

        await ExecuteAsync(connection, "UPDATE store SET version = 99");
        Assert.Contains("newer version", await FailAsync(connection), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_older_than_13_is_refused()
    {
        PostgresDatabase.RequireVersion(new Version(13, 0));
        var error = Assert.Throws<StoreException>(() => PostgresDatabase.RequireVersion(new Version(12, 22)));
        Assert.Contains("12.22 is too old", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Six_instances_that_start_at_once_create_the_tables_once()
    {
        var connection = (await PostgresServer.SharedAsync()).NewSchema();
        var stores = Enumerable.Range(0, 6).Select(_ => PostgresTestDatabase.Make(connection)).ToList();
        await Task.WhenAll(stores.Select(s => s.InitializeAsync(Stop)));
        await stores[5].SetCursorAsync("a", "1", Stop);
        Assert.Equal("1", await stores[0].GetCursorAsync("a", Stop));
        stores.ForEach(s => s.Dispose());
    }

    [Fact]
    public async Task A_change_that_throws_changes_nothing_and_two_changes_at_once_are_both_kept()
    {
        var connection = (await PostgresServer.SharedAsync()).NewSchema();
        using var one = PostgresTestDatabase.Make(connection);
        using var two = PostgresTestDatabase.Make(connection);
        await one.InitializeAsync(Stop);
        var key = new ConversationKey("web", "a");
        await one.AddConversationAsync(Samples.Conversation(key), Stop);
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => one.UpdateConversationAsync(key, _ => throw new InvalidTimeZoneException(), Stop));
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            (i % 2 == 0 ? one : two).UpdateConversationAsync(key, c => c with { CreditsUsed = c.CreditsUsed + 1 }, Stop)));
        Assert.Equal(40, (await one.GetConversationAsync(key, Stop))!.CreditsUsed);
    }

    [Fact]
    public async Task A_call_waits_out_connections_that_the_server_has_closed()
    {
        var server = await PostgresServer.SharedAsync();
        var connection = server.NewSchema() + ";Application Name=cut-off";
        using var store = PostgresTestDatabase.Make(connection);
        await store.InitializeAsync(Stop);
        await store.SetCursorAsync("a", "1", Stop);
        await server.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'cut-off'");
        await store.SetCursorAsync("a", "2", Stop);
        Assert.Equal("2", await store.GetCursorAsync("a", Stop));
    }

    private static async Task<string> FailAsync(string connection)
    {
        using var store = PostgresTestDatabase.Make(connection);
        var error = await Assert.ThrowsAsync<StoreException>(() => store.InitializeAsync(Stop));
        Assert.DoesNotContain(PostgresServer.Password, error.ToString(), StringComparison.Ordinal);
        return error.Message;
    }

    private static async Task ExecuteAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Stop);
    }
}
