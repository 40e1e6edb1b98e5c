using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb;
using Xunit;

namespace NemoBot.Tests.Storage.LiteDb;

/// <summary>A disk that is full, fails or returns damaged bytes: a sentence, nothing half-written, and no restart needed once the fault ends.</summary>
public sealed class LiteProblemTests
{
    private static readonly ConversationKey Here = new("web", "a");
    private readonly SimulatedFolder _disk = new();
    private readonly ListLogger<StoreDatabase> _logger = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_disk_loses_no_acknowledged_call_and_needs_no_restart()
    {
        using var store = await OpenAsync();
        await store.AddDraftAsync(Samples.Draft(Here), Stop);
        _disk.MaxBytes = _disk.Used + 900_000;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 300).Select(async i =>
        {
            try
            {
                return (await store.AddDraftAsync(Samples.Draft(Here) with { Json = new string('x', 9000), CreatedAt = Samples.Noon.AddDays(i + 1) }, Stop)).Version;
            }
            catch (StoreException error)
            {
                Assert.Equal(StoreProblem.Full, error.Problem);
                Assert.Contains("No space is left", error.Message, StringComparison.Ordinal);
                return 0;
            }
        }));
        Assert.Contains(0, outcomes);
        // The calls of one group share its fate, so it may be that only the first draft was kept.
        var kept = outcomes.Where(v => v > 0).Prepend(1).Order().ToList();
        Assert.Equal(kept, (await store.GetDraftsAsync(Here, 999, Stop)).Select(d => d.Version).Order());
        _disk.MaxBytes = 0;
        var next = await store.AddDraftAsync(Samples.Draft(Here), Stop);
        Assert.Equal(kept[^1] + 1, next.Version);
    }

    [Fact]
    public async Task A_write_whose_sync_failed_is_not_kept_so_that_a_repeat_does_not_double_it()
    {
        var store = await OpenAsync();
        await store.AppendLogAsync(Here, "1", Stop);
        _disk.BeforeChange = FailAt(2);
        var error = await Assert.ThrowsAsync<StoreException>(() => store.AppendLogAsync(Here, "2", Stop));
        Assert.Equal(StoreProblem.Unavailable, error.Problem);
        await store.AppendLogAsync(Here, "2", Stop);
        store.Dispose();
        using var reopened = await OpenAsync();
        Assert.Equal(["1", "2"], (await reopened.ReadLogAsync(Here, 9, Stop)).Select(m => m.Json));
    }

    [Fact]
    public async Task Any_operation_of_the_disk_may_fail_and_nothing_acknowledged_is_lost()
    {
        var expected = new List<string>();
        var store = await SimulatedStore.OpenAsync(_disk, _logger, checkpointPages: 50);
        for (var i = 0; i < 150; i++)
        {
            _disk.BeforeChange = FailAt((i % 7) + 1);
            try
            {
                var json = i + new string('x', i % 5 * 4000);
                await store.AppendLogAsync(Here, json, Stop);
                expected.Add(json);
            }
            catch (StoreException error)
            {
                Assert.Equal(StoreProblem.Unavailable, error.Problem);
            }
        }

        _disk.BeforeChange = null;
        Assert.Equal(expected, (await store.ReadLogAsync(Here, 999, Stop)).Select(m => m.Json));
        store.Dispose();
        using var reopened = await OpenAsync();
        Assert.Equal(expected, (await reopened.ReadLogAsync(Here, 999, Stop)).Select(m => m.Json));
        Assert.InRange(expected.Count, 50, 149);
    }

    [Fact]
    public async Task A_flipped_bit_in_the_log_is_said_and_costs_only_what_came_after_it()
    {
        var store = await OpenAsync();
        for (var i = 0; i < 20; i++)
        {
            await store.AppendLogAsync(Here, $"{i}", Stop);
        }

        var cut = _disk.Cut(new Random(1));
        store.Dispose();
        var log = cut.File("nemobot.litedb-log");
        log.Flip(log.Length * 3 / 4, 5);
        using var reopened = await SimulatedStore.OpenAsync(cut, _logger);
        var kept = (await reopened.ReadLogAsync(Here, 99, Stop)).Select(m => m.Json).ToList();
        Assert.InRange(kept.Count, 8, 19);
        Assert.Equal(Enumerable.Range(0, kept.Count).Select(i => $"{i}"), kept);
        Assert.Contains("fit no checksum", Assert.Single(_logger.Warnings), StringComparison.Ordinal);
        await reopened.AppendLogAsync(Here, "more", Stop);
    }

    [Fact]
    public async Task A_torn_end_of_the_log_is_said_and_costs_nothing_that_was_acknowledged()
    {
        var store = await OpenAsync();
        await store.AppendLogAsync(Here, "1", Stop);
        var cut = _disk.Cut(new Random(1));
        store.Dispose();
        var log = cut.File("nemobot.litedb-log");
        log.Write(log.Length, [new byte[5000]]);
        using var reopened = await SimulatedStore.OpenAsync(cut, _logger);
        Assert.Equal("1", Assert.Single(await reopened.ReadLogAsync(Here, 9, Stop)).Json);
        Assert.Contains("5000 bytes", Assert.Single(_logger.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named_and_left_as_it_is()
    {
        using var database = new LiteDatabase();
        var text = new string('?', 20_000);
        await File.WriteAllTextAsync(database.File, text, Stop);
        var error = await Assert.ThrowsAsync<StoreException>(() => database.OpenAsync(_ => { }));
        Assert.Equal(StoreProblem.Corrupt, error.Problem);
        Assert.Contains(database.File, error.Message, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(database.File, Stop));
    }

    [Fact]
    public async Task Damaged_pages_are_named_and_never_end_the_store()
    {
        using var database = new LiteDatabase();
        using (var store = await database.OpenAsync(_ => { }))
        {
            for (var i = 0; i < 50; i++)
            {
                await store.AddDraftAsync(Samples.Draft(Here) with { Json = new string('x', 9000) }, Stop);
            }
        }

        var bytes = await File.ReadAllBytesAsync(database.File, Stop);
        bytes.AsSpan(bytes.Length / 3).Fill(0xEE);
        await File.WriteAllBytesAsync(database.File, bytes, Stop);
        using var damaged = await database.OpenAsync(_ => { });
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(StoreProblem.Corrupt, (await Assert.ThrowsAsync<StoreException>(() => damaged.GetDraftsAsync(Here, 99, Stop))).Problem);
        }
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        using var database = new LiteDatabase();
        var file = Path.Combine(database.Folder, "file");
        await File.WriteAllTextAsync(file, "", Stop);
        var error = await Assert.ThrowsAsync<StoreException>(() => database.OpenAsync(o => o.DataFolder = Path.Combine(file, "data")));
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_largest_size_that_is_set_counts_as_a_full_disk()
    {
        using var database = new LiteDatabase();
        using var store = await database.OpenAsync(o => o.MaxBytes = 2_000_000);
        await Assert.ThrowsAsync<StoreException>(() => store.AddDraftAsync(Samples.Draft(Here) with { Json = new string('x', 3_000_000) }, Stop));
        Assert.Equal(1, (await store.AddDraftAsync(Samples.Draft(Here), Stop)).Version);
    }

    [Fact]
    public async Task One_bad_call_does_not_spoil_the_others_of_its_group()
    {
        using var store = await OpenAsync();
        var turn = await store.AddTurnAsync(Samples.Turn(Here, "1"), Stop);
        var calls = Enumerable.Range(0, 60).Select(Task (i) => (i % 4) switch
        {
            0 => store.SetCursorAsync(null!, "x", Stop),
            1 => store.UpdateTurnAsync(turn!.Id, _ => throw new FormatException("a change that throws"), Stop),
            2 => store.SetCursorAsync(new string('n', 2000), "longer than any key may be", Stop),
            _ => store.SetCursorAsync($"{i}", "x", Stop),
        }).ToList();
        await Task.WhenAll(calls.Select(c => c.ContinueWith(_ => { }, TaskScheduler.Default)));
        for (var i = 0; i < calls.Count; i++)
        {
            Assert.Equal(i % 4 != 3, calls[i].IsFaulted);
            Assert.Equal(i % 4 == 3 ? "x" : null, await store.GetCursorAsync($"{i}", Stop));
        }

        Assert.All(calls.Where((_, i) => i % 4 == 1), c => Assert.IsType<FormatException>(c.Exception!.InnerException));
    }

    [Fact]
    public async Task Calls_in_flight_are_carried_out_when_the_store_closes()
    {
        var store = await OpenAsync();
        var calls = Enumerable.Range(0, 100).Select(i => store.AddTurnAsync(Samples.Turn(Here, $"{i}"), Stop)).ToList();
        store.Dispose();
        Assert.All(await Task.WhenAll(calls), Assert.NotNull);
    }

    private static Action FailAt(int change) => () =>
    {
        if (--change == 0)
        {
            throw new IOException("the cable is loose");
        }
    };

    private Task<LiteBotStore> OpenAsync() => SimulatedStore.OpenAsync(_disk, _logger);
}
