using NemoBot.LocalNemo.Sharing;
using NemoBot.LocalNemo.Store;
using NemoBot.Storage.Postgres;
using NemoBot.Tests.Storage.Postgres;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.LocalNemo.Sharing;

/// <summary>One turn of a session at a time, whichever process runs it.</summary>
public sealed class SharedTurnTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _clock = new();
    private PostgresDatabase _database = null!;
    private SessionStore _sessions = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await SharedBench.OpenDatabaseAsync((await PostgresServer.SharedAsync()).NewSchema());
        _sessions = new SessionStore(
            new SharedRecords<SessionRecord>(new PostgresStudioRecords(_database), "session", () => StoreJson.Default.SessionRecord, s => s.UsedAt), _clock);
    }

    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_turn_that_another_process_superseded_writes_nothing()
    {
        var (id, here, there) = (await CreateAsync(), Process(), Process());
        await using var old = await here.TryBeginAsync(await OpenAsync(id), Stop);
        Assert.Null(await _clock.AdvanceUntilAsync(here.TryBeginAsync(await OpenAsync(id), Stop), TimeSpan.FromSeconds(1)));
        await using var next = await there.TryBeginAsync(await OpenAsync(id), Stop);
        await Assert.ThrowsAsync<TurnLostException>(() => old!.UpdateAsync(s => s with { Draft = "old" }, Stop));
        Assert.Equal("new", (await next!.UpdateAsync(s => s with { Draft = "new" }, Stop)).Draft);
        Assert.Equal("new", (await OpenAsync(id)).Record.Draft);
    }

    [Fact]
    public async Task A_turn_of_a_process_that_was_frozen_for_longer_than_its_claim_writes_nothing()
    {
        var id = await CreateAsync();
        await using var turn = await Process().TryBeginAsync(await OpenAsync(id), Stop);
        _clock.Jump = TimeSpan.FromSeconds(16);
        await Assert.ThrowsAsync<TurnLostException>(() => turn!.UpdateAsync(s => s with { Draft = "late" }, Stop));
        Assert.Null((await OpenAsync(id)).Record.Draft);
    }

    [Fact]
    public async Task A_long_turn_keeps_its_claim()
    {
        var id = await CreateAsync();
        await using var turn = await Process().TryBeginAsync(await OpenAsync(id), Stop);
        var first = (await OpenAsync(id)).Record.ClaimedUntil;
        _clock.Advance(TimeSpan.FromSeconds(4));
        await _clock.AdvanceUntilAsync(() => turn!.Record.ClaimedUntil > first, TimeSpan.FromTicks(1));
        Assert.Equal("kept", (await turn!.UpdateAsync(s => s with { Draft = "kept" }, Stop)).Draft);
    }

    [Fact]
    public async Task A_turn_of_an_erased_session_does_not_bring_it_back()
    {
        var id = await CreateAsync();
        await using var turn = await Process().TryBeginAsync(await OpenAsync(id), Stop);
        await _sessions.EraseAsync(await OpenAsync(id), Stop);
        await turn!.UpdateAsync(s => s with { Draft = "late" }, Stop);
        Assert.Null(await _sessions.FindAsync(id, "anon_1", Stop));
    }

    private async Task<string> CreateAsync() => (await _sessions.CreateAsync("anon_1", "project", "en", Stop)).Record.SessionId;

    private async Task<Session> OpenAsync(string id) => (await _sessions.FindAsync(id, "anon_1", Stop))!;

    private SessionTurns Process() => new(_clock, isShared: true);
}
