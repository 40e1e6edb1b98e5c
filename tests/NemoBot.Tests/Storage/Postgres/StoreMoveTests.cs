using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb;
using NemoBot.Storage.Moving;
using NemoBot.Tests.Host;
using NemoBot.Tests.Storage.LiteDb;
using Npgsql;
using Xunit;

namespace NemoBot.Tests.Storage.Postgres;

/// <summary>A store that grew in a file goes on in PostgreSQL: every record, every id, and what is open.</summary>
public sealed class StoreMoveTests : IDisposable
{
    /// <summary>More than one step of the copy.</summary>
    private const int Turns = 250;

    private static readonly ConversationKey Key = new("telegram", "42");
    private static readonly ConversationKey Former = new("telegram", "41");
    private readonly LiteDatabase _file = new();
    private readonly string _keys = Directory.CreateTempSubdirectory("nemobot-keys-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_is_there_and_ids_go_on()
    {
        var connection = (await PostgresServer.SharedAsync()).NewSchema();
        await File.WriteAllTextAsync(Path.Combine(_keys, "key-1.xml"), "<key id=\"1\"><secret>of old</secret></key>", Stop);
        long open, last;
        List<string> before;
        using (var store = await _file.OpenAsync(_ => { }))
        {
            (open, last) = await FillAsync(store);
            before = await DescribeAsync(store, last);
        }

        var counts = await MoveAsync(connection);
        Assert.Equal((2, Turns + 3, 2, 5), (counts["channels"], counts["turns"], counts["log"], counts["sessions"]));
        using var moved = PostgresTestDatabase.Make(connection);
        await moved.InitializeAsync(Stop);
        Assert.Equal(before, await DescribeAsync(moved, last));
        Assert.Null(await moved.AddTurnAsync(Samples.Turn(Key, "message 7"), Stop));
        Assert.Equal(last + 1, (await moved.AddTurnAsync(Samples.Turn(Key, "new"), Stop))!.Id);
        Assert.Equal(3, (await moved.AddDraftAsync(Samples.Draft(Key), Stop)).Version);

        // The process that wrote the file held a claim; the next one gets the work at once.
        var claimed = await moved.ClaimOpenTurnsAsync("other", Samples.Noon, Samples.Noon.AddMinutes(1), Stop);
        Assert.Contains(claimed, t => t.Id == open);
        var reply = Assert.Single(await moved.ClaimPendingRepliesAsync("other", Samples.Noon, Samples.Noon.AddMinutes(1), Stop));
        Assert.Equal(Samples.FullEnding(Key).Text, reply.Text);
        Assert.Contains("of old", await ReadKeyAsync(connection), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_holds_something_is_refused_with_a_sentence_and_left_alone()
    {
        var connection = (await PostgresServer.SharedAsync()).NewSchema();
        using (var store = await _file.OpenAsync(_ => { }))
        {
            await FillAsync(store);
        }

        using var target = PostgresTestDatabase.Make(connection);
        await target.InitializeAsync(Stop);
        await target.AddConversationAsync(Samples.Conversation(new ConversationKey("web", "room")), Stop);
        var refusal = await Assert.ThrowsAsync<StoreException>(() => MoveAsync(connection));
        Assert.StartsWith("The database holds conversations already", refusal.Message, StringComparison.Ordinal);
        Assert.Null(await target.GetConversationAsync(Key, Stop));
    }

    [Fact]
    public async Task A_copy_that_breaks_off_leaves_nothing_and_can_be_repeated()
    {
        var connection = (await PostgresServer.SharedAsync()).NewSchema();
        using (var store = await _file.OpenAsync(_ => { }))
        {
            await FillAsync(store);
        }

        await File.WriteAllTextAsync(Path.Combine(_keys, "key-1.xml"), "rubbish", Stop);
        Assert.Contains("is damaged", (await Assert.ThrowsAsync<StoreException>(() => MoveAsync(connection))).Message, StringComparison.Ordinal);
        File.Delete(Path.Combine(_keys, "key-1.xml"));
        Assert.Equal(Turns + 3, (await MoveAsync(connection))["turns"]);
    }

    [Fact]
    public async Task The_command_line_copies_and_counts_and_refuses_a_second_time()
    {
        var connection = (await PostgresServer.SharedAsync()).NewSchema();
        using (var store = await _file.OpenAsync(_ => { }))
        {
            await FillAsync(store);
        }

        var settings = new Dictionary<string, string> { ["NEMOBOT__DataFolder"] = _file.Folder, ["NEMOBOT__Cluster__Database"] = connection };
        var (code, output, errors) = await BotProgram.RunAsync(_keys, ["move-store"], settings);
        Assert.True(code == 0, errors);
        Assert.Matches($@"turns +{Turns + 3}\n", output);
        Assert.Contains("The store was copied. Start the instances;", output, StringComparison.Ordinal);
        using var moved = PostgresTestDatabase.Make(connection);
        await moved.InitializeAsync(Stop);
        Assert.NotNull(await moved.GetConversationAsync(Key, Stop));
        (code, output, errors) = await BotProgram.RunAsync(_keys, ["move-store"], settings);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("The database holds conversations already", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_store_or_a_database_nothing_is_created()
    {
        Assert.Contains("Set NemoBot:Cluster:Database", (await Assert.ThrowsAsync<StoreException>(() => MoveAsync(""))).Message, StringComparison.Ordinal);
        Assert.Contains("There is no store in", (await Assert.ThrowsAsync<StoreException>(() => MoveAsync("Host=127.0.0.1;Database=a;Username=b"))).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_file.Folder));
    }

    public void Dispose()
    {
        _file.Dispose();
        Directory.Delete(_keys, recursive: true);
    }

    private Task<IReadOnlyDictionary<string, int>> MoveAsync(string connection) => StoreMove.RunAsync(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["DataFolder"] = _file.Folder, ["Cluster:Database"] = connection }).Build(),
        _keys,
        NullLoggerFactory.Instance,
        (_, _, _) => Task.FromResult<IReadOnlyDictionary<string, int>>(new Dictionary<string, int> { ["sessions"] = 5 }),
        Stop);

    /// <returns>An open turn that a process has claimed, and the id of the newest one.</returns>
    private static async Task<(long Open, long Last)> FillAsync(LiteBotStore store)
    {
        await store.SaveConversationAsync(Samples.FullConversation(Former), Stop);
        await store.AddDraftAsync(Samples.FullDraft(Former), Stop);
        await store.AddDraftAsync(Samples.Draft(Former), Stop);
        var full = (await store.AddTurnAsync(Samples.FullTurn(Former, "full"), Stop))!;
        await store.UpdateTurnAsync(full.Id, t => t with { State = TurnState.Done, EndedAt = Samples.Noon }, Stop);
        await store.MoveConversationAsync(Former, Key, Stop);
        for (var i = 0; i < Turns; i++)
        {
            var added = (await store.AddTurnAsync(Samples.Turn(Key, $"message {i}"), Stop))!;
            await store.UpdateTurnAsync(added.Id, t => t with { State = TurnState.Cancelled, EndedAt = Samples.Noon }, Stop);
        }

        var open = (await store.AddTurnAsync(Samples.Turn(Key, "open"), Stop))!;
        await store.ClaimOpenTurnsAsync("earlier", Samples.Noon, Samples.Noon.AddYears(10), Stop);
        await store.SaveRenderAsync(Samples.FullRender(Key, "render-1"), Stop);
        await store.EndTurnAsync(
            (await store.AddTurnAsync(Samples.Turn(Key, "ended"), Stop))!.Id, t => t with { State = TurnState.Done, EndedAt = Samples.Noon }, Samples.FullEnding(Key), Stop);
        await store.AppendLogAsync(Key, """{"text":"one"}""", Stop);
        var second = await store.AppendLogAsync(Key, """{"text":"two"}""", Stop);
        await store.RewriteLogAsync(Key, second.Id, """{"text":"two \u0000 again"}""", Stop);
        await store.SaveAccountAsync(Samples.FullAccount("telegram:42"), Stop);
        await store.SetCursorAsync("telegram:offset:1", "7000@1", Stop);
        await store.UpdateValuesAsync(["budget"], _ => [new ExpiringValue("3", Samples.Noon.AddYears(20))], Stop);
        return (open.Id, open.Id + 1);
    }

    /// <summary>What a store answers to every question about the conversation, without the claims of the process that wrote it.</summary>
    private static async Task<List<string>> DescribeAsync(IBotStore store, long last) =>
    [
        Json(await store.GetConversationAsync(Key, Stop)),
        Json(await store.GetConversationAsync(Former, Stop)),
        Json(await store.DescribeConversationAsync(Key, Stop)),
        .. (await store.GetDraftsAsync(Key, 10, Stop)).Select(Json),
        Json(Free(await store.GetTurnAsync(1, Stop))),
        Json(Free(await store.GetTurnAsync(last, Stop))),
        Json(Free(await store.GetLastTurnAsync(Key, Stop))),
        Json(await store.GetRenderAsync("render-1", Stop) is { } render ? render with { Owner = null, LeaseUntil = null } : null),
        .. (await store.ReadLogAsync(Key, 10, Stop)).Select(Json),
        Json(await store.GetAccountAsync("telegram:42", Stop)),
        Json(await store.GetCursorAsync("telegram:offset:1", Stop)),
        Json(await store.GetValueAsync("budget", Stop)),
    ];

    private static TurnRecord? Free(TurnRecord? turn) => turn is null ? null : turn with { Owner = null, LeaseUntil = null };

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);

    private static async Task<string> ReadKeyAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand("SELECT xml FROM keys");
        return (string)(await command.ExecuteScalarAsync(Stop))!;
    }
}
