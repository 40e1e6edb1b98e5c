using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage;
using Xunit;

namespace NemoBot.Tests.Storage;

/// <summary>A disk that is full, locked, read-only or broken: a clear exception, and nothing half-written.</summary>
public sealed class SqliteProblemTests : IDisposable
{
    private static readonly ConversationKey Here = new("web", "a");
    private readonly SqliteDatabase _database = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_full_disk_fails_the_call_and_keeps_everything_before_it()
    {
        using var store = await OpenAsync(o => o.MaxBytes = 400 * 1024);
        var added = await store.AddTurnAsync(Samples.Turn(Here, "1"), Stop);
        var big = Samples.Draft(Here) with { Json = new string('x', 1024 * 1024) };
        var error = await Assert.ThrowsAsync<StoreException>(() => store.AddDraftAsync(big, Stop));
        Assert.Equal(StoreProblem.Full, error.Problem);
        Assert.Contains(_database.File, error.Message, StringComparison.Ordinal);
        Assert.NotNull(await store.GetTurnAsync(added!.Id, Stop));
        Assert.Equal(1, (await store.AddDraftAsync(Samples.Draft(Here), Stop)).Version);
    }

    [Fact]
    public async Task A_full_disk_loses_no_acknowledged_call_among_many_writers()
    {
        using var store = await OpenAsync(o => o.MaxBytes = 600 * 1024);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 400).Select(async i =>
        {
            try
            {
                var draft = await store.AddDraftAsync(Samples.Draft(Here) with { Json = new string('x', 4000) }, Stop);
                return draft.Version;
            }
            catch (StoreException e) when (e.Problem == StoreProblem.Full)
            {
                return 0;
            }
        }));
        Assert.Contains(0, outcomes);
        var kept = await store.GetDraftsAsync(Here, 999, Stop);
        Assert.Equal(outcomes.Where(v => v > 0).Order(), kept.Select(d => d.Version).Order());
    }

    [Fact]
    public async Task A_file_that_may_not_be_written_is_named()
    {
        (await _database.OpenAsync() as IDisposable)!.Dispose();

        // A write version above 2 in the header makes the file read-only to every SQLite, for root too (sqlite.org/fileformat2.html).
        using (var file = File.OpenWrite(_database.File))
        {
            file.Position = 18;
            file.WriteByte(3);
        }

        var error = await Assert.ThrowsAsync<StoreException>(() => OpenAsync(_ => { }));
        Assert.Equal(StoreProblem.ReadOnly, error.Problem);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        var file = Path.Combine(_database.Folder, "file");
        await File.WriteAllTextAsync(file, "", Stop);
        var error = await Assert.ThrowsAsync<StoreException>(() => OpenAsync(o => o.DataFolder = Path.Combine(file, "data")));
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_as_it_is()
    {
        var text = new string('?', 10_000);
        await File.WriteAllTextAsync(_database.File, text, Stop);
        var error = await Assert.ThrowsAsync<StoreException>(() => OpenAsync(_ => { }));
        Assert.Equal(StoreProblem.Corrupt, error.Problem);
        Assert.Equal(text, await File.ReadAllTextAsync(_database.File, Stop));
    }

    [Fact]
    public async Task A_damaged_file_fails_reads_and_writes_with_that_reason()
    {
        using (var store = await OpenAsync(_ => { }))
        {
            for (var i = 0; i < 50; i++)
            {
                await store.AddDraftAsync(Samples.Draft(Here) with { Json = new string('x', 5000) }, Stop);
            }
        }

        var bytes = await File.ReadAllBytesAsync(_database.File, Stop);
        bytes.AsSpan(bytes.Length / 2 / 4096 * 4096).Fill(0xEE);
        await File.WriteAllBytesAsync(_database.File, bytes, Stop);
        using var damaged = await OpenAsync(_ => { });
        Assert.Equal(StoreProblem.Corrupt, (await Assert.ThrowsAsync<StoreException>(() => damaged.GetDraftsAsync(Here, 9, Stop))).Problem);
        Assert.Equal(StoreProblem.Corrupt, (await Assert.ThrowsAsync<StoreException>(() => damaged.AddDraftAsync(Samples.Draft(Here), Stop))).Problem);
    }

    [Fact]
    public async Task A_database_that_another_process_holds_fails_after_the_set_time_and_works_afterwards()
    {
        using var store = await OpenAsync(o => o.BusyTimeout = TimeSpan.FromSeconds(1));
        using (var other = _database.Connect())
        {
            using var transaction = other.BeginTransaction(deferred: false);
            var error = await Assert.ThrowsAsync<StoreException>(() => store.SetCursorAsync("a", "1", Stop));
            Assert.Equal(StoreProblem.Busy, error.Problem);
            Assert.Null(await store.GetCursorAsync("a", Stop));
        }

        await store.SetCursorAsync("a", "2", Stop);
        Assert.Equal("2", await store.GetCursorAsync("a", Stop));
    }

    [Fact]
    public async Task One_bad_call_does_not_spoil_the_others_of_its_commit()
    {
        using var store = await OpenAsync(_ => { });
        var calls = Enumerable.Range(0, 60).Select(i => i % 3 == 0
            ? store.SetCursorAsync(null!, "x", Stop)
            : store.SetCursorAsync($"{i}", "x", Stop)).ToList();
        await Task.WhenAll(calls.Select(c => c.ContinueWith(_ => { }, TaskScheduler.Default)));
        for (var i = 0; i < calls.Count; i++)
        {
            Assert.Equal(i % 3 == 0, calls[i].IsFaulted);
            Assert.Equal(i % 3 == 0 ? null : "x", await store.GetCursorAsync($"{i}", Stop));
        }
    }

    [Fact]
    public async Task Calls_in_flight_are_carried_out_when_the_store_closes()
    {
        var store = await OpenAsync(_ => { });
        var calls = Enumerable.Range(0, 100).Select(i => store.AddTurnAsync(Samples.Turn(Here, $"{i}"), Stop)).ToList();
        store.Dispose();
        Assert.All(await Task.WhenAll(calls), Assert.NotNull);
    }

    private async Task<SqliteBotStore> OpenAsync(Action<StorageOptions> change)
    {
        var options = new StorageOptions { DataFolder = _database.Folder };
        change(options);
        var store = SqliteDatabase.Make(options);
        try
        {
            await store.InitializeAsync(Stop);
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }
}
