using NemoBot.Core.Backend;
using NemoBot.Core.Storage;
using Xunit;

namespace NemoBot.Tests.Storage;

public abstract class ConversationContract<TDatabase> : StoreContract<TDatabase>
    where TDatabase : ITestDatabase, new()
{
    [Fact]
    public async Task A_conversation_comes_back_as_it_was_written_after_a_restart_too()
    {
        Assert.Null(await Store.GetConversationAsync(Here, Stop));
        await Store.SaveConversationAsync(Samples.Conversation(Here), Stop);
        await Store.SaveConversationAsync(Samples.FullConversation(Here), Stop);
        await RestartAsync();
        Assert.Equal(Samples.FullConversation(Here), await Store.GetConversationAsync(Here, Stop));
        Assert.Null(await Store.GetConversationAsync(There, Stop));
    }

    [Fact]
    public async Task Everything_of_a_conversation_moves_to_its_new_key()
    {
        await Store.SaveConversationAsync(Samples.FullConversation(Here), Stop);
        var turn = await AddTurnAsync(Here, "1", t => t with { State = TurnState.Sent, SentAt = Samples.Noon });
        await Store.AddDraftAsync(Samples.Draft(Here), Stop);
        await Store.SaveRenderAsync(Samples.Render(Here, "render_1"), Stop);
        var logged = await Store.AppendLogAsync(Here, "{}", Stop);
        await Store.MoveConversationAsync(Here, There, Stop);

        Assert.Null(await Store.GetConversationAsync(Here, Stop));
        Assert.Equal(Samples.FullConversation(There), await Store.GetConversationAsync(There, Stop));
        Assert.Equal(There, (await Store.GetTurnAsync(turn.Id, Stop))!.Message.Conversation);
        Assert.Equal(turn.Id, (await Store.GetLastTurnAsync(There, Stop))!.Id);
        Assert.Null(await Store.GetLastTurnAsync(Here, Stop));
        Assert.Equal(There, (await Store.GetDraftAsync(There, 1, Stop))!.Conversation);
        Assert.Empty(await Store.GetDraftsAsync(Here, 9, Stop));
        Assert.Equal(There, (await Store.GetRenderAsync("render_1", Stop))!.Conversation);
        Assert.Equal(logged.Id, Assert.Single(await Store.ReadLogAsync(There, 9, Stop)).Id);
        Assert.Empty(await Store.ReadLogAsync(Here, 9, Stop));
    }

    [Fact]
    public async Task What_the_new_key_had_before_a_move_is_kept_as_the_older_part()
    {
        await Store.SaveConversationAsync(Samples.FullConversation(Here) with { Project = 1, ShownVersion = 1, CreditsUsed = 5 }, Stop);
        await Store.SaveConversationAsync(Samples.Conversation(There) with { CreditsUsed = 2, CreatedAt = Samples.Noon.AddDays(-1) }, Stop);
        await Store.AddDraftAsync(Samples.Draft(There, "older"), Stop);
        await Store.AddDraftAsync(Samples.Draft(Here, "newer"), Stop);
        await Store.SaveRenderAsync(Samples.Render(Here, "render_1"), Stop);
        var turn = await AddTurnAsync(Here, "1", t => t with { DraftBefore = 1 });
        var first = await AddTurnAsync(Here, "2");
        await Store.MoveConversationAsync(Here, There, Stop);

        var drafts = await Store.GetDraftsAsync(There, 9, Stop);
        Assert.Equal([("newer", 2, 2), ("older", 1, 1)], drafts.Select(d => (d.Summary, d.Version, d.Project)));
        Assert.Equal(2, (await Store.GetRenderAsync("render_1", Stop))!.DraftVersion);
        Assert.Equal(2, (await Store.GetTurnAsync(turn.Id, Stop))!.DraftBefore);
        Assert.Equal(0, (await Store.GetTurnAsync(first.Id, Stop))!.DraftBefore);
        Assert.Equal(3, (await Store.AddDraftAsync(Samples.Draft(There), Stop)).Version);
        var merged = await Store.GetConversationAsync(There, Stop);
        Assert.Equal(
            (2, 2, 7L, Samples.Noon.AddDays(-1), "session"),
            (merged!.Project, merged.ShownVersion, merged.CreditsUsed, merged.CreatedAt, merged.SessionId));
    }

    [Fact]
    public async Task After_a_move_message_ids_count_anew_and_a_late_copy_of_an_old_message_is_still_dropped()
    {
        await AddTurnAsync(Here, "1");
        await Store.MoveConversationAsync(Here, There, Stop);
        Assert.NotNull(await Store.AddTurnAsync(Samples.Turn(There, "1"), Stop));
        Assert.Null(await Store.AddTurnAsync(Samples.Turn(Here, "1"), Stop));
    }

    [Fact]
    public async Task Work_in_hand_stays_moved_when_it_is_written_with_its_old_key()
    {
        var turn = await AddTurnAsync(Here, "1");
        await Store.SaveRenderAsync(Samples.Render(Here, "render_1"), Stop);
        await Store.MoveConversationAsync(Here, There, Stop);
        await Store.UpdateTurnAsync(turn with { State = TurnState.Done }, Stop);
        await Store.SaveRenderAsync(Samples.Render(Here, "render_1") with { IsClosed = true }, Stop);
        Assert.Equal(There, (await Store.GetTurnAsync(turn.Id, Stop))!.Message.Conversation);
        Assert.Equal(There, (await Store.GetRenderAsync("render_1", Stop))!.Conversation);
    }

    [Fact]
    public async Task Moving_nothing_or_onto_itself_changes_nothing()
    {
        await Store.MoveConversationAsync(Here, There, Stop);
        Assert.Null(await Store.GetConversationAsync(There, Stop));
        await Store.SaveConversationAsync(Samples.Conversation(Here), Stop);
        await Store.MoveConversationAsync(Here, Here, Stop);
        Assert.NotNull(await Store.GetConversationAsync(Here, Stop));
    }

    [Fact]
    public async Task A_conversation_can_move_there_and_back()
    {
        await Store.SaveConversationAsync(Samples.Conversation(Here), Stop);
        await Store.AddDraftAsync(Samples.Draft(Here), Stop);
        await Store.MoveConversationAsync(Here, There, Stop);
        await Store.MoveConversationAsync(There, Here, Stop);
        await Store.ForgetConversationAsync(There, Stop);
        Assert.NotNull(await Store.GetConversationAsync(Here, Stop));
        Assert.Equal(2, (await Store.AddDraftAsync(Samples.Draft(Here), Stop)).Version);
    }

    [Fact]
    public async Task A_forgotten_conversation_leaves_nothing_and_others_keep_everything()
    {
        foreach (var key in new[] { Here, There })
        {
            await Store.SaveConversationAsync(Samples.Conversation(key) with { AccountKey = "of " + key }, Stop);
            await Store.SaveAccountAsync(Samples.FullAccount("of " + key), Stop);
            await AddTurnAsync(key, "1", t => t with { State = TurnState.Failed });
            await Store.AddDraftAsync(Samples.Draft(key), Stop);
            await Store.SaveRenderAsync(Samples.Render(key, "render_" + key), Stop);
            await Store.AppendLogAsync(key, "{}", Stop);
        }

        await Store.ForgetConversationAsync(Here, Stop);
        Assert.All(await KeptAsync(Here), Assert.False);
        Assert.All(await KeptAsync(There), Assert.True);
        await Store.ForgetConversationAsync(Here, Stop);
        await AddTurnAsync(Here, "1");
        Assert.Equal(1, (await Store.AddDraftAsync(Samples.Draft(Here), Stop)).Version);
    }

    [Fact]
    public async Task Forgetting_keeps_accounts_that_others_pay_with()
    {
        await Store.SaveAccountAsync(Samples.FullAccount("shared"), Stop);
        await Store.SaveAccountAsync(Samples.FullAccount(Accounts.Default), Stop);
        await Store.SaveConversationAsync(Samples.Conversation(Here) with { AccountKey = "shared" }, Stop);
        await Store.SaveConversationAsync(Samples.Conversation(There) with { AccountKey = "shared" }, Stop);
        await Store.ForgetConversationAsync(Here, Stop);
        Assert.NotNull(await Store.GetAccountAsync("shared", Stop));
        await Store.ForgetConversationAsync(There, Stop);
        Assert.Null(await Store.GetAccountAsync("shared", Stop));
        await Store.SaveConversationAsync(Samples.Conversation(Here), Stop);
        await Store.ForgetConversationAsync(Here, Stop);
        Assert.NotNull(await Store.GetAccountAsync(Accounts.Default, Stop));
    }

    [Fact]
    public async Task Work_that_ends_after_its_conversation_was_forgotten_brings_nothing_back()
    {
        var turn = await AddTurnAsync(Here, "1");
        await Store.ForgetConversationAsync(Here, Stop);
        await Store.UpdateTurnAsync(turn with { State = TurnState.Done }, Stop);
        Assert.Null(await Store.GetTurnAsync(turn.Id, Stop));
    }

    private async Task<bool[]> KeptAsync(Core.Platforms.ConversationKey key) =>
    [
        await Store.GetConversationAsync(key, Stop) is not null,
        await Store.GetAccountAsync("of " + key, Stop) is not null,
        await Store.GetLastTurnAsync(key, Stop) is not null,
        (await Store.GetDraftsAsync(key, 9, Stop)).Count > 0,
        await Store.GetRenderAsync("render_" + key, Stop) is not null,
        (await Store.ReadLogAsync(key, 9, Stop)).Count > 0,
    ];

    [Fact]
    public async Task What_is_kept_is_counted_with_the_sessions_it_belongs_to()
    {
        Assert.Equivalent(new ConversationContents(), await Store.DescribeConversationAsync(Here, Stop), strict: true);
        await AddTurnAsync(Here, "1", t => t with { SessionId = "s1" });
        await AddTurnAsync(Here, "2");
        await AddTurnAsync(There, "1", t => t with { SessionId = "s9" });
        await Store.AddDraftAsync(Samples.Draft(Here) with { SessionId = "s2" }, Stop);
        await Store.AddDraftAsync(Samples.Draft(Here) with { SessionId = "s1" }, Stop);
        await Store.SaveRenderAsync(Samples.Render(Here, "r1"), Stop);
        await Store.AppendLogAsync(Here, "{}", Stop);
        var contents = await Store.DescribeConversationAsync(Here, Stop);
        Assert.Equal((2, 2, 1, 1), (contents.Turns, contents.Versions, contents.Renders, contents.Messages));
        Assert.Equal(["s1", "s2"], contents.Sessions.Order());
    }

    [Fact]
    public async Task A_conversation_is_unused_when_nothing_of_it_is_newer()
    {
        var later = Samples.Noon.AddDays(1);
        await Store.SaveConversationAsync(Samples.Conversation(Here) with { UpdatedAt = Samples.Noon }, Stop);
        Assert.Equal([Here], await Store.GetUnusedConversationsAsync(later, Stop));
        Assert.Empty(await Store.GetUnusedConversationsAsync(Samples.Noon, Stop));
        await Store.AddDraftAsync(Samples.Draft(Here) with { CreatedAt = later }, Stop);
        Assert.Empty(await Store.GetUnusedConversationsAsync(later, Stop));
        Assert.Equal([Here], await Store.GetUnusedConversationsAsync(later.AddHours(1), Stop));
        await AddTurnAsync(Here, "1");
        Assert.Empty(await Store.GetUnusedConversationsAsync(later.AddHours(1), Stop));
        await Store.ForgetConversationAsync(Here, Stop);
        Assert.Empty(await Store.GetUnusedConversationsAsync(later.AddYears(100), Stop));
    }
}
