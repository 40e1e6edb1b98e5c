using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

/// <summary>What a chat sees of renders that wait, stop, or whose submission has an unclear outcome.</summary>
public sealed class RenderingTests
{
    [Fact]
    public async Task An_export_behind_a_running_render_says_that_it_waits_and_can_be_cancelled_at_once()
    {
        await using var chat = await Chat.StartAsync();
        await RenderLongAsync(chat);
        await chat.User("/export 1");
        var waiting = await chat.See("Waiting for the render before this one");
        Assert.Equal(["Cancel"], waiting.Labels);
        await chat.Press("Cancel");
        await chat.WaitAsync(() => waiting.Text.Contains("Rendering stopped", StringComparison.Ordinal), "the stop");
        Assert.Empty(chat.Platform.Files);
        Assert.Single(chat.Backend.Rendered);
        await chat.SeeFile();
        await chat.Rest();
        Assert.Single(chat.Platform.Files);
    }

    [Fact]
    public async Task Three_renders_of_a_chat_run_one_after_the_other()
    {
        await using var chat = await Chat.StartAsync();
        await RenderLongAsync(chat);
        await chat.User("/export 1");
        await chat.User("/export 1");
        await chat.WaitAsync(
            () => chat.Platform.Messages.Count(m => m.Text.Contains("Waiting for the render", StringComparison.Ordinal)) == 2, "both wait");
        Assert.Single(chat.Backend.Rendered);
        await chat.SeeFile();
        await chat.SeeFile(2);
        Assert.InRange(chat.Backend.Rendered.Count, 2, 3);
        await chat.SeeFile(3);
        await chat.Rest();
    }

    [Fact]
    public async Task Cancelling_a_waiting_request_is_seen_at_once_and_makes_room_for_another()
    {
        await using var chat = await Chat.StartAsync(s => s["NemoBot:Engine:LaneCapacity"] = "2");
        var gate = new TaskCompletionSource();
        chat.Backend.Turn().Says("One.").WaitsFor(gate.Task);
        await chat.User("make a waveform video please", "Ana");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 1, "the post");
        await chat.User("add a title to the video", "Bo");
        await chat.See("Queued");
        Assert.Equal(RefusalReason.QueueFull, (await chat.User("make it blue please", "Cy")).Refusal);
        await chat.Press("Cancel", "Bo");
        await chat.See("Cancelled. Nothing was changed.");
        Assert.Equal(InboundReceipt.Accepted, await chat.User("make it red please", "Cy"));
        gate.SetResult();
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 2, "the request of Cy");
        Assert.Equal("make it red please", chat.Backend.Posted[^1]);
        await chat.Rest();
    }

    [Fact]
    public async Task Three_requests_are_served_in_the_order_they_came()
    {
        await using var chat = await Chat.StartAsync();
        var gate = new TaskCompletionSource();
        chat.Backend.Turn().Says("One.").WaitsFor(gate.Task);
        string[] said = ["make a waveform video please", "add a title to the video", "make it blue please", "make it red please"];
        foreach (var words in said)
        {
            await chat.User(words);
        }

        await chat.WaitAsync(() => chat.Platform.Messages.Count(m => m.Text.Contains("Queued", StringComparison.Ordinal)) == 3, "the queue");
        gate.SetResult();
        await chat.Rest();
        Assert.Equal(said, chat.Backend.Posted);
    }

    [Fact]
    public async Task Undo_and_its_button_stay_within_the_project()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform);
        chat.Backend.Turn().Says("Two.").Draft(Drafts.Titled);
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        await chat.User("/new");
        await chat.See("New project");
        await chat.User("make another video with a title");
        var file = await chat.SeeFile(2);
        Assert.DoesNotContain(file.Buttons, b => b.Label == "Undo");
        await chat.User("/undo");
        await chat.See("There is no earlier version.");
        Assert.Equal(2, chat.Backend.Rendered.Count);
    }

    [Fact]
    public async Task A_submission_whose_answer_is_lost_is_asked_for_and_not_rendered_twice()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.SubmitAnswersLost = 1;
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        await chat.See("Video ready");
        Assert.Single(chat.Backend.Rendered);
    }

    [Fact]
    public async Task A_render_that_waits_says_its_place_and_is_not_late()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Traits = chat.Backend.Traits with { PollsPerWindow = 10_000 };
        chat.Backend.RendersAhead = 2;
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.See("Waiting to render: 2 ahead of this one");
        chat.Clock.Advance(TimeSpan.FromMinutes(70));
        var polls = chat.Backend.Polls;
        await chat.WaitAsync(() => chat.Backend.Polls > polls + 3, "a long wait");
        Assert.DoesNotContain("%", chat.Platform.Messages[^1].Text, StringComparison.Ordinal);
        chat.Backend.RendersAhead = null;
        await chat.See("Video ready");
        Assert.DoesNotContain(chat.Platform.Messages.SelectMany(m => m.Looks), l => l.Text.Contains("longer than usual", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_poll_that_fails_does_not_end_the_render()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.RenderTime = TimeSpan.FromMinutes(2);
        chat.Backend.PollErrors.Enqueue(new BackendError(BackendErrorKind.Unavailable));
        chat.Backend.PollErrors.Enqueue(new BackendError(BackendErrorKind.RateLimited));
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        await chat.See("Video ready");
        Assert.Empty(chat.Backend.PollErrors);
        Assert.Single(chat.Backend.Rendered);
    }

    [Fact]
    public async Task A_render_that_cannot_be_asked_for_several_times_in_a_row_is_given_up()
    {
        await using var chat = await Chat.StartAsync(s => s["NemoBot:Rendering:FailedPolls"] = "3");
        chat.Backend.RenderTime = TimeSpan.FromHours(1);
        for (var i = 0; i < 3; i++)
        {
            chat.Backend.PollErrors.Enqueue(new BackendError(BackendErrorKind.Unavailable));
        }

        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.See("not answering at the moment");
        await chat.Rest();
        Assert.Equal((3, 0), (chat.Backend.Polls, chat.Backend.PollErrors.Count));
        Assert.Equal(chat.Backend.RenderIds, chat.Backend.Cancelled);
    }

    [Fact]
    public async Task Asking_for_the_timeline_counts_as_a_request()
    {
        await using var chat = await Chat.StartAsync(s => s["NemoBot:Budget:RequestsPerPerson"] = "2");
        await chat.User("/timeline");
        await chat.User("/timeline");
        Assert.Equal(RefusalReason.BudgetSpent, (await chat.User("/timeline")).Refusal);
        await chat.See("You have sent 2 requests");
        Assert.Equal(InboundReceipt.Accepted, await chat.User("/help"));
    }

    [Fact]
    public async Task A_timeline_that_did_not_change_is_not_rendered_again()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform);
        chat.Backend.Turn().Says("It is fine as it is.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        await chat.User("is this fine as it is now?");
        await chat.See("It is fine as it is.");
        await chat.Rest();
        Assert.Single(chat.Backend.Rendered);
        Assert.Single(await chat.Store.GetDraftsAsync(Chat.Key, 9, CancellationToken.None));
    }

    private static async Task RenderLongAsync(Chat chat)
    {
        chat.Backend.RenderTime = TimeSpan.FromMinutes(3);
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 1, "the render");
    }
}
