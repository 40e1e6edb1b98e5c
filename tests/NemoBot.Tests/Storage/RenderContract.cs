using NemoBot.Core.Backend;
using NemoBot.Core.Storage;
using Xunit;

namespace NemoBot.Tests.Storage;

public abstract class RenderContract<TDatabase> : StoreContract<TDatabase>
    where TDatabase : ITestDatabase, new()
{
    private static readonly DateTimeOffset Now = Samples.Noon.AddHours(1);

    [Fact]
    public async Task A_render_comes_back_as_it_was_written_after_a_restart_too()
    {
        await Store.SaveRenderAsync(Samples.Render(Here, "render_1"), Stop);
        Assert.Equal(Samples.Render(Here, "render_1"), await Store.GetRenderAsync("render_1", Stop));
        await Store.SaveRenderAsync(Samples.FullRender(Here, "render_1"), Stop);
        await RestartAsync();
        Assert.Equal(Samples.FullRender(Here, "render_1"), await Store.GetRenderAsync("render_1", Stop));
        Assert.Null(await Store.GetRenderAsync("render_2", Stop));
    }

    [Fact]
    public async Task A_render_that_takes_the_place_of_another_ends_it_in_the_same_step()
    {
        await Store.SaveRenderAsync(Samples.Render(Here, "render_1"), Stop);
        Assert.True(await Store.AddRenderAsync(Samples.Render(There, "render_2"), "render_1", Stop));
        Assert.False(await Store.AddRenderAsync(Samples.Render(Here, "render_3"), "render_1", Stop));
        await RestartAsync();
        var ended = await Store.GetRenderAsync("render_1", Stop);
        Assert.Equal((true, RenderState.Failed), (ended!.IsClosed, ended.State));
        var open = Assert.Single(await Store.ClaimOpenRendersAsync("one", Now, Now.AddMinutes(1), Stop));
        Assert.Equal(("render_2", Here), (open.Id, open.Conversation));
        Assert.Null(await Store.GetRenderAsync("render_3", Stop));
    }

    [Fact]
    public async Task An_operator_sees_the_renders_of_a_conversation_and_the_conversations_used_last()
    {
        await Store.SaveRenderAsync(Samples.Render(Here, "render_b") with { CreatedAt = Samples.Noon.AddSeconds(2) }, Stop);
        await Store.SaveRenderAsync(Samples.Render(Here, "render_a") with { IsClosed = true }, Stop);
        await Store.SaveRenderAsync(Samples.Render(There, "render_c"), Stop);
        await Store.AddConversationAsync(Samples.Conversation(Here) with { UpdatedAt = Samples.Noon.AddDays(1) }, Stop);
        await Store.AddConversationAsync(Samples.Conversation(There), Stop);
        var overview = (IStoreOverview)Store;
        Assert.Equal(["render_a", "render_b"], (await Store.GetRendersAsync(Here, Stop)).Select(r => r.Id));
        Assert.Equal([Here, There], (await overview.GetConversationsAsync(10, Stop)).Select(c => c.Conversation.Key));
        Assert.Equal(Here, Assert.Single(await overview.GetConversationsAsync(1, Stop)).Conversation.Key);
    }

    [Fact]
    public async Task Open_renders_are_claimed_oldest_first_and_closed_ones_are_left()
    {
        await Store.SaveRenderAsync(Samples.Render(Here, "render_b") with { CreatedAt = Samples.Noon.AddSeconds(2) }, Stop);
        await Store.SaveRenderAsync(Samples.Render(There, "render_c") with { CreatedAt = Samples.Noon.AddSeconds(1) }, Stop);
        await Store.SaveRenderAsync(Samples.Render(Here, "render_a") with { IsClosed = true }, Stop);
        var claimed = await Store.ClaimOpenRendersAsync("one", Now, Now.AddMinutes(1), Stop);
        Assert.Equal(["render_c", "render_b"], claimed.Select(r => r.Id));
        Assert.All(claimed, r => Assert.Equal(("one", Now.AddMinutes(1)), (r.Owner, r.LeaseUntil)));
    }

    [Fact]
    public async Task A_claim_holds_against_others_until_its_lease_runs_out()
    {
        await Store.SaveRenderAsync(Samples.Render(Here, "render_1"), Stop);
        var copy = Assert.Single(await Store.ClaimOpenRendersAsync("one", Now, Now.AddMinutes(1), Stop));
        Assert.Empty(await Store.ClaimOpenRendersAsync("two", Now.AddSeconds(59), Now.AddMinutes(2), Stop));
        await Store.RenewLeasesAsync("one", Now.AddMinutes(5), Stop);
        await Store.SaveRenderAsync(copy with { Polls = 1 }, Stop);
        Assert.Empty(await Store.ClaimOpenRendersAsync("two", Now.AddMinutes(4), Now.AddMinutes(9), Stop));
        Assert.Single(await Store.ClaimOpenRendersAsync("two", Now.AddMinutes(5), Now.AddMinutes(9), Stop));
    }

    [Fact]
    public async Task Pruning_takes_what_ended_before_the_time_and_nothing_else()
    {
        var old = Samples.Noon.AddDays(-9);
        await Store.SaveRenderAsync(Samples.Render(Here, "render_old") with { CreatedAt = old, EndedAt = old, IsClosed = true }, Stop);
        await Store.SaveRenderAsync(Samples.Render(Here, "render_new") with { CreatedAt = old, EndedAt = Samples.Noon, IsClosed = true }, Stop);
        await Store.SaveRenderAsync(Samples.Render(Here, "render_open") with { CreatedAt = old }, Stop);
        await AddTurnAsync(Here, "1", t => t with { CreatedAt = old, State = TurnState.Queued });
        await AddTurnAsync(Here, "2", t => t with { CreatedAt = old, State = TurnState.Held });
        var ended = await AddTurnAsync(Here, "3", t => t with { CreatedAt = old, State = TurnState.Cancelled });
        var kept = await AddTurnAsync(Here, "4", t => t with { CreatedAt = old, EndedAt = Samples.Noon, State = TurnState.Done });
        Assert.Equal(3, await Store.PruneAsync(Samples.Noon, Stop));
        Assert.Null(await Store.GetRenderAsync("render_old", Stop));
        Assert.Null(await Store.GetTurnAsync(ended.Id, Stop));
        Assert.NotNull(await Store.GetRenderAsync("render_new", Stop));
        Assert.NotNull(await Store.GetRenderAsync("render_open", Stop));
        Assert.NotNull(await Store.GetTurnAsync(kept.Id, Stop));
        Assert.Equal(0, await Store.PruneAsync(Samples.Noon, Stop));
    }
}
