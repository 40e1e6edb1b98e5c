using NemoBot.LocalNemo.Store;
using NemoBot.Tests.Storage;
using Xunit;

namespace NemoBot.Tests.LocalNemo.Sharing;

/// <summary>What every kind of record set must keep. A set is opened several times, as a restart or another process does.</summary>
public abstract class RecordSetContract : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = Samples.Noon;

    private IRecordSet<SessionRecord> _records = null!;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _records = await OpenAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_record_comes_back_as_it_was_written()
    {
        Assert.Null(await _records.FindAsync("1", Stop));
        var written = Record("1") with { Draft = "{\"text\":\"\u0000 \u4e2d\"}", Versions = ["{}", "{ }"], Assets = ["ast_1"], Offers = ["yes"], Claim = "c", ClaimedUntil = Noon };
        Assert.Same(written, await _records.UpdateAsync("1", _ => written, Stop));
        var read = await (await OpenAsync()).FindAsync("1", Stop);
        Assert.Equal(written with { Versions = read!.Versions, Assets = read.Assets, Past = read.Past, Future = read.Future, Offers = read.Offers }, read);
        Assert.Equal([.. written.Versions, .. written.Assets, .. written.Offers], [.. read.Versions, .. read.Assets, .. read.Offers]);
    }

    [Fact]
    public async Task A_change_sees_the_newest_record_and_may_refuse_to_write()
    {
        await _records.UpdateAsync("1", _ => Record("1"), Stop);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _records.UpdateAsync("1", r => r! with { Turns = r.Turns + 1 }, Stop))));
        Assert.Null(await _records.UpdateAsync("1", _ => null, Stop));
        Assert.Null(await _records.UpdateAsync("2", r => r, Stop));
        Assert.Equal((20, null), ((await _records.FindAsync("1", Stop))?.Turns, await _records.FindAsync("2", Stop)));
    }

    [Fact]
    public async Task Several_are_found_at_once_and_missing_ones_are_left_out()
    {
        await _records.UpdateAsync("1", _ => Record("1"), Stop);
        await _records.UpdateAsync("3", _ => Record("3"), Stop);
        Assert.Equal(["1", "3"], (await _records.FindAsync(["3", "2", "1"], Stop)).Select(r => r.SessionId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_deleted_record_stays_deleted_and_can_be_added_again()
    {
        await _records.UpdateAsync("1", _ => Record("1"), Stop);
        Assert.InRange(await _records.RemoveAsync("1", Stop), 50, 2000);
        Assert.Equal(0, await _records.RemoveAsync("1", Stop));
        Assert.Null(await _records.UpdateAsync("1", r => r is null ? null : r with { Turns = 1 }, Stop));
        Assert.Null(await (await OpenAsync()).FindAsync("1", Stop));
        await _records.UpdateAsync("1", _ => Record("1"), Stop);
        Assert.NotNull(await _records.FindAsync("1", Stop));
    }

    [Fact]
    public async Task Those_not_used_since_a_time_are_deleted_and_named()
    {
        await _records.UpdateAsync("1", _ => Record("1") with { Assets = ["ast_1"] }, Stop);
        await _records.UpdateAsync("2", _ => Record("2") with { UsedAt = Noon.AddHours(2) }, Stop);
        await _records.UpdateAsync("3", _ => Record("3"), Stop);
        await _records.UpdateAsync("3", r => r! with { UsedAt = Noon.AddHours(2) }, Stop);
        Age();
        var removed = Assert.Single(await _records.RemoveUnusedAsync(Noon.AddHours(1), Stop));
        Assert.Equal(("1", "ast_1"), (removed.SessionId, Assert.Single(removed.Assets)));
        Assert.Equal(["2", "3"], (await _records.FindAsync(["1", "2", "3"], Stop)).Select(r => r.SessionId).Order(StringComparer.Ordinal));
        Assert.Empty(await _records.RemoveUnusedAsync(Noon.AddHours(1), Stop));
    }

    /// <summary>Opens the same records by a set of its own.</summary>
    private protected abstract Task<IRecordSet<SessionRecord>> OpenAsync();

    /// <summary>Makes what was written look as old as it says.</summary>
    private protected virtual void Age()
    {
    }

    private protected static SessionRecord Record(string id) => new()
    {
        SessionId = id,
        TaskId = "task_1",
        TaskName = "project",
        UserId = "anon_1",
        Language = "en",
        UsedAt = Noon,
    };
}
