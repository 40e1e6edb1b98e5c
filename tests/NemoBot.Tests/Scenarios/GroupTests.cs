using NemoBot.Core.Platforms;
using NemoBot.Core.Queueing;
using NemoBot.Core.Storage;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

public sealed class GroupTests
{
    [Fact]
    public async Task People_are_queued_with_names_and_served_in_order_and_one_render_is_enough()
    {
        await using var chat = await Chat.StartAsync();
        var gate = new TaskCompletionSource();
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform).WaitsFor(gate.Task);
        chat.Backend.Turn().Says("Two.").Draft(Drafts.Titled);

        await chat.User("make a waveform video please", "Ana");
        await chat.User("add a title that says Urban Dreams", "Bo");
        var queued = await chat.See("Queued: 1 ahead of you, after Ana's \"make a waveform video please\"");
        await chat.User("is it done yet?", "Cem");
        await chat.See("Bo: add a title");
        gate.SetResult();
        await chat.SeeFile();

        Assert.Equal(["make a waveform video please", "add a title that says Urban Dreams"], chat.Backend.Posted);
        Assert.Equal([Drafts.Titled], chat.Backend.Rendered);
        await chat.WaitAsync(() => queued.Text.Contains("Video ready", StringComparison.Ordinal), "the queued message as status");
        await chat.User("is it done yet?", "Cem");
        await chat.See("Nothing is running or waiting. The newest version is 2.");
        Assert.Contains(chat.Platform.Messages, m => m.Text.Contains("when the waiting requests are done", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_person_alone_is_not_told_their_own_name_or_asked_who_may_do_what()
    {
        await using var chat = await Chat.StartAsync();
        chat.IsPrivate = true;
        var gate = new TaskCompletionSource();
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform).WaitsFor(gate.Task);
        chat.Backend.Turn().Says("Two.").Draft(Drafts.Titled);

        await chat.User("make a waveform video please");
        await chat.User("add a title that says Urban Dreams");
        await chat.See("Queued: 1 ahead, after \"make a waveform video please\"");
        await chat.User("/status");
        await chat.See("🕓 add a title");
        await chat.User("/settings");
        Assert.Equal("🎞 Changed timelines are rendered automatically.", (await chat.See("rendered automatically")).Text);
        gate.SetResult();
        await chat.SeeFile();
        await chat.User("/versions");
        await chat.See("Kept versions");
        Assert.DoesNotContain(chat.Platform.Messages, m => m.Text.Contains("Ana", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_newer_version_stops_the_render_of_the_older_one()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.RenderTime = TimeSpan.FromMinutes(3);
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform);
        chat.Backend.Turn().Says("Two.").Draft(Drafts.Titled);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 1, "the first render");
        await chat.User("add a title that says Urban Dreams");
        await chat.SeeFile();
        await chat.See("a newer version is on its way");
        Assert.Single(chat.Backend.Cancelled);
        Assert.Single(chat.Platform.Files);
    }

    [Fact]
    public async Task Cancel_stops_a_render_at_the_backend_and_keeps_the_timeline()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.RenderTime = TimeSpan.FromMinutes(3);
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 1, "the render");
        await chat.Press("Cancel");
        await chat.See("Rendering stopped");
        await chat.WaitAsync(() => chat.Backend.Cancelled.Count == 1, "the cancel at the backend");
        chat.Backend.RenderTime = TimeSpan.FromSeconds(5);
        await chat.Press("Render to MP4");
        await chat.SeeFile();
    }

    [Fact]
    public async Task Cancel_ends_a_running_and_a_waiting_turn()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("Never.").WaitsFor(new TaskCompletionSource().Task);
        await chat.User("make a waveform video please", "Ana");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 1, "the post");
        await chat.User("add a title to the video", "Bo");
        await chat.See("Queued");
        await chat.User("/cancel", "Ana");
        await chat.See("already begun may still");
        await chat.See("Cancelled. Nothing was changed.");
        Assert.Single(chat.Backend.Posted);
        await chat.Rest();
        Assert.Equal(2, chat.Platform.Messages.Count);
        await chat.User("/cancel", "Ana");
        await chat.See("Nothing is running.");
    }

    [Fact]
    public async Task A_request_after_a_cancelled_one_starts_when_the_service_has_ended_that()
    {
        await using var chat = await Chat.StartAsync();
        var gate = new TaskCompletionSource();
        chat.Backend.Turn().Says("One.").WaitsFor(gate.Task).Draft(Drafts.Waveform);
        chat.Backend.Turn().Draft(Drafts.Titled);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 1, "the post");
        await chat.Press("Cancel");
        await chat.See("already begun may still");
        await chat.User("add a title that says Urban Dreams");
        await chat.See("still ending the request that was cancelled");
        Assert.Single(chat.Backend.Posted);
        gate.SetResult();

        // Only what this request changed is told.
        Assert.DoesNotContain("talk.mp3", (await chat.See("Urban Dreams")).Text, StringComparison.Ordinal);
        await chat.SeeFile();
    }

    [Fact]
    public async Task A_request_that_waits_for_a_cancelled_one_can_be_cancelled()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("One.").WaitsFor(new TaskCompletionSource().Task);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 1, "the post");
        await chat.User("/cancel");
        await chat.See("already begun may still");
        await chat.User("add a title that says Urban Dreams");
        await chat.See("still ending the request that was cancelled");
        await chat.User("/cancel");
        await chat.See("Cancelled. Nothing was changed.");
        await chat.User("/new");
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 2, "the post on a new session");
    }

    [Fact]
    public async Task A_process_that_was_frozen_after_it_marked_a_message_never_posts_it()
    {
        await using var chat = await Chat.StartAsync();
        chat.IsTaken = async () => (await chat.Store.GetTurnAsync(1, CancellationToken.None))?.State is TurnState.Sent;
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Get<ConversationQueues>().Count == 0, "the end of the turn");
        Assert.Empty(chat.Backend.Posted);
        Assert.Equal(TurnState.Sent, (await chat.Store.GetTurnAsync(1, TestContext.Current.CancellationToken))!.State);
    }

    [Fact]
    public async Task A_waiting_turn_runs_when_it_comes_although_the_chat_takes_no_messages()
    {
        await using var chat = await Chat.StartAsync();
        var gate = new TaskCompletionSource();
        chat.Backend.Turn().Says("One.").WaitsFor(gate.Task);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 1, "the post");
        chat.Platform.Refuses = _ => new DeliveryResult.RateLimited(TimeSpan.FromHours(9));
        await chat.User("add a title to the video", "Bo");
        gate.SetResult();
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 2, "the second post");
    }

    [Theory]
    [InlineData(true, "u1", "u2")]
    [InlineData(false, null, null)]
    public async Task Where_several_people_talk_each_status_hangs_below_its_request(bool isGroup, string? first, string? second)
    {
        await using var chat = await Chat.StartAsync();
        chat.Platform.Limits = chat.Platform.Limits with { IsGroup = isGroup };
        var gate = new TaskCompletionSource();
        chat.Backend.Turn().Says("One.").WaitsFor(gate.Task);
        await chat.User("make a waveform video please", "Ana");
        await chat.See("Working on it");
        await chat.User("add a title to the video", "Bo");
        await chat.See("Queued");
        gate.SetResult();
        await chat.See("One.");
        Assert.Equal([first, second], chat.Platform.Messages.Select(m => m.Looks[0].ReplyTo));
    }

    [Fact]
    public async Task A_full_lane_says_so()
    {
        await using var chat = await Chat.StartAsync(s => s["NemoBot:Engine:LaneCapacity"] = "1");
        var gate = new TaskCompletionSource();
        chat.Backend.Turn().Says("One.").WaitsFor(gate.Task);
        await chat.User("make a waveform video please");
        Assert.Equal(RefusalReason.QueueFull, (await chat.User("add a title to the video")).Refusal);
        await chat.See("1 requests are waiting here already");
        gate.SetResult();
        await chat.See("One.");
    }

    [Theory]
    [InlineData("SendAsync")]
    [InlineData("GetLimitsAsync")]
    public async Task A_refusal_that_could_not_be_shown_before_a_restart_is_shown_after_it_and_the_request_does_not_run(string call)
    {
        await using var chat = await Chat.StartAsync(s => s["NemoBot:Engine:LaneCapacity"] = "1");
        chat.Backend.Turn().Says("One.").WaitsFor(new TaskCompletionSource().Task);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 1, "the post");
        chat.PlatformFaults.Fail(call, new HttpRequestException("down"), times: 1000);
        Assert.Equal(RefusalReason.QueueFull, (await chat.User("add a title to the video")).Refusal);
        await chat.WaitAsync(() => chat.PlatformFaults.HasFailed, "the lost refusal");
        chat.PlatformFaults.Clear();
        await chat.Clock.AdvanceUntilAsync(() => chat.StoreFaults.Calls("EndTurnAsync") > 0, TimeSpan.FromSeconds(1));
        await chat.RestartAsync();
        await chat.See("1 requests are waiting here already");
        await chat.Rest();
        Assert.Equal(["make a waveform video please"], chat.Backend.Posted);
    }

    [Fact]
    public async Task What_is_reserved_for_administrators_is_refused_to_others()
    {
        await using var chat = await Chat.StartAsync();
        chat.Platform.Administrators.Add("Ana");
        await chat.User("/settings access admins", "Ana");
        await chat.See("Only administrators may export");
        await chat.User("/new", "Bo");
        await chat.See("only administrators may do that");
        await chat.User("/new", "Ana");
        await chat.See("New project");
    }

    [Fact]
    public async Task What_is_reserved_for_a_role_is_open_to_its_members_and_to_administrators()
    {
        await using var chat = await Chat.StartAsync();
        chat.Platform.Administrators.Add("Ana");
        chat.Platform.Editors.Add("Bo");
        await chat.User("/settings access role Nobody", "Ana");
        await chat.See("There is no role \"Nobody\" here.");
        await chat.User("/settings access editors", "Ana");
        await chat.See("Only Editors and administrators may export");
        await chat.User("/new", "Cy");
        await chat.See("only Editors and administrators may do that");
        await chat.User("/new", "Bo");
        await chat.See("New project");
        await chat.User("/settings", "Ana");
        await chat.Press("Open to everyone", "Ana");
        await chat.See("Everyone may export");
    }

    [Fact]
    public async Task Automatic_rendering_can_be_turned_off()
    {
        await using var chat = await Chat.StartAsync();
        await chat.User("/settings");
        await chat.See("rendered automatically");
        await chat.Press("Render only when asked");
        await chat.See("Rendering only when asked");
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.See("Automatic rendering is off");
        Assert.Empty(chat.Backend.Rendered);
        await chat.Press("Render to MP4");
        await chat.SeeFile();
    }

    [Fact]
    public async Task The_bot_speaks_the_language_people_write()
    {
        await using var chat = await Chat.StartAsync();
        await chat.User("/help");
        await chat.See("Render the timeline");
        await chat.User("还剩多少积分？");
        await chat.See("完全免费");
        await chat.User("/language en");
        await chat.See("I'll speak English");
        await chat.User("你能做什么？");
        await chat.User("/credits");
        await chat.See("nothing costs anything");
    }

    [Fact]
    public async Task Forget_asks_once_and_leaves_nothing()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        await chat.See("Video ready");
        await chat.User("/forget");
        await chat.See("can't be undone");
        await chat.Press("Delete everything");
        await chat.See("is deleted");
        Assert.Null(await chat.Store.GetConversationAsync(Chat.Key, CancellationToken.None));
        Assert.Empty(await chat.Store.GetDraftsAsync(Chat.Key, 10, CancellationToken.None));
        Assert.Equal(InboundReceipt.Accepted, await chat.User("/help"));
        Assert.Equal(AccessPolicy.Everyone, (await chat.Store.GetConversationAsync(Chat.Key, CancellationToken.None))?.Access ?? AccessPolicy.Everyone);
    }
}
