using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

/// <summary>After <c>/forget</c> nothing comes back, whatever was going on.</summary>
public sealed class ForgettingTests
{
    [Fact]
    public async Task Forgetting_while_a_video_renders_stops_the_render_and_leaves_nothing()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.RenderTime = TimeSpan.FromMinutes(10);
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Polls > 0, "the render");
        await ForgetAsync(chat);
        await chat.WaitAsync(() => chat.Backend.Cancelled.Count == 1, "the stop at the backend");
        chat.Clock.Advance(TimeSpan.FromMinutes(20));
        await AssertNothingLeftAsync(chat);
        Assert.Empty(chat.Platform.Files);
    }

    [Fact]
    public async Task Forgetting_while_turns_run_and_wait_runs_none_of_them_and_leaves_nothing()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("Never.").Draft(Drafts.Waveform).WaitsFor(new TaskCompletionSource().Task);
        await chat.User("make a waveform video please", "Ana");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 1, "the post");
        await chat.User("add a title to the video", "Bo");
        await chat.See("Queued");
        await ForgetAsync(chat);
        await AssertNothingLeftAsync(chat);
        Assert.Single(chat.Backend.Posted);
        await chat.User("make another video please");
        await chat.See("Done.");
    }

    [Fact]
    public async Task Nothing_of_a_forgotten_chat_is_taken_up_at_the_next_start()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.RenderTime = TimeSpan.FromMinutes(10);
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Polls > 0, "the render");
        await ForgetAsync(chat);
        var messages = chat.Platform.Messages.Count;
        await chat.RestartAsync(TimeSpan.FromHours(1));
        await chat.Rest();
        Assert.Equal(messages, chat.Platform.Messages.Count);
        Assert.Empty(chat.Platform.Files);
    }

    [Fact]
    public async Task The_receipt_says_what_was_deleted_and_what_the_service_may_still_hold()
    {
        await using var chat = await Chat.StartAsync();
        chat.Local.Traits = chat.Local.Traits with { CanErase = true };
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        await chat.Rest();
        await ForgetAsync(chat);
        var receipt = chat.Platform.Messages[^1].Text;
        Assert.Contains("3 requests, 1 versions, 1 renders", receipt, StringComparison.Ordinal);
        Assert.Contains("The video service may still hold this project", receipt, StringComparison.Ordinal);
        Assert.Contains("The messages in this chat belong to the chat", receipt, StringComparison.Ordinal);
        Assert.Empty(chat.Local.Erased);
    }

    [Fact]
    public async Task The_receipt_names_the_account_that_was_linked()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Traits = chat.Backend.Traits with { ChargesCredits = true, Web = new Uri("https://nemo.example") };
        await chat.User("/help");
        await chat.WaitAsync(() => chat.Platform.Messages.Count == 1, "the help");
        await chat.Sink.ConnectAsync(Chat.Key, new Core.Platforms.Author("Ana", "Ana"), "nmv_usr_good", "en", CancellationToken.None);
        await ForgetAsync(chat);
        Assert.Contains("your linked account", chat.Platform.Messages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_session_of_the_embedded_backend_goes_and_an_outage_is_told()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Traits = chat.Backend.Traits with { CanErase = true };
        await chat.User("make a waveform video please");
        await chat.See("Done.");
        await chat.User("/new");
        await chat.See("New project");
        await chat.User("make another video please");
        await chat.Rest();
        await ForgetAsync(chat);
        Assert.Equal(["cloud-s1", "cloud-s2"], chat.Backend.Erased.Order());
        Assert.Contains("4 files (6 MB)", chat.Platform.Messages[^1].Text, StringComparison.Ordinal);
        await chat.User("make a third video please");
        await chat.Rest();
        chat.Backend.SessionErrors.Enqueue(new NemoBot.Core.Backend.BackendError(NemoBot.Core.Backend.BackendErrorKind.Unavailable));
        var before = chat.Platform.Messages.Count;
        await chat.User("/forget yes");
        await chat.WaitAsync(() => chat.Platform.Messages.Count > before, "the receipt");
        Assert.Contains("did not answer", chat.Platform.Messages[^1].Text, StringComparison.Ordinal);
        await AssertNothingLeftAsync(chat);
    }

    [Fact]
    public async Task Services_that_can_delete_hold_nothing_even_of_a_session_that_none_of_them_knows()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Traits = chat.Backend.Traits with { CanErase = true };
        chat.Local.Traits = chat.Local.Traits with { CanErase = true };
        await chat.User("make a waveform video please");
        await chat.See("Done.");
        await chat.Store.UpdateConversationAsync(Chat.Key, c => c with { SessionId = "gone-s1" }, CancellationToken.None);
        await ForgetAsync(chat);
        Assert.DoesNotContain("may still hold", chat.Platform.Messages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_that_nobody_has_used_for_the_retention_time_is_forgotten_as_a_whole()
    {
        await using var chat = await Chat.StartAsync(s => s["NemoBot:Engine:Retention"] = "30.00:00:00");
        chat.Backend.Traits = chat.Backend.Traits with { CanErase = true };
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        await chat.Rest();
        await PruneAsync(chat, TimeSpan.FromDays(29));
        await chat.User("make it blue please");
        await chat.See("Done.");
        await chat.Rest();
        await PruneAsync(chat, TimeSpan.FromDays(29));
        Assert.NotNull(await chat.Store.GetConversationAsync(Chat.Key, CancellationToken.None));
        Assert.Empty(chat.Backend.Erased);
        await PruneAsync(chat, TimeSpan.FromDays(2));
        Assert.Equal(["cloud-s1"], chat.Backend.Erased);
        await AssertNothingLeftAsync(chat);
    }

    [Fact]
    public async Task An_unused_chat_that_cannot_be_forgotten_keeps_no_other_and_is_tried_again()
    {
        await using var chat = await Chat.StartAsync(s => s["NemoBot:Engine:Retention"] = "30.00:00:00");
        var other = new Core.Platforms.ConversationKey("fake", "elsewhere");
        await chat.User("/settings");
        await chat.UserIn(other, "/settings");
        await chat.WaitAsync(() => chat.Platform.Messages.Count == 2 && !new[] { 1L, 2L }.Any(chat.Get<Core.Queueing.QueueRunner>().Has), "the answers");
        chat.StoreFaults.Fail("ForgetConversationAsync", new IOException("not expected"));
        await PruneAsync(chat, TimeSpan.FromDays(31));
        Assert.Single(new[] { await IsKeptAsync(Chat.Key), await IsKeptAsync(other) }, isKept => isKept);
        await PruneAsync(chat, TimeSpan.FromDays(1));
        Assert.False(await IsKeptAsync(Chat.Key) || await IsKeptAsync(other));

        async Task<bool> IsKeptAsync(Core.Platforms.ConversationKey key) => await chat.Store.GetConversationAsync(key, CancellationToken.None) is not null;
    }

    private static async Task PruneAsync(Chat chat, TimeSpan after)
    {
        chat.Clock.Advance(after);
        using var stop = new CancellationTokenSource();
        chat.Get<Core.Recovery.LoopHealth>().Failed("retention", "has not run");
        var upkeep = chat.Get<Core.Recovery.Upkeep>().RunAsync(stop.Token);
        await chat.WaitAsync(() => chat.Get<Core.Recovery.LoopHealth>().Problems["retention"] is null, "the retention");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => upkeep);
    }

    private static async Task ForgetAsync(Chat chat)
    {
        await chat.User("/forget");
        await chat.See("can't be undone");
        await chat.Press("Delete everything");
        await chat.See("is deleted");
        await chat.Rest();
    }

    private static async Task AssertNothingLeftAsync(Chat chat)
    {
        var (now, stop) = (chat.Clock.GetUtcNow() + TimeSpan.FromDays(1), CancellationToken.None);
        Assert.Null(await chat.Store.GetConversationAsync(Chat.Key, stop));
        Assert.Empty(await chat.Store.GetDraftsAsync(Chat.Key, 9, stop));
        Assert.Null(await chat.Store.GetLastTurnAsync(Chat.Key, stop));
        for (var turn = 1; turn < 9; turn++)
        {
            Assert.Null(await chat.Store.GetTurnAsync(turn, stop));
        }

        foreach (var id in chat.Backend.RenderIds)
        {
            Assert.Null(await chat.Store.GetRenderAsync(id, stop));
        }

        Assert.Empty(await chat.Store.ClaimOpenTurnsAsync("test", now, now, stop));
        Assert.Empty(await chat.Store.ClaimOpenRendersAsync("test", now, now, stop));
        Assert.Empty(await chat.Store.ClaimPendingRepliesAsync("test", now, now, stop));
    }
}
