using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Storage.Postgres;
using NemoBot.Storage.Settings;
using Xunit;

namespace NemoBot.Tests.Storage.Postgres;

/// <summary>Two instances on one database: whoever took a lane last writes in it, and nobody else.</summary>
public sealed class PostgresLaneTests : IAsyncLifetime
{
    private static readonly ConversationKey Here = new("web", "room");
    private readonly List<PostgresDatabase> _databases = [];
    private string _connection = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _connection = (await PostgresServer.SharedAsync()).NewSchema();

    public ValueTask DisposeAsync()
    {
        _databases.ForEach(d => d.Dispose());
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_write_of_the_former_owner_is_refused_and_counted()
    {
        var (one, oneLanes) = await OpenAsync();
        var (two, twoLanes) = await OpenAsync();
        await one.AddConversationAsync(Samples.Conversation(Here), Stop);
        var turn = (await one.AddTurnAsync(Samples.Turn(Here, "1"), Stop))!;
        Assert.Equal(turn.Id, Assert.Single((await oneLanes.ClaimLaneAsync(Here, "one", Stop)).Turns).Id);
        await one.AddRenderAsync(Samples.Render(Here, "render_1"), Stop);
        var reply = await one.EndTurnAsync((await one.AddTurnAsync(Samples.Turn(Here, "2"), Stop))!.Id, t => t with { State = TurnState.Done }, Samples.FullEnding(Here), Stop);

        var work = await twoLanes.ClaimLaneAsync(Here, "two", Stop);
        Assert.Equal((turn.Id, "render_1", reply!.Id), (Assert.Single(work.Turns).Id, Assert.Single(work.Renders).Id, Assert.Single(work.Replies).Id));
        Func<Task>[] stale =
        [
            () => one.UpdateTurnAsync(turn.Id, t => t with { State = TurnState.Sent }, Stop),
            () => one.UpdateTurnAsync(turn.Id, t => t with { State = TurnState.Done }, Samples.Render(Here, "render_2"), Stop),
            () => one.EndTurnAsync(turn.Id, t => t with { State = TurnState.Done }, Samples.FullEnding(Here), Stop),
            () => one.UpdateRenderAsync("render_1", r => r with { IsClosed = true }, Stop),
            () => one.EndRenderAsync("render_1", r => r with { IsClosed = true }, Samples.FullEnding(Here), Stop),
            () => one.AddRenderAsync(Samples.Render(Here, "render_3"), Stop),
            () => one.AddDraftAsync(Samples.Draft(Here), Stop),
            () => one.UpdatePendingReplyAsync(reply.Id, r => r with { Text = "stale" }, Stop),
            () => one.DeletePendingReplyAsync(reply.Id, Stop),
        ];
        foreach (var write in stale)
        {
            await Assert.ThrowsAsync<LaneLostException>(write);
        }

        Assert.Equal((stale.Length, 0), (oneLanes.RefusedWrites, twoLanes.RefusedWrites));
        Assert.False(await oneLanes.HoldsLaneAsync(Here, Stop));
        Assert.Equal((true, false), (await oneLanes.IsLaneTakenAsync(Here, Stop), await twoLanes.IsLaneTakenAsync(Here, Stop)));
        Assert.Equal(TurnState.Queued, (await two.GetTurnAsync(turn.Id, Stop))!.State);
        Assert.Null(await two.GetRenderAsync("render_2", Stop));
        Assert.NotNull(await two.EndTurnAsync(turn.Id, t => t with { State = TurnState.Done }, Samples.FullEnding(Here), Stop));
    }

    [Fact]
    public async Task A_lane_is_taken_from_a_process_that_froze_in_the_middle_of_a_write()
    {
        _connection += ";Options=-c idle_in_transaction_session_timeout=300";
        var (one, oneLanes) = await OpenAsync();
        var (two, twoLanes) = await OpenAsync();
        var turn = (await one.AddTurnAsync(Samples.Turn(Here, "1"), Stop))!;
        await oneLanes.ClaimLaneAsync(Here, "one", Stop);
        using var thaw = new ManualResetEventSlim();
        var frozen = new TaskCompletionSource();
        var write = Task.Run(() => one.UpdateTurnAsync(turn.Id, t => Freeze(t with { Prompt = "stale" }), Stop), Stop);
        await frozen.Task;
        await twoLanes.ClaimLaneAsync(Here, "two", Stop);
        thaw.Set();
        await Assert.ThrowsAsync<LaneLostException>(() => write);
        Assert.Null((await two.GetTurnAsync(turn.Id, Stop))!.Prompt);

        TurnRecord Freeze(TurnRecord changed)
        {
            frozen.SetResult();
            thaw.Wait(Stop);
            return changed;
        }
    }

    [Fact]
    public async Task Messages_and_settings_are_written_from_every_instance()
    {
        var (one, _) = await OpenAsync();
        var (_, twoLanes) = await OpenAsync();
        await twoLanes.ClaimLaneAsync(Here, "two", Stop);
        Assert.NotNull(await one.AddTurnAsync(Samples.Turn(Here, "1"), Stop));
        await one.AddConversationAsync(Samples.Conversation(Here), Stop);
        Assert.NotNull(await one.UpdateConversationAsync(Here, c => c with { Language = "zh" }, Stop));
        Assert.NotNull(await one.AppendLogAsync(Here, "{}", Stop));
    }

    [Fact]
    public async Task A_lane_that_was_taken_back_can_be_written_again()
    {
        var (one, oneLanes) = await OpenAsync();
        var (_, twoLanes) = await OpenAsync();
        var turn = (await one.AddTurnAsync(Samples.Turn(Here, "1"), Stop))!;
        await oneLanes.ClaimLaneAsync(Here, "one", Stop);
        await twoLanes.ClaimLaneAsync(Here, "two", Stop);
        await oneLanes.ClaimLaneAsync(Here, "one", Stop);
        Assert.True(await oneLanes.HoldsLaneAsync(Here, Stop));
        Assert.NotNull(await one.UpdateTurnAsync(turn.Id, t => t with { State = TurnState.Running }, Stop));
    }

    [Fact]
    public async Task Lanes_with_open_work_and_no_living_owner_are_found()
    {
        var (one, lanes) = await OpenAsync();
        var places = Enumerable.Range(0, 4).Select(i => new ConversationKey("web", $"room {i}")).ToList();
        foreach (var place in places)
        {
            await one.AddTurnAsync(Samples.Turn(place, "1"), Stop);
        }

        await lanes.ClaimLaneAsync(places[0], "alive", Stop);
        await lanes.ClaimLaneAsync(places[1], "dead", Stop);
        await lanes.ClaimLaneAsync(places[2], "alive", Stop);
        await lanes.ReleaseLaneAsync(places[2], Stop);
        Assert.Equal(places[1..], await lanes.FindIdleLanesAsync(["alive"], 9, Stop));
        Assert.Equal(2, (await lanes.FindIdleLanesAsync(["alive"], 2, Stop)).Count);
        var turn = Assert.Single((await lanes.ClaimLaneAsync(places[1], "alive", Stop)).Turns);
        await one.UpdateTurnAsync(turn.Id, t => t with { State = TurnState.Done }, Stop);
        Assert.Equal(places[2..], await lanes.FindIdleLanesAsync(["alive"], 9, Stop));
    }

    [Fact]
    public async Task Open_work_of_every_kind_is_found_in_the_lanes_of_its_owner()
    {
        var (one, oneLanes) = await OpenAsync();
        var (_, twoLanes) = await OpenAsync();
        await one.AddConversationAsync(Samples.Conversation(Here), Stop);
        var turn = (await one.AddTurnAsync(Samples.Turn(Here, "1"), Stop))!;
        await oneLanes.ClaimLaneAsync(Here, "one", Stop);
        await one.AddRenderAsync(Samples.Render(Here, "render_1"), Stop);
        var reply = await one.EndTurnAsync((await one.AddTurnAsync(Samples.Turn(Here, "2"), Stop))!.Id, t => t with { State = TurnState.Done }, Samples.FullEnding(Here), Stop);
        var later = TimeProvider.System.GetUtcNow().AddMinutes(1);
        Assert.Equal(
            [new OpenWork(OpenWorkKind.Turn, $"{turn.Id}", Here), new OpenWork(OpenWorkKind.Render, "render_1", Here), new OpenWork(OpenWorkKind.Reply, $"{reply!.Id}", Here)],
            (await oneLanes.FindOpenWorkAsync("one", later, Stop)).OrderBy(w => w.Kind));
        Assert.Equal("render_1", Assert.Single(await oneLanes.FindOpenWorkAsync("one", Samples.Noon.AddYears(-1), Stop)).Id);
        Assert.Empty(await oneLanes.FindOpenWorkAsync("two", later, Stop));
        var work = await oneLanes.ReadWorkAsync(Here, Stop);
        Assert.Equal((turn.Id, "render_1", reply.Id), (Assert.Single(work.Turns).Id, Assert.Single(work.Renders).Id, Assert.Single(work.Replies).Id));
        await twoLanes.ClaimLaneAsync(Here, "two", Stop);
        Assert.Empty(await oneLanes.FindOpenWorkAsync("one", later, Stop));
    }

    [Fact]
    public async Task A_late_edit_of_the_former_owner_does_not_hide_what_the_new_one_shows()
    {
        var (one, oneLanes) = await OpenAsync();
        var (two, twoLanes) = await OpenAsync();
        var (visitor, _) = await OpenAsync();
        await oneLanes.ClaimLaneAsync(Here, "one", Stop);
        var message = await one.AppendLogAsync(Here, "\"working\"", Stop);
        Assert.NotNull(await one.RewriteLogAsync(Here, message.Id, "\"half\"", Stop));
        await twoLanes.ClaimLaneAsync(Here, "two", Stop);
        Assert.NotNull(await two.RewriteLogAsync(Here, message.Id, "\"done\"", Stop));
        await Assert.ThrowsAsync<LaneLostException>(() => one.RewriteLogAsync(Here, message.Id, "\"almost\"", Stop));
        Assert.Equal("\"done\"", (await two.GetLogAsync(Here, message.Id, Stop))!.Json);
        Assert.NotNull(await visitor.RewriteLogAsync(Here, message.Id, "\"withdrawn by its author\"", Stop));
    }

    [Fact]
    public async Task One_of_the_living_does_a_sole_work_and_only_it_moves_the_cursor()
    {
        var (one, oneLanes) = await OpenAsync();
        var (two, twoLanes) = await OpenAsync();
        Assert.True(await oneLanes.ClaimSoleWorkAsync("offset", "one", ["one", "two"], Stop));
        Assert.False(await twoLanes.ClaimSoleWorkAsync("offset", "two", ["one", "two"], Stop));
        await one.SetCursorAsync("offset", "17", Stop);
        await Assert.ThrowsAsync<LaneLostException>(() => two.SetCursorAsync("offset", "3", Stop));
        Assert.True(await twoLanes.ClaimSoleWorkAsync("offset", "two", ["two"], Stop));
        await two.SetCursorAsync("offset", "18", Stop);
        await Assert.ThrowsAsync<LaneLostException>(() => one.SetCursorAsync("offset", "17", Stop));
        Assert.False(await oneLanes.HoldsSoleWorkAsync("offset", Stop));
        Assert.Equal("18", await one.GetCursorAsync("offset", Stop));
        await twoLanes.ReleaseSoleWorkAsync("offset", Stop);
        Assert.True(await oneLanes.ClaimSoleWorkAsync("offset", "one", ["one", "two"], Stop));
    }

    [Fact]
    public async Task A_claim_waits_for_a_write_that_has_begun_and_sees_it()
    {
        var (one, oneLanes) = await OpenAsync();
        var (_, twoLanes) = await OpenAsync();
        var turn = (await one.AddTurnAsync(Samples.Turn(Here, "1"), Stop))!;
        await oneLanes.ClaimLaneAsync(Here, "one", Stop);
        Task<LaneWork>? claim = null;
        await one.UpdateTurnAsync(
            turn.Id,
            t =>
            {
                claim ??= Task.Run(() => twoLanes.ClaimLaneAsync(Here, "two", Stop), Stop);
                return t with { State = TurnState.Sent, SentAt = Samples.Noon };
            },
            Stop);
        Assert.Equal(TurnState.Sent, Assert.Single((await claim!).Turns).State);
    }

    private async Task<(PostgresBotStore Store, PostgresLaneStore Lanes)> OpenAsync()
    {
        var database = new PostgresDatabase(new ClusterOptions { Database = _connection }, TimeProvider.System);
        _databases.Add(database);
        var store = new PostgresBotStore(database, new StorageOptions(), TimeProvider.System);
        await store.InitializeAsync(Stop);
        return (store, new PostgresLaneStore(database));
    }
}
