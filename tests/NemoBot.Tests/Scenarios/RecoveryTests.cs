using NemoBot.Core.Backend;
using NemoBot.Core.Storage;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

/// <summary>What a restart makes of work that an earlier process left.</summary>
public sealed class RecoveryTests
{
    [Fact]
    public async Task A_video_finished_while_the_bot_was_down_for_hours_is_delivered()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.RenderTime = TimeSpan.FromMinutes(2);
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 1, "the render");
        await chat.RestartAsync(TimeSpan.FromHours(5));
        await chat.SeeFile();
        await chat.See("Video ready");
        Assert.Single(chat.Backend.Rendered);
    }

    [Fact]
    public async Task A_video_whose_status_message_was_deleted_is_delivered_once_over_two_restarts()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.RenderTime = TimeSpan.FromMinutes(2);
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 1, "the render");
        chat.Platform.Deleted.Add(chat.Platform.Messages[0].Id);
        await chat.RestartAsync();
        await chat.SeeFile();
        await chat.See("Video ready");
        await chat.Rest();
        await chat.RestartAsync(TimeSpan.FromMinutes(5));
        await chat.Rest();
        Assert.Single(chat.Platform.Files);
        Assert.Single(chat.Backend.Rendered);
    }

    [Fact]
    public async Task A_video_whose_record_takes_too_long_to_read_keeps_no_other_waiting()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.RenderTime = TimeSpan.FromMinutes(2);
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        chat.Backend.Turn().Says("I made it too.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 1, "the render");
        await chat.UserIn(new Core.Platforms.ConversationKey("fake", "elsewhere"), "make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 2, "the other render");
        chat.StoreFaults.Fail("GetDraftAsync", new TaskCanceledException("timed out"));
        await chat.RestartAsync();
        await chat.SeeFile();
    }

    [Fact]
    public async Task A_turn_recovered_after_a_restart_tells_what_it_changed_and_not_the_whole_timeline()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        chat.Backend.Turn().WaitsFor(new TaskCompletionSource().Task);
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        await chat.Rest();
        await chat.User("add a title that says Urban Dreams");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 2, "the post");
        await chat.RestartAsync();
        chat.Backend.Draft = Drafts.Titled;
        await chat.SeeFile(2);
        var status = await chat.See("Urban Dreams");
        var changes = status.Text.Split('\n').Where(l => l.StartsWith("• ", StringComparison.Ordinal));
        Assert.Contains("Urban Dreams", Assert.Single(changes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_recovered_turn_cost_counts_against_the_budgets()
    {
        await using var chat = await Chat.StartAsync(s => s["NemoBot:Budget:CreditsPerPerson"] = "100");
        chat.Backend.Traits = new BackendTraits { Name = "cloud", ChargesCredits = true, Web = new Uri("https://nemo.example") };
        chat.Backend.Turn().Says("Never seen.").WaitsFor(new TaskCompletionSource().Task);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 1, "the post");
        await chat.RestartAsync();
        chat.Backend.Draft = Drafts.Waveform;
        chat.Backend.Credits -= 100;
        var file = await chat.SeeFile();
        Assert.Contains("Used 100, 300 left", file.Caption, StringComparison.Ordinal);
        await chat.Rest();
        await chat.User("add a title to the video");
        await chat.See("You have used 100 of the 100 credits");
        Assert.Equal(100, (await chat.Store.GetConversationAsync(Chat.Key, CancellationToken.None))!.CreditsUsed);
    }

    [Theory]
    [InlineData(BackendErrorKind.Unavailable)]
    [InlineData(BackendErrorKind.NeverSent)]
    [InlineData(BackendErrorKind.RateLimited)]
    public async Task A_render_submitted_just_before_a_crash_waits_for_a_service_that_is_down_and_is_not_submitted_again(BackendErrorKind kind)
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.SubmitGate = new TaskCompletionSource().Task;
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 1, "the submission");
        for (var i = 0; i < 3; i++)
        {
            chat.Backend.PollErrors.Enqueue(new BackendError(kind));
        }

        chat.Backend.SubmitGate = Task.CompletedTask;
        await chat.RestartAsync();
        await chat.SeeFile();
        await chat.See("Video ready");
        Assert.Single(chat.Backend.Rendered);
        Assert.Empty(chat.Backend.PollErrors);
    }

    [Fact]
    public async Task A_render_submitted_just_before_a_crash_is_given_up_when_the_service_stays_away()
    {
        await using var chat = await Chat.StartAsync(s => s["NemoBot:Rendering:FailedPolls"] = "2");
        chat.Backend.SubmitGate = new TaskCompletionSource().Task;
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 1, "the submission");
        for (var i = 0; i < 3; i++)
        {
            chat.Backend.PollErrors.Enqueue(new BackendError(BackendErrorKind.Unavailable));
        }

        await chat.RestartAsync();
        var status = await chat.See("not answering at the moment");
        Assert.Equal(["Run it again"], status.Labels);
        await chat.Rest();
        Assert.Single(chat.Backend.PollErrors);
        Assert.Single(chat.Backend.Rendered);
    }

    [Fact]
    public async Task A_turn_that_is_done_is_not_run_and_paid_for_again()
    {
        await using var chat = await Chat.StartAsync();
        await chat.User("make a waveform video please");
        await chat.See("Done.");
        await chat.Rest();
        var turn = (await chat.Store.GetLastTurnAsync(Chat.Key, CancellationToken.None))!;
        Assert.Equal(TurnState.Done, turn.State);
        chat.Get<Core.Inbound.ConversationDispatcher>().Enqueue(new Core.Queueing.QueuedTurn(turn));
        await chat.Rest();
        Assert.Single(chat.Backend.Posted);
        Assert.Single(chat.Platform.Messages);
    }

    [Fact]
    public async Task A_token_in_a_message_is_not_in_the_store()
    {
        await using var chat = await Chat.StartAsync();
        await chat.User("use my token nmv_usr_abc123secret please");
        await chat.See("I did not keep it");
        var stored = await chat.Store.GetTurnAsync(1, CancellationToken.None);
        Assert.NotNull(stored);
        Assert.DoesNotContain("abc123", stored.Message.Text, StringComparison.Ordinal);
    }
}
