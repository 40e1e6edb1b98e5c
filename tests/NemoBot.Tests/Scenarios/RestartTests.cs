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
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 1, "the render");
        await chat.RestartAsync();
        await chat.SeeFile();
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
}
