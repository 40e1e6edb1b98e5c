using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
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
