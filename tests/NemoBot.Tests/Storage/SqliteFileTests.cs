using System.Runtime.Versioning;
using System.Text;
using Microsoft.Data.Sqlite;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage;
using NemoBot.Storage.Sqlite;
using Xunit;

namespace NemoBot.Tests.Storage;

/// <summary>What is particular to SQLite: the file, its rights, its schema and what can be wrong with it.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private static readonly ConversationKey Here = new("web", "a");
    private readonly SqliteDatabase _database = new();

    public static bool HasFileModes => !OperatingSystem.IsWindows();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Fact(SkipUnless = nameof(HasFileModes), Skip = "Windows has no file modes.")]
    [UnsupportedOSPlatform("windows")]
    public async Task The_files_are_for_the_bots_own_user_only()
    {
        await File.WriteAllBytesAsync(_database.File, [], Stop);
        File.SetUnixFileMode(_database.File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        using var store = (SqliteBotStore)await _database.OpenAsync();
        await store.SetCursorAsync("a", "1", Stop);
        var files = Directory.GetFiles(_database.Folder);
        Assert.Contains(_database.File + "-wal", files);
        Assert.All(files, f => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(f)));
    }

    [Fact]
    public async Task Writes_are_synced_and_logged_ahead()
    {
        using var store = (SqliteBotStore)await _database.OpenAsync();
        using var connection = _database.Connect();
        Assert.Equal("wal", Scalar(connection, "PRAGMA journal_mode"));
        using var session = SqliteSession.Open(_database.File, new StorageOptions(), forWriting: true);
        Assert.Equal(2, session.Number("PRAGMA synchronous"));
        Assert.Equal(1, session.Number("PRAGMA foreign_keys"));
    }

    [Fact]
    public async Task The_newest_migration_is_the_version_and_a_newer_file_opens_too()
    {
        (await _database.OpenAsync() as IDisposable)!.Dispose();
        using (var connection = _database.Connect())
        {
            Assert.Equal(Schema.Migrations()[^1].Number, (long)Scalar(connection, "PRAGMA user_version")!);
            foreach (var table in new[] { "turns", "conversations", "drafts", "renders", "log", "accounts", "channels" })
            {
                Scalar(connection, $"ALTER TABLE {table} ADD COLUMN future TEXT DEFAULT 'x'");
            }

            Scalar(connection, "PRAGMA user_version = 999");
        }

        using var store = (SqliteBotStore)await _database.OpenAsync();
        await store.SaveConversationAsync(Samples.FullConversation(Here), Stop);
        Assert.Equal(Samples.FullConversation(Here), await store.GetConversationAsync(Here, Stop));
        var turn = await store.AddTurnAsync(Samples.FullTurn(Here, "1"), Stop);
        Assert.NotNull(await store.GetTurnAsync(turn!.Id, Stop));
        await store.AddDraftAsync(Samples.Draft(Here), Stop);
        Assert.Single(await store.GetDraftsAsync(Here, 9, Stop));
    }

    [Fact]
    public void Migrations_are_numbered_without_a_gap() =>
        Assert.Equal(Enumerable.Range(1, Schema.Migrations().Count), Schema.Migrations().Select(m => m.Number));

    [Fact]
    public async Task A_forgotten_conversation_lies_in_no_row_and_in_no_byte_of_the_files()
    {
        const string Secret = "the words that nobody may find";
        using var store = (SqliteBotStore)await _database.OpenAsync();
        var empty = CountRows();
        await store.SaveConversationAsync(Samples.Conversation(Here) with { AccountKey = "own" }, Stop);
        await store.SaveAccountAsync(Samples.FullAccount("own"), Stop);
        var turn = Samples.Turn(Here, "1");
        await store.AddTurnAsync(turn with { Message = turn.Message with { Text = Secret } }, Stop);
        await store.AddDraftAsync(Samples.Draft(Here, Secret), Stop);
        await store.AppendLogAsync(Here, Secret, Stop);
        await store.SaveRenderAsync(Samples.Render(Here, "render_1") with { Url = Secret }, Stop);
        Assert.True(FilesHold(Secret));
        Assert.NotEqual(empty, CountRows());
        await store.ForgetConversationAsync(Here, Stop);
        Assert.Equal(empty, CountRows());
        Assert.False(FilesHold(Secret));
    }

    [Fact]
    public async Task A_forgotten_conversation_that_had_moved_leaves_no_row_either()
    {
        using var store = (SqliteBotStore)await _database.OpenAsync();
        var empty = CountRows();
        await store.AddTurnAsync(Samples.Turn(new ConversationKey("web", "old"), "1"), Stop);
        await store.MoveConversationAsync(new ConversationKey("web", "old"), Here, Stop);
        await store.AddTurnAsync(Samples.Turn(Here, "1"), Stop);
        await store.ForgetConversationAsync(Here, Stop);
        Assert.Equal(empty, CountRows());
    }

    [Fact]
    public async Task Seen_ids_are_dropped_long_after_their_turns()
    {
        using var store = (SqliteBotStore)await _database.OpenAsync();
        var turn = await store.AddTurnAsync(Samples.Turn(Here, "1"), Stop);
        await store.UpdateTurnAsync(turn! with { State = TurnState.Done }, Stop);
        Assert.Equal(1, await store.PruneAsync(Samples.Noon.AddDays(29), Stop));
        Assert.Equal(1, await store.PruneAsync(Samples.Noon.AddDays(31), Stop));
        Assert.DoesNotContain("seen: 1", CountRows());
    }

    [Fact]
    public async Task Nothing_works_before_the_schema_is_there()
    {
        using var store = SqliteDatabase.Make(new StorageOptions { DataFolder = _database.Folder });
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.GetConversationAsync(Here, Stop));
    }

    private bool FilesHold(string text) => Directory.GetFiles(_database.Folder).Any(f => ReadShared(f).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    private static byte[] ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private string CountRows()
    {
        using var connection = _database.Connect();
        var tables = new List<string>();
        using (var command = new SqliteCommand("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'", connection))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                tables.Add(reader.GetString(0));
            }
        }

        return string.Join(", ", tables.Select(t => $"{t}: {Scalar(connection, $"SELECT count(*) FROM {t}")}"));
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        return command.ExecuteScalar();
    }
}
