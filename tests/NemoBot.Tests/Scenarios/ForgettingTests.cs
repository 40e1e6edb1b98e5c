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
