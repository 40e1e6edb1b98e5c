using NemoBot.Core.Backend;
using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Text;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

/// <summary>A process that works on a conversation knows what it does there, and can leave it to another one.</summary>
public sealed class HomeTests
{
    [Fact]
    public async Task Work_that_is_given_up_is_neither_ended_nor_cancelled_and_can_be_continued()
    {
        await using var chat = await Chat.StartAsync();
        var home = chat.Get<IConversationHome>();
        Assert.True(home.IsIdle(Chat.Key));
        chat.Backend.RenderTime = TimeSpan.FromMinutes(3);
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform);
        chat.Backend.Turn().Says("Never.").WaitsFor(new TaskCompletionSource().Task);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 1, "the render");
        var render = Assert.Single(await chat.Store.GetRendersAsync(Chat.Key, CancellationToken.None));
        Assert.Equal((true, false), (home.Has(Work(OpenWorkKind.Render, render.Id)), home.IsIdle(Chat.Key)));
        await chat.User("add a title to the video");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 2, "the second post");
        Assert.Equal(
            (false, true, false, false),
            (home.Has(Work(OpenWorkKind.Turn, "1")), home.Has(Work(OpenWorkKind.Turn, "2")), home.Has(Work(OpenWorkKind.Render, "x")), home.Has(Work(OpenWorkKind.Reply, "1"))));

        var abandoned = home.AbandonAsync(Chat.Key);
        await chat.WaitAsync(() => abandoned.IsCompleted && home.IsIdle(Chat.Key), "the end of all work");
        await abandoned;
        Assert.Equal((false, false), (home.Has(Work(OpenWorkKind.Render, render.Id)), home.Has(Work(OpenWorkKind.Turn, "2"))));
        Assert.Equal(TurnState.Sent, (await chat.Store.GetTurnAsync(2, CancellationToken.None))!.State);
        render = Assert.Single(await chat.Store.GetRendersAsync(Chat.Key, CancellationToken.None));
        Assert.False(render.IsClosed);
        Assert.Empty(chat.Backend.Cancelled);

        await home.ResumeAsync(new LaneWork([], [render], []), CancellationToken.None);
        Assert.True(home.Has(Work(OpenWorkKind.Render, render.Id)));
        await chat.SeeFile();
        await chat.See("Video ready");
        Assert.Single(chat.Backend.Rendered);
    }

    [Fact]
    public async Task The_status_of_a_turn_that_is_given_up_is_left_to_whoever_continues_it()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("Half. ").WaitsFor(new TaskCompletionSource().Task);
        await chat.User("make a waveform video please");
        await chat.See("Half.");
        var home = chat.Get<IConversationHome>();
        await home.AbandonAsync(Chat.Key);
        await chat.WaitAsync(() => home.IsIdle(Chat.Key), "the end of all work");
        var edits = chat.Platform.Edits;
        var until = chat.Clock.GetUtcNow() + TimeSpan.FromMinutes(5);
        await chat.Clock.AdvanceUntilAsync(() => chat.Clock.GetUtcNow() >= until, TimeSpan.FromSeconds(30));
        Assert.Equal(edits, chat.Platform.Edits);
    }

    [Fact]
    public async Task A_chat_that_is_gone_has_no_work_left_and_says_nothing_more()
    {
        await using var chat = await Chat.StartAsync();
        Assert.False(await chat.Sink.KnowsAsync(Chat.Key, CancellationToken.None));
        chat.Backend.RenderTime = TimeSpan.FromMinutes(3);
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform);
        chat.Backend.Turn().Says("Never.").WaitsFor(new TaskCompletionSource().Task);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 1, "the render");
        await chat.User("add a title to the video");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 2, "the second post");
        Assert.True(await chat.Sink.KnowsAsync(Chat.Key, CancellationToken.None));

        await chat.Sink.CloseAsync(Chat.Key, CancellationToken.None);
        var home = chat.Get<IConversationHome>();
        await chat.WaitAsync(() => home.IsIdle(Chat.Key), "the end of all work");
        Assert.True((await chat.Store.GetConversationAsync(Chat.Key, CancellationToken.None))!.IsClosed);
        var render = Assert.Single(await chat.Store.GetRendersAsync(Chat.Key, CancellationToken.None));
        Assert.True(render is { State: RenderState.Cancelled, IsClosed: true, EndedAt: not null });
        await home.ResumeAsync(new LaneWork([], [render], []), CancellationToken.None);
        Assert.False(home.Has(Work(OpenWorkKind.Render, render.Id)));
        render = Assert.Single(await chat.Store.GetRendersAsync(Chat.Key, CancellationToken.None));
        Assert.True(render is { IsClosed: true, EndedAt: not null });
        Assert.Empty(chat.Platform.Files);
    }

    [Fact]
    public async Task Work_that_a_stop_cuts_off_says_that_it_will_go_on()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("Half. ").WaitsFor(new TaskCompletionSource().Task);
        await chat.User("make a waveform video please");
        var status = await chat.See("Half.");
        chat.Platform.Refusals.Enqueue(new DeliveryResult.RateLimited(TimeSpan.FromSeconds(2)));
        var paused = chat.Get<LiveStatusFactory>().PauseAllAsync();
        await chat.WaitAsync(() => paused.IsCompleted, "the pause");
        Assert.Equal(Texts.For("en")["status.paused"] + "\n\nHalf.", status.Text);
        Assert.True(status.Now is { IsFinal: true, Kind: OutboundKind.Status, Buttons.Count: 0 });
    }

    [Fact]
    public async Task A_render_that_was_put_off_for_a_request_that_changes_nothing_is_made_after_it()
    {
        await using var chat = await Chat.StartAsync();
        var gate = new TaskCompletionSource();
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform).WaitsFor(gate.Task);
        chat.Backend.Turn().Says("Nothing to do.");
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 1, "the post");
        await chat.User("what do you think of it?", "Bo");
        await chat.See("Queued");
        gate.SetResult();
        await chat.SeeFile();
        await chat.Rest();
        Assert.Equal([Drafts.Waveform], chat.Backend.Rendered);
        Assert.Contains(chat.Platform.Messages[2].Looks, l => l.Text.Contains("Rendering", StringComparison.Ordinal));
        Assert.Equal(["One.\n\n🎞 I'll render it when the waiting requests are done.", "Nothing to do.", "✅ Video ready!"], chat.Platform.Messages.Select(m => m.Text));
        Assert.False((await chat.Store.GetConversationAsync(Chat.Key, CancellationToken.None))!.RenderOwed);
    }

    [Fact]
    public async Task Values_are_suggested_by_what_was_typed_of_their_names_or_numbers()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform);
        chat.Backend.Turn().Says("Two.").Draft(Drafts.Titled);
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        await chat.User("add a title to the video");
        await chat.SeeFile(2);
        async Task<string> SuggestAsync(SuggestionKind kind, string typed) =>
            string.Join('|', (await chat.Sink.SuggestAsync(Chat.Key, kind, typed, CancellationToken.None)).Select(s => $"{s.Value}={s.Label}"));
        Assert.Equal("waves=Skill waves|merge=Skill merge", await SuggestAsync(SuggestionKind.Skill, ""));
        Assert.Equal("merge=Skill merge", await SuggestAsync(SuggestionKind.Skill, "MER"));
        Assert.Equal("waves=Skill waves|merge=Skill merge", await SuggestAsync(SuggestionKind.Skill, "skill"));
        Assert.Equal("", await SuggestAsync(SuggestionKind.Skill, "x"));
        Assert.StartsWith("1=1. ", await SuggestAsync(SuggestionKind.Version, "1"), StringComparison.Ordinal);
        Assert.Equal(2, (await chat.Sink.SuggestAsync(Chat.Key, SuggestionKind.Version, "", CancellationToken.None)).Count);
        Assert.Empty(await chat.Sink.SuggestAsync(new ConversationKey("fake", "elsewhere"), SuggestionKind.Version, "", CancellationToken.None));
    }

    private static OpenWork Work(OpenWorkKind kind, string id) => new(kind, id, Chat.Key);
}
