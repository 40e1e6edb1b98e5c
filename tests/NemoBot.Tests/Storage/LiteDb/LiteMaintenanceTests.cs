using Microsoft.Extensions.Logging.Abstractions;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb;
using NemoBot.Storage.LiteDb.Maintenance;
using NemoBot.Storage.Settings;
using Xunit;

namespace NemoBot.Tests.Storage.LiteDb;

/// <summary>Backup, restore and compaction, all of them while the store is written to.</summary>
public sealed class LiteMaintenanceTests : IDisposable
{
    private static readonly ConversationKey Here = new("web", "a");
    private readonly LiteDatabase _files = new();
    private readonly StoreDatabase _database;
    private readonly StoreUpkeep _upkeep;
    private readonly LiteBotStore _store;

    public LiteMaintenanceTests()
    {
        _database = new StoreDatabase(new StorageOptions { DataFolder = _files.Folder, CompactAboveBytes = 0, CheckpointPages = 100 }, NullLogger<StoreDatabase>.Instance);
        _upkeep = LiteDatabase.Upkeep(_database);
        _store = new LiteBotStore(_database, _upkeep, TimeProvider.System);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Backup => Path.Combine(_files.Folder, "backups", "one.litedb");

    public void Dispose()
    {
        _store.Dispose();
        _upkeep.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task A_backup_taken_while_many_write_is_one_moment_of_the_store()
    {
        await _store.InitializeAsync(Stop);
        await _store.AppendLogAsync(Here, "0", Stop);
        using var done = new CancellationTokenSource();
        var writers = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => WritePairsAsync(done.Token)));
        for (var i = 0; i < 4; i++)
        {
            var before = (await _store.ReadLogAsync(Here, 1, Stop))[0].Id;
            await _upkeep.BackupAsync(Backup, Stop);
            using var folder = new LiteDatabase();
            File.Copy(Backup, folder.File);
            using var copy = await folder.OpenAsync(_ => { });
            var log = await copy.ReadLogAsync(Here, int.MaxValue, Stop);
            Assert.Equal(Enumerable.Range(1, log.Count).Select(n => (long)n), log.Select(m => m.Id));
            Assert.True(log.Count >= before);

            // A draft is added only after its log entry: no moment of the store has more of them.
            Assert.True((await copy.GetDraftsAsync(Here, int.MaxValue, Stop)).Count < log.Count);
        }

        await done.CancelAsync();
        await writers;
        Assert.Equal(["one.litedb"], Directory.GetFiles(Path.GetDirectoryName(Backup)!).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_snapshot_stays_as_it_is_while_the_log_would_be_merged_many_times()
    {
        await _store.InitializeAsync(Stop);
        await _store.AddDraftAsync(Samples.Draft(Here) with { Json = "first" }, Stop);
        var snapshot = await Snapshot.TakeAsync(_database.Thread, Stop);
        await using (snapshot)
        {
            for (var i = 0; i < 60; i++)
            {
                await _store.AddDraftAsync(Samples.Draft(Here) with { Json = new string('x', 50_000), CreatedAt = Samples.Noon.AddDays(i + 1) }, Stop);
            }

            BackupFile.Write(Backup, target => snapshot.WriteTo(target, Stop));
        }

        using var folder = new LiteDatabase();
        File.Copy(Backup, folder.File);
        using var copy = await folder.OpenAsync(_ => { });
        Assert.Equal("first", Assert.Single(await copy.GetDraftsAsync(Here, 99, Stop)).Json);
        Assert.Equal(61, (await _store.GetDraftsAsync(Here, 99, Stop)).Count);
    }

    [Fact]
    public async Task A_restored_backup_replaces_everything_and_the_store_goes_on()
    {
        await _store.InitializeAsync(Stop);
        await _store.SetCursorAsync("a", "old", Stop);
        var turn = await _store.AddTurnAsync(Samples.Turn(Here, "1"), Stop);
        await _upkeep.BackupAsync(Backup, Stop);
        await _store.SetCursorAsync("a", "new", Stop);
        var later = await _store.AddTurnAsync(Samples.Turn(Here, "later"), Stop);
        await _store.ForgetConversationAsync(Here, Stop);
        await _upkeep.RestoreAsync(Backup, Stop);
        Assert.Equal("old", await _store.GetCursorAsync("a", Stop));
        Assert.NotNull(await _store.GetTurnAsync(turn!.Id, Stop));

        // Work in progress still holds the id of the later turn: no other turn may get it.
        Assert.Null(await _store.GetTurnAsync(later!.Id, Stop));
        Assert.Equal(later.Id + 1, (await _store.AddTurnAsync(Samples.Turn(Here, "2"), Stop))!.Id);
        _store.Dispose();
        using var reopened = await _files.OpenAsync(_ => { });
        Assert.NotNull(await reopened.GetTurnAsync(later.Id + 1, Stop));
    }

    [Theory]
    [InlineData("no backup at all")]
    [InlineData("")]
    public async Task What_is_no_backup_is_refused_and_changes_nothing(string content)
    {
        await _store.InitializeAsync(Stop);
        await _store.SetCursorAsync("a", "1", Stop);
        var file = Path.Combine(_files.Folder, "x");
        await File.WriteAllTextAsync(file, content, Stop);
        var error = await Assert.ThrowsAsync<StoreException>(() => _upkeep.RestoreAsync(file, Stop));
        Assert.Contains("is not a backup", error.Message, StringComparison.Ordinal);
        Assert.Equal("1", await _store.GetCursorAsync("a", Stop));
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_and_changes_nothing()
    {
        await _store.InitializeAsync(Stop);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => _store.AddDraftAsync(Samples.Draft(Here) with { Json = new string('x', 9000) }, Stop)));
        await _upkeep.BackupAsync(Backup, Stop);
        var bytes = await File.ReadAllBytesAsync(Backup, Stop);
        bytes.AsSpan(bytes.Length / 2).Fill(0xEE);
        await File.WriteAllBytesAsync(Backup, bytes, Stop);
        var error = await Assert.ThrowsAsync<StoreException>(() => _upkeep.RestoreAsync(Backup, Stop));
        Assert.Contains("is damaged", error.Message, StringComparison.Ordinal);
        Assert.Equal(50, (await _store.GetDraftsAsync(Here, 99, Stop)).Count);
    }

    [Fact]
    public async Task A_backup_takes_the_place_of_an_older_one_and_of_nothing_else()
    {
        await _store.InitializeAsync(Stop);
        await _upkeep.BackupAsync(Backup, Stop);
        await _upkeep.BackupAsync(Backup, Stop);
        var talk = Path.Combine(_files.Folder, "talk.mp3");
        await File.WriteAllTextAsync(talk, "sound", Stop);
        Assert.Contains("is no backup", (await Assert.ThrowsAsync<StoreException>(() => _upkeep.BackupAsync(talk, Stop))).Message, StringComparison.Ordinal);
        Assert.Equal("sound", await File.ReadAllTextAsync(talk, Stop));
        Assert.Contains("is a folder", (await Assert.ThrowsAsync<StoreException>(() => _upkeep.BackupAsync(_files.Folder, Stop))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5000)]
    [InlineData(-1)]
    [InlineData(-8192)]
    [InlineData(5000, true)]
    [InlineData(0, false, 20 * 8192)]
    public async Task A_backup_that_breaks_off_is_refused_and_leaves_nothing_behind(int length, bool isLonger = false, int damage = -1)
    {
        await _store.InitializeAsync(Stop);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => _store.AddDraftAsync(Samples.Draft(Here) with { Json = new string('x', 9000) }, Stop)));
        await _upkeep.BackupAsync(Backup, Stop);
        var bytes = await File.ReadAllBytesAsync(Backup, Stop);
        if (damage >= 0)
        {
            bytes.AsSpan(damage, 100).Clear();
        }

        var cut = isLonger ? [.. bytes, .. new byte[length]] : length > 0 ? bytes[..length] : bytes[..^-length];
        await File.WriteAllBytesAsync(Backup, cut, Stop);
        var error = await Assert.ThrowsAsync<StoreException>(() => _upkeep.RestoreAsync(Backup, Stop));
        Assert.Contains("is damaged", error.Message, StringComparison.Ordinal);
        Assert.Equal(50, (await _store.GetDraftsAsync(Here, 99, Stop)).Count);
        Assert.DoesNotContain(Directory.GetFiles(_files.Folder), f => f.EndsWith("-new", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_damaged_store_is_restored_without_opening_it()
    {
        await _store.InitializeAsync(Stop);
        await _store.SetCursorAsync("a", "1", Stop);
        await _upkeep.BackupAsync(Backup, Stop);
        _store.Dispose();
        await File.WriteAllTextAsync(_files.File, "rubbish", Stop);
        await Assert.ThrowsAsync<StoreException>(() => _files.OpenAsync(_ => { }));
        _upkeep.RestoreOffline(Backup);
        using var store = await _files.OpenAsync(_ => { });
        Assert.Equal("1", await store.GetCursorAsync("a", Stop));
    }

    [Fact]
    public async Task A_file_with_a_third_free_is_compacted_while_it_is_written_to_and_loses_nothing()
    {
        await _store.InitializeAsync(Stop);
        var other = new ConversationKey("web", "b");
        for (var i = 0; i < 60; i++)
        {
            await _store.AddDraftAsync(Samples.Draft(Here) with { Json = new string('x', 60_000) }, Stop);
            await _store.AddDraftAsync(Samples.Draft(other) with { Json = $"{i}", CreatedAt = Samples.Noon.AddDays(i) }, Stop);
        }

        Assert.False(await _upkeep.CompactIfWorthwhileAsync(Stop));
        await _store.ForgetConversationAsync(Here, Stop);
        var before = new FileInfo(_files.File).Length;
        using var done = new CancellationTokenSource();
        var written = WritePairsAsync(done.Token);
        Assert.True(await _upkeep.CompactIfWorthwhileAsync(Stop));
        await done.CancelAsync();
        var pairs = await written;
        Assert.True(new FileInfo(_files.File).Length < before / 2);
        await CheckAsync(_store, other, pairs);
        _store.Dispose();
        using var reopened = await _files.OpenAsync(_ => { });
        await CheckAsync(reopened, other, pairs);
        Assert.Equal(pairs + 1, (await reopened.AddDraftAsync(Samples.Draft(Here), Stop)).Version);
    }

    private static async Task CheckAsync(LiteBotStore store, ConversationKey other, int pairs)
    {
        Assert.Equal(Enumerable.Range(0, 60).Reverse().Select(i => $"{i}"), (await store.GetDraftsAsync(other, 99, Stop)).Select(d => d.Json));
        Assert.Equal(pairs, (await store.ReadLogAsync(Here, int.MaxValue, Stop)).Count);
        Assert.Equal(pairs, (await store.GetDraftsAsync(Here, int.MaxValue, Stop)).Count);
    }

    private async Task<int> WritePairsAsync(CancellationToken until)
    {
        var pairs = 0;
        while (!until.IsCancellationRequested)
        {
            await _store.AppendLogAsync(Here, $"{pairs}", Stop);
            await _store.AddDraftAsync(Samples.Draft(Here) with { CreatedAt = Samples.Noon.AddDays(pairs) }, Stop);
            pairs++;
        }

        return pairs;
    }
}
