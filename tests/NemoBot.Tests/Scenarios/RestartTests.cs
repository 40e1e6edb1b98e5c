using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

public sealed class RestartTests
{
    [Fact]
    public async Task A_render_goes_on_after_a_restart_and_keeps_the_answer_in_its_message()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.RenderTime = TimeSpan.FromMinutes(2);
        chat.Backend.Turn().Uses("generate_video_with_seedance").Says("I made it.").Draft(Drafts.Titled);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 1, "the render");
        var looks = chat.Platform.Messages[0].Looks.Count;
        await chat.RestartAsync();
        await chat.WaitAsync(
            () => chat.Platform.Messages[0].Looks.Skip(looks).Any(l => !l.IsFinal && l.Text.Contains("I made it.", StringComparison.Ordinal)), "the answer above the render");
        Assert.Contains("Keep all", (await chat.SeeFile()).Buttons.Select(b => b.Label));
        var status = await chat.See("Video ready");
        Assert.Contains("I made it.", status.Text, StringComparison.Ordinal);
        Assert.Single(chat.Platform.Messages);
        Assert.Single(chat.Backend.Rendered);
        Assert.Single(chat.Platform.Files);
    }

    [Fact]
    public async Task A_turn_that_was_sent_is_not_sent_again_but_looked_for()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("Never seen.").WaitsFor(new TaskCompletionSource().Task);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 1, "the post");
        await chat.See("Working on it");
        await chat.RestartAsync();
        await chat.See("not sent twice");
        chat.Backend.Draft = Drafts.Waveform;
        await chat.SeeFile();
        Assert.Single(chat.Backend.Posted);
        Assert.Single(chat.Platform.Messages);
    }

    [Fact]
    public async Task A_waiting_turn_runs_after_a_restart()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("x").WaitsFor(new TaskCompletionSource().Task);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 1, "the post");
        await chat.User("add a title to the video", "Bo");
        await chat.See("Queued");
        await chat.RestartAsync();
        await chat.See("Done.");
        Assert.Equal(["make a waveform video please", "add a title to the video"], chat.Backend.Posted);
    }

    [Fact]
    public async Task An_old_request_asks_before_it_runs()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("x").WaitsFor(new TaskCompletionSource().Task);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 1, "the post");
        await chat.User("add a title to the video", "Bo");
        await chat.See("Queued");
        chat.Clock.Advance(TimeSpan.FromMinutes(1));
        var posted = chat.Backend.Posted.Count;
        await chat.RestartAsync(TimeSpan.FromHours(3));
        await chat.See("Shall I still do it?");
        Assert.Equal(posted, chat.Backend.Posted.Count);
        await chat.Press("Run it again");
        await chat.See("Done.");
        Assert.Equal("add a title to the video", chat.Backend.Posted[^1]);
    }

    [Fact]
    public async Task An_end_that_the_platform_holds_back_is_shown_after_a_restart()
    {
        await using var chat = await Chat.StartAsync();
        var held = HoldEndsBack(chat);
        chat.Backend.Turn().Says("Here is what I would do.");
        await chat.User("what would you do with my podcast?");
        await chat.WaitAsync(() => held.IsCompleted, "the end");
        chat.Platform.Refuses = _ => null;
        await chat.RestartAsync();
        await chat.WaitAsync(() => chat.Platform.Messages is [{ Now.IsFinal: true, Text: "Here is what I would do." }], "the end");
        var status = chat.Platform.Messages[0];
        Assert.DoesNotContain(status.Labels, l => l.Contains("Cancel", StringComparison.Ordinal));
        Assert.Single(chat.Backend.Posted);
        await chat.WaitAsync(() => chat.StoreFaults.Calls("DeletePendingReplyAsync") > 0, "the deletion of the shown reply");
        var looks = status.Looks.Count;
        await chat.RestartAsync();
        chat.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(looks, status.Looks.Count);
    }

    [Fact]
    public async Task The_end_of_a_render_that_the_platform_holds_back_is_shown_after_a_restart()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        var held = HoldEndsBack(chat);
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        Assert.DoesNotContain(chat.Platform.Messages, m => m.Text.Contains("Video ready", StringComparison.Ordinal));
        await chat.WaitAsync(() => held.IsCompleted, "the end");
        chat.Platform.Refuses = _ => null;
        await chat.RestartAsync();
        var status = await chat.See("Video ready");
        Assert.Contains("I made it.", status.Text, StringComparison.Ordinal);
        Assert.Single(chat.Platform.Messages);
        Assert.Single(chat.Platform.Files);
    }

    [Fact]
    public async Task A_render_that_waits_behind_another_survives_a_restart()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.RenderTime = TimeSpan.FromMinutes(2);
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 1, "the render");
        await chat.User("/export 1");
        await chat.WaitAsync(() => chat.Platform.Messages.Count == 2, "the second status");
        await chat.RestartAsync();
        await chat.SeeFile(2);
        Assert.Equal(2, chat.Backend.Rendered.Count);
    }

    [Fact]
    public async Task A_request_that_is_run_again_survives_a_restart_too()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Refuses(BackendErrorKind.Other);
        await chat.User("make a waveform video please");
        await chat.See("Something went wrong");
        chat.Backend.Availability = new TaskCompletionSource();
        chat.Backend.StateErrors.Enqueue(new BackendError(BackendErrorKind.Unavailable));
        await chat.Press("Run it again");
        await chat.See("not answering");
        chat.Backend.Availability = null;
        await chat.RestartAsync();
        await chat.See("Done.");
        Assert.Equal(2, chat.Backend.Posted.Count);
    }

    /// <summary>The platform wants no final edit for hours; completes when the first one was offered.</summary>
    private static Task HoldEndsBack(Chat chat)
    {
        var held = new TaskCompletionSource();
        chat.Platform.Refuses = m =>
        {
            if (!m.IsFinal)
            {
                return null;
            }

            held.TrySetResult();
            return new DeliveryResult.RateLimited(TimeSpan.FromHours(4));
        };
        return held.Task;
    }
}
