using System.Runtime.Versioning;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb;
using NemoBot.Storage.LiteDb.Durability;
using NemoBot.Storage.LiteDb.Engine;
using NemoBot.Storage.LiteDb.Records;
using NemoBot.Storage.Settings;
using Xunit;

namespace NemoBot.Tests.Storage.LiteDb;

/// <summary>What is particular to the files: their rights, their version, what stays in them and who may open them.</summary>
public sealed class LiteFileTests : IDisposable
{
    private const string Secret = "the words that must not be found";
    private static readonly ConversationKey Here = new("web", "a");
    private readonly LiteDatabase _database = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task The_files_are_for_the_bots_own_user_only()
    {
        using var store = await _database.OpenAsync(_ => { });
        await store.SetCursorAsync("a", "1", Stop);
        var files = Directory.GetFiles(_database.Folder);
        Assert.Equal([_database.File, _database.Log], files.Order());
        Assert.All(files, f => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(f)));
    }

    [Fact]
    public async Task A_second_store_on_the_same_folder_is_refused_with_a_sentence_and_harms_nothing()
    {
        using var store = await _database.OpenAsync(_ => { });
        await store.SetCursorAsync("a", "1", Stop);
        var error = await Assert.ThrowsAsync<StoreException>(() => _database.OpenAsync(_ => { }));
        Assert.Equal(StoreProblem.Busy, error.Problem);
        Assert.Contains("only one bot may run on a data folder", error.Message, StringComparison.Ordinal);
        Assert.Contains(_database.Folder, error.Message, StringComparison.Ordinal);
        await store.SetCursorAsync("a", "2", Stop);
        Assert.Equal("2", await store.GetCursorAsync("a", Stop));
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused_with_a_sentence_and_left_as_it_is()
    {
        (await _database.OpenAsync(_ => { })).Dispose();
        using (var host = EngineHost.Open(new PhysicalFolder(_database.Folder, 0), NullLogger.Instance))
        {
            host.Session.Version = Collections.Version + 1;
            host.Seal();
            host.Checkpoint();
        }

        var before = await File.ReadAllBytesAsync(_database.File, Stop);
        var error = await Assert.ThrowsAsync<StoreException>(() => _database.OpenAsync(_ => { }));
        Assert.Contains("newer version of NemoBot", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_database.File, Stop));
    }

    [Fact]
    public async Task An_old_database_is_mentioned_once_and_kept()
    {
        var old = Path.Combine(_database.Folder, "nemobot.db");
        await File.WriteAllTextAsync(old, "old", Stop);
        var logger = new ListLogger<StoreDatabase>();
        using var store = LiteDatabase.Make(new StoreDatabase(new StorageOptions { DataFolder = _database.Folder }, logger));
        await store.InitializeAsync(Stop);
        await store.InitializeAsync(Stop);
        Assert.Contains(old, Assert.Single(logger.Warnings), StringComparison.Ordinal);
        Assert.Equal("old", await File.ReadAllTextAsync(old, Stop));
    }

    [Fact]
    public async Task A_log_without_its_data_file_is_not_applied_to_an_empty_one()
    {
        byte[] log;
        using (var store = await _database.OpenAsync(_ => { }))
        {
            await store.SetCursorAsync("a", "1", Stop);
            log = ReadLocked(_database.Log);
        }

        await File.WriteAllBytesAsync(_database.Log, log, Stop);
        File.Delete(_database.File);
        var error = await Assert.ThrowsAsync<StoreException>(() => _database.OpenAsync(_ => { }));
        Assert.Equal(StoreProblem.Corrupt, error.Problem);
        Assert.False(File.Exists(_database.File));
    }

    [Fact]
    public async Task A_forgotten_conversation_is_in_no_document_and_in_no_byte_of_the_files()
    {
        using var store = await _database.OpenAsync(_ => { });
        await store.AddConversationAsync(Samples.Conversation(new ConversationKey("web", "other")), Stop);
        await FillAsync(store, 450);
        Assert.True(FilesHold(Secret));
        await store.ForgetConversationAsync(Here, Stop);
        Assert.False(FilesHold(Secret));
        store.Dispose();
        Assert.Equal("channels: 1, counters: 4", CountDocuments());
    }

    [Fact]
    public async Task A_forgotten_conversation_that_had_moved_leaves_nothing_either()
    {
        using var store = await _database.OpenAsync(_ => { });
        await store.AddTurnAsync(Samples.Turn(new ConversationKey("web", "old"), "1"), Stop);
        await store.MoveConversationAsync(new ConversationKey("web", "old"), Here, Stop);
        await store.AddTurnAsync(Samples.Turn(Here, "1"), Stop);
        await store.ForgetConversationAsync(Here, Stop);
        store.Dispose();
        Assert.Equal("counters: 2", CountDocuments());
    }

    [Fact]
    public async Task Forgetting_that_a_crash_interrupted_is_finished_at_the_next_start()
    {
        using (var store = await _database.OpenAsync(_ => { }))
        {
            await FillAsync(store, 3);
        }

        using (var host = EngineHost.Open(new PhysicalFolder(_database.Folder, 0), NullLogger.Instance))
        {
            host.Session.Begin();
            Assert.True(ConversationErasure.Begin(host.Session, Here));
            host.Session.Commit();
            host.Seal();
        }

        using (var store = await _database.OpenAsync(_ => { }))
        {
            Assert.Null(await store.GetTurnAsync(1, Stop));
            Assert.False(FilesHold(Secret));
        }

        Assert.Equal("counters: 4", CountDocuments());
    }

    [Fact]
    public async Task Seen_ids_are_dropped_long_after_their_turns()
    {
        using var store = await _database.OpenAsync(_ => { });
        var turn = await store.AddTurnAsync(Samples.Turn(Here, "1"), Stop);
        await store.UpdateTurnAsync(turn!.Id, t => t with { State = TurnState.Done }, Stop);
        Assert.Equal(1, await store.PruneAsync(Samples.Noon.AddDays(29), Stop));
        Assert.Null(await store.AddTurnAsync(Samples.Turn(Here, "1"), Stop));
        Assert.Equal(1, await store.PruneAsync(Samples.Noon.AddDays(31), Stop));
        Assert.NotNull(await store.AddTurnAsync(Samples.Turn(Here, "1"), Stop));
    }

    [Fact]
    public async Task Pruning_takes_any_number_of_rows_in_steps()
    {
        using var store = await _database.OpenAsync(_ => { });
        var turns = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => store.AddTurnAsync(Samples.Turn(Here, $"{i}"), Stop)));
        await Task.WhenAll(turns.Select(t => store.UpdateTurnAsync(t!.Id, x => x with { State = TurnState.Done, SentAt = Samples.Noon }, Stop)));
        Assert.Equal(500, await store.PruneAsync(Samples.Noon.AddDays(1), Stop));
        Assert.Null(await store.GetLastTurnAsync(Here, Stop));
    }

    [Fact]
    public async Task Nothing_works_before_the_schema_is_there()
    {
        using var store = LiteDatabase.Make(new StorageOptions { DataFolder = _database.Folder });
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.GetConversationAsync(Here, Stop));
    }

    private static async Task FillAsync(LiteBotStore store, int turns)
    {
        await store.AddConversationAsync(Samples.Conversation(Here) with { AccountKey = "own", SessionId = Secret }, Stop);
        await store.SaveAccountAsync(Samples.FullAccount("own") with { ProtectedToken = Secret }, Stop);
        await Task.WhenAll(Enumerable.Range(0, turns).Select(async i =>
        {
            var turn = Samples.Turn(Here, $"{i}");
            var added = await store.AddTurnAsync(turn with { Message = turn.Message with { Text = $"{Secret} {new string('y', i * 7)}" } }, Stop);
            await store.UpdateTurnAsync(added!.Id, t => t with { Reply = new string('x', i % 50 * 90) + Secret, SentAt = Samples.Noon, CreditsBefore = 2, CreditsAfter = 1 }, Stop);
        }));
        await store.AddDraftAsync(Samples.Draft(Here, Secret) with { Json = Secret + new string('z', 30_000) + Secret }, Stop);
        await store.AppendLogAsync(Here, Secret, Stop);
        await store.AddRenderAsync(Samples.Render(Here, "render_1") with { Url = Secret }, Stop);
        await store.EndTurnAsync(1, t => t with { State = TurnState.Done }, Samples.FullEnding(Here) with { Text = Secret }, Stop);
    }

    private bool FilesHold(string text) =>
        Directory.GetFiles(_database.Folder).Any(f => ReadLocked(f).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    /// <summary>Reads a file past the lock of the store, which is advisory here.</summary>
    private static byte[] ReadLocked(string path)
    {
        var copy = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using var process = System.Diagnostics.Process.Start("cp", [path, copy]);
            process.WaitForExit();
            return File.ReadAllBytes(copy);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private string CountDocuments()
    {
        using var host = EngineHost.Open(new PhysicalFolder(_database.Folder, 0), NullLogger.Instance);
        var session = host.Session;
        return string.Join(", ", session.Collections().Order().Select(c => (c, session.All(c).Count)).Where(c => c.Count > 0).Select(c => $"{c.c}: {c.Count}"));
    }
}
