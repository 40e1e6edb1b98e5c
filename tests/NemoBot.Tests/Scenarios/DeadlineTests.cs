using NemoBot.Core.Recovery;
using NemoBot.Core.Storage;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

/// <summary>Work that does not end, or that nothing runs any more, is ended: no status message stays in progress.</summary>
public sealed class DeadlineTests
{
    [Fact]
    public async Task A_render_that_does_not_end_is_given_up_and_cancelled_at_the_backend()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.RenderTime = TimeSpan.FromHours(30);
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 1, "the render");
        await chat.Clock.AdvanceUntilAsync(() => chat.Backend.Cancelled.Count > 0, TimeSpan.FromMinutes(1));
        await chat.See("not answering");
        await chat.Rest();
        Assert.Empty(chat.InProgress);
        Assert.Equal(chat.Backend.RenderIds, chat.Backend.Cancelled);
    }

    [Fact]
    public async Task A_clock_that_jumps_an_hour_ahead_gives_up_no_render()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.RenderTime = TimeSpan.FromMinutes(3);
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Polls > 0, "a poll");
        chat.Clock.Jump = TimeSpan.FromHours(2);
        await chat.SeeFile();
        await chat.See("Video ready");
        Assert.Empty(chat.Backend.Cancelled);
    }

    [Fact]
    public async Task A_turn_that_does_not_end_is_ended_with_a_sentence()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("x").WaitsFor(new TaskCompletionSource().Task);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 1, "the post");
        await chat.Clock.AdvanceUntilAsync(() => !chat.InProgress.Any(), TimeSpan.FromMinutes(10));
        await chat.User("/help");
        await chat.See("Render the timeline");
        await chat.Rest();
        Assert.Single(chat.Backend.Posted);
    }

    [Fact]
    public async Task What_could_not_be_taken_up_at_the_start_is_taken_up_by_the_sweep()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.RenderTime = TimeSpan.FromMinutes(2);
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 1, "the render");
        chat.StoreFaults.Fail("GetDraftAsync", new StoreException(StoreProblem.Busy, "busy"));
        await chat.RestartAsync(TimeSpan.FromMinutes(3));
        Assert.True(chat.StoreFaults.HasFailed);
        Assert.Empty(chat.Platform.Files);

        using var stop = new CancellationTokenSource();
        var sweeping = chat.Get<StartupRecovery>().SweepAsync(stop.Token);
        await chat.SeeFile();
        await chat.See("Video ready");
        await chat.Rest();
        chat.Clock.Advance(TimeSpan.FromHours(1));
        await chat.Rest();
        Assert.Single(chat.Platform.Files);
        Assert.Empty(chat.InProgress);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sweeping);
    }

    [Fact]
    public async Task A_reply_whose_end_could_not_be_stored_is_shown_again_by_the_sweep()
    {
        await using var chat = await Chat.StartAsync();
        chat.StoreFaults.Fail("DeletePendingReplyAsync", new StoreException(StoreProblem.Busy, "busy"));
        chat.Backend.Turn().Says("I made it.");
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.StoreFaults.HasFailed, "the reply that stays");
        await chat.Rest();

        using var stop = new CancellationTokenSource();
        var sweeping = chat.Get<StartupRecovery>().SweepAsync(stop.Token);
        await chat.Clock.AdvanceUntilAsync(() => chat.StoreFaults.Calls("DeletePendingReplyAsync") == 2, TimeSpan.FromMinutes(1));
        await chat.Rest();
        Assert.Single(chat.Platform.Messages);
        Assert.Empty(chat.InProgress);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sweeping);
    }

    [Fact]
    public async Task A_message_posted_right_before_a_crash_is_recognized_by_a_key_that_follows_from_the_work()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.See("Video ready");
        await chat.Rest();
        var turn = (await chat.Store.GetDoneTurnsAsync(Chat.Key, 1, CancellationToken.None))[0];
        Assert.Equal(NemoBot.Core.Status.RepeatKeys.StatusOf(turn), chat.Platform.Messages[0].Looks[0].DeduplicationKey);
        Assert.Equal("file " + chat.Backend.RenderIds[0], chat.Platform.Files[0].File.DeduplicationKey);
    }
}
