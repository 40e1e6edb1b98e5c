using NemoBot.Core.Storage;
using Xunit;

namespace NemoBot.Tests.Storage;

public abstract class EndingContract<TDatabase> : StoreContract<TDatabase>
    where TDatabase : ITestDatabase, new()
{
    private static readonly DateTimeOffset Now = Samples.Noon.AddHours(1);

    [Fact]
    public async Task An_ending_is_written_with_its_turn_and_stays_until_it_is_deleted()
    {
        var turn = await AddTurnAsync(Here, "1");
        var ending = await Store.EndTurnAsync(turn with { State = TurnState.Done }, Samples.FullEnding(Here) with { TurnId = turn.Id }, Stop);
        await RestartAsync();
        Assert.Equal(TurnState.Done, (await Store.GetTurnAsync(turn.Id, Stop))!.State);
        var claimed = Assert.Single(await Store.ClaimPendingRepliesAsync("one", Now, Now.AddMinutes(1), Stop));
        Assert.Equivalent(ending! with { Owner = "one", LeaseUntil = Now.AddMinutes(1) }, claimed, strict: true);
        Assert.Empty(await Store.ClaimOpenTurnsAsync("one", Now, Now.AddMinutes(1), Stop));
        await Store.DeletePendingReplyAsync(claimed.Id, Stop);
        await RestartAsync();
        Assert.Empty(await Store.ClaimPendingRepliesAsync("one", Now, Now.AddMinutes(1), Stop));
    }

    [Fact]
    public async Task An_ending_is_written_with_its_render()
    {
        var render = Samples.Render(Here, "render_1");
        await Store.SaveRenderAsync(render, Stop);
        var ending = await Store.EndRenderAsync(render with { IsClosed = true }, Samples.FullEnding(Here), Stop);
        Assert.True((await Store.GetRenderAsync("render_1", Stop))!.IsClosed);
        Assert.Equal(ending!.Id, Assert.Single(await Store.ClaimPendingRepliesAsync("one", Now, Now.AddMinutes(1), Stop)).Id);
    }

    [Fact]
    public async Task A_turn_is_written_with_the_render_that_it_leads_to()
    {
        var turn = await AddTurnAsync(Here, "1");
        await Store.UpdateTurnAsync(turn with { State = TurnState.Done }, Samples.Render(Here, "render_1") with { TurnId = turn.Id }, Stop);
        await RestartAsync();
        Assert.Empty(await Store.ClaimOpenTurnsAsync("one", Now, Now.AddMinutes(1), Stop));
        Assert.Equal(turn.Id, Assert.Single(await Store.ClaimOpenRendersAsync("one", Now, Now.AddMinutes(1), Stop)).TurnId);
    }

    [Fact]
    public async Task A_claim_on_an_ending_holds_against_others_until_its_lease_runs_out()
    {
        await EndAsync("1");
        Assert.Single(await Store.ClaimPendingRepliesAsync("one", Now, Now.AddMinutes(1), Stop));
        Assert.Empty(await Store.ClaimPendingRepliesAsync("two", Now.AddSeconds(59), Now.AddMinutes(2), Stop));
        await Store.RenewLeasesAsync("one", Now.AddMinutes(5), Stop);
        Assert.Empty(await Store.ClaimPendingRepliesAsync("two", Now.AddMinutes(4), Now.AddMinutes(9), Stop));
        Assert.Single(await Store.ClaimPendingRepliesAsync("two", Now.AddMinutes(5), Now.AddMinutes(9), Stop));
    }

    [Fact]
    public async Task Endings_come_in_order_move_along_are_pruned_and_forgotten()
    {
        await EndAsync("1");
        await EndAsync("2");
        await Store.MoveConversationAsync(Here, There, Stop);
        var claimed = await Store.ClaimPendingRepliesAsync("one", Now, Now.AddMinutes(1), Stop);
        Assert.Equal([There, There], claimed.Select(e => e.Conversation));
        Assert.True(claimed[0].Id < claimed[1].Id);
        Assert.Equal(0, await Store.PruneAsync(Samples.Noon, Stop));
        Assert.Equal(4, await Store.PruneAsync(Samples.Noon.AddDays(1), Stop));
        var turn = await EndAsync("3");
        await Store.ForgetConversationAsync(Here, Stop);
        Assert.Empty(await Store.ClaimPendingRepliesAsync("one", Now, Now.AddMinutes(1), Stop));
        Assert.Null(await Store.EndTurnAsync(turn, Samples.FullEnding(Here), Stop));
        Assert.Empty(await Store.ClaimPendingRepliesAsync("one", Now, Now.AddMinutes(1), Stop));
    }

    private async Task<TurnRecord> EndAsync(string messageId)
    {
        var turn = await AddTurnAsync(Here, messageId);
        Assert.NotNull(await Store.EndTurnAsync(turn with { State = TurnState.Held }, Samples.FullEnding(Here) with { Owner = null, TurnId = turn.Id }, Stop));
        return turn;
    }
}
