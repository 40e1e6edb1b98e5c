using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres;
using NemoBot.Tests.Storage.Postgres;
using Xunit;

namespace NemoBot.Tests.LocalNemo.Sharing;

/// <summary>The queue of renders that several machines share.</summary>
public sealed class StudioQueueTests : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private PostgresDatabase _database = null!;
    private PostgresStudioRenders _queue = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await SharedBench.OpenDatabaseAsync((await PostgresServer.SharedAsync()).NewSchema());
        _queue = new PostgresStudioRenders(_database);
    }

    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_render_is_claimed_renewed_and_closed_once()
    {
        Assert.True(await _queue.AddAsync(Render("a"), Stop));
        Assert.False(await _queue.AddAsync(Render("a"), Stop));
        var claimed = await ClaimAsync("one");
        Assert.Equal(("a", 1, true, false), (claimed!.Key, claimed.Attempt, claimed.IsRunning, claimed.IsOver));
        Assert.Null(await ClaimAsync("two"));
        Assert.True(await _queue.RenewAsync("a", 1, 0.4, Lease, Stop));
        Assert.Equal(0.4, (await _queue.FindAsync("a", Stop))!.Progress);
        Assert.True(await _queue.CloseAsync("a", 1, "{\"end\":1}", "studio/a1", Stop));
        Assert.False(await _queue.CloseAsync("a", 1, "{}", "studio/a2", Stop));
        Assert.False(await _queue.CloseAsync("a", null, "{}", null, Stop));
        var closed = await _queue.FindAsync("a", Stop);
        Assert.Equal(("{\"end\":1}", "studio/a1", true, false), (closed!.Json, closed.Output, closed.IsOver, closed.IsRunning));
        Assert.Null(await ClaimAsync("two"));
    }

    [Fact]
    public async Task A_claim_that_was_not_renewed_is_taken_and_the_older_one_writes_nothing()
    {
        await _queue.AddAsync(Render("a"), Stop);
        await _queue.ClaimAsync("lost", TimeSpan.Zero, 4, Stop);
        Assert.False((await _queue.FindAsync("a", Stop))!.IsRunning);
        var taken = await ClaimAsync("next");
        Assert.Equal((2, 1), (taken!.Attempt, taken.Losses));
        Assert.False(await _queue.RenewAsync("a", 1, 1, Lease, Stop));
        Assert.False(await _queue.CloseAsync("a", 1, "{}", "studio/a1", Stop));
        await _queue.ReleaseAsync("a", 1, Stop);
        Assert.Null(await ClaimAsync("third"));
        Assert.True(await _queue.CloseAsync("a", 2, "{}", "studio/a2", Stop));
    }

    [Fact]
    public async Task A_claim_given_back_is_no_loss_and_can_not_be_used_again()
    {
        await _queue.AddAsync(Render("a"), Stop);
        await ClaimAsync("one");
        await _queue.ReleaseAsync("a", 1, Stop);
        Assert.False(await _queue.RenewAsync("a", 1, 1, Lease, Stop));
        Assert.False(await _queue.CloseAsync("a", 1, "{}", null, Stop));
        var taken = await ClaimAsync("two");
        Assert.Equal((2, 0), (taken!.Attempt, taken.Losses));
    }

    [Fact]
    public async Task Short_ones_go_first_one_of_a_session_at_a_time_and_none_is_overtaken_for_ever()
    {
        await _queue.AddAsync(Render("long", "s1", 600), Stop);
        await _queue.AddAsync(Render("same", "s1", 5), Stop);
        List<string> order = [];
        for (var i = 0; i < 7; i++)
        {
            await _queue.AddAsync(Render($"short{i}", $"other{i}", 30), Stop);
            order.Add((await ClaimAsync("one"))!.Key);
        }

        Assert.Equal(["short0", "short1", "short2", "short3", "long", "short4", "short5"], order);
        Assert.Equal("short6", (await ClaimAsync("one"))!.Key);
        Assert.Null(await ClaimAsync("one"));
        await _queue.CloseAsync("long", null, "{}", null, Stop);
        Assert.Equal("same", (await ClaimAsync("one"))!.Key);
    }

    [Fact]
    public async Task The_places_of_those_that_wait_are_those_in_which_they_are_claimed()
    {
        await _queue.AddAsync(Render("long", "s1", 600), Stop);
        await _queue.AddAsync(Render("same", "s1", 5), Stop);
        await _queue.AddAsync(Render("middle", "s2", 60), Stop);
        await _queue.AddAsync(Render("short", "s3", 30), Stop);
        Assert.Equal(["short 0", "middle 1", "long 2", "same 3"], await PlacesAsync());
        await ClaimAsync("one");
        Assert.Equal(["middle 1", "long 2", "same 3"], await PlacesAsync());
        for (var i = 0; i < 3; i++)
        {
            await _queue.AddAsync(Render($"later{i}", $"other{i}", 10), Stop);
            await ClaimAsync("one");
        }

        // Four that came later were claimed: the oldest goes first now.
        await _queue.AddAsync(Render("last", "s4", 1), Stop);
        Assert.Equal(["long 4", "same 5", "middle 6", "last 7"], await PlacesAsync());
        Assert.Equal("long", (await ClaimAsync("one"))!.Key);
    }

    [Fact]
    public async Task Many_that_claim_at_once_get_different_renders_and_never_two_of_a_session()
    {
        for (var i = 0; i < 24; i++)
        {
            await _queue.AddAsync(Render($"r{i}", $"s{i % 8}", i), Stop);
        }

        List<StudioRender> claimed = [];
        for (var round = 0; round < 4; round++)
        {
            claimed.AddRange((await Task.WhenAll(Enumerable.Range(0, 8).Select(i => ClaimAsync($"w{i}")))).OfType<StudioRender>());
        }

        Assert.Equal(8, claimed.Count);
        Assert.Equal((8, 8), (claimed.DistinctBy(c => c.Key).Count(), claimed.DistinctBy(c => c.Session).Count()));
    }

    [Fact]
    public async Task A_cancelled_or_deleted_render_ends_the_claim()
    {
        await _queue.AddAsync(Render("a", "s1"), Stop);
        await _queue.AddAsync(Render("b", "s2"), Stop);
        await ClaimAsync("one");
        await ClaimAsync("one");
        Assert.True(await _queue.CloseAsync("a", null, "{\"cancelled\":1}", null, Stop));
        Assert.Single(await _queue.RemoveSessionAsync("s2", Stop));
        Assert.False(await _queue.RenewAsync("a", 1, 0.5, Lease, Stop) || await _queue.RenewAsync("b", 1, 0.5, Lease, Stop));
        Assert.False(await _queue.CloseAsync("a", 1, "{}", "studio/a1", Stop) || await _queue.CloseAsync("b", 1, "{}", "studio/b1", Stop));
        Assert.Equal(("{\"cancelled\":1}", null), ((await _queue.FindAsync("a", Stop))!.Json, await _queue.FindAsync("b", Stop)));
    }

    [Fact]
    public async Task A_file_that_another_render_uses_is_kept()
    {
        await _queue.AddAsync(Render("a", "s1"), Stop);
        await ClaimAsync("one");
        Assert.Null(await _queue.FindTwinAsync("twin a", Stop));
        await _queue.CloseAsync("a", 1, "{}", "studio/a1", Stop);
        var twin = await _queue.FindTwinAsync("twin a", Stop);
        Assert.True(await _queue.AddAsync(Render("b", "s2") with { IsOver = true, Output = twin!.Output }, Stop));
        Assert.False(await _queue.AddAsync(Render("c", "s2") with { IsOver = true, Output = "studio/gone" }, Stop));
        Assert.True(Assert.Single(await _queue.RemoveSessionAsync("s1", Stop)).IsOutputInUse);
        Assert.Empty(await _queue.RemoveOverAsync(Storage.Samples.Noon, Stop));
        var last = Assert.Single(await _queue.RemoveOverAsync(DateTimeOffset.MaxValue.AddYears(-7000), Stop));
        Assert.Equal(("b", "studio/a1", false), (last.Key, last.Output, last.IsOutputInUse));
    }

    private Task<StudioRender?> ClaimAsync(string worker) => _queue.ClaimAsync(worker, Lease, 4, Stop);

    private async Task<IEnumerable<string>> PlacesAsync() =>
        (await _queue.ReadPlacesAsync(4, Stop)).OrderBy(p => p.Value).Select(p => $"{p.Key} {p.Value}");

    private static StudioRender Render(string key, string session = "s", int seconds = 10) => new()
    {
        Key = key,
        Session = session,
        Twin = "twin " + key,
        Length = TimeSpan.FromSeconds(seconds),
        Json = "{}",
    };
}
