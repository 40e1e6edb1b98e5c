using NemoBot.Core.Platforms;
using NemoBot.Core.Recovery;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

/// <summary>What the sweep takes up, and when: it comes every five minutes.</summary>
public sealed class SweepTests
{
    private static readonly TimeSpan RightBefore = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_turn_that_nothing_runs_is_taken_up_once_it_is_older_than_a_minute()
    {
        await using var chat = await Chat.StartAsync();
        var start = chat.Clock.GetUtcNow();
        using var stop = new CancellationTokenSource();
        var sweeping = chat.Get<StartupRecovery>().SweepAsync(stop.Token);
        chat.Clock.Advance(TimeSpan.FromMinutes(5) - RightBefore);
        await AddTurnAsync(chat, "make a waveform video please");
        await chat.WaitAsync(() => chat.StoreFaults.Calls("ClaimPendingRepliesAsync") == 1, "the first sweep");
        chat.Clock.Advance(TimeSpan.FromMinutes(4));
        await chat.See("Done.");
        Assert.InRange(chat.Clock.GetUtcNow() - start, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11));
        await chat.Rest();
        await StopAsync(sweeping, stop);
        Assert.Single(chat.Backend.Posted);
    }

    [Fact]
    public async Task A_reply_is_shown_when_it_is_older_than_a_minute_and_younger_than_an_hour()
    {
        await using var chat = await Chat.StartAsync();
        await chat.User("/help");
        await chat.WaitAsync(() => chat.Platform.Messages.Count == 1, "the help");
        await chat.Rest();
        var start = chat.Clock.GetUtcNow();
        using var stop = new CancellationTokenSource();
        var sweeping = chat.Get<StartupRecovery>().SweepAsync(stop.Token);
        await AddReplyAsync(chat, "too old", start - TimeSpan.FromMinutes(56));
        await AddReplyAsync(chat, "old", start - TimeSpan.FromMinutes(54));
        await AddReplyAsync(chat, "new", start + TimeSpan.FromMinutes(5) - RightBefore);
        chat.Clock.Advance(TimeSpan.FromMinutes(5) - RightBefore);
        await chat.WaitAsync(() => chat.Platform.Messages.Any(m => m.Text == "old"), "the old reply");
        Assert.InRange(chat.Clock.GetUtcNow() - start, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6));
        chat.Clock.Advance(TimeSpan.FromMinutes(4));
        await chat.WaitAsync(() => chat.Platform.Messages.Any(m => m.Text == "new"), "the new reply");
        Assert.InRange(chat.Clock.GetUtcNow() - start, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11));
        await StopAsync(sweeping, stop);
        Assert.DoesNotContain(chat.Platform.Messages, m => m.Text == "too old");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reply_of_a_chat_that_is_gone_is_deleted_and_not_shown(bool isForgotten)
    {
        await using var chat = await Chat.StartAsync();
        await chat.User("/help");
        await chat.WaitAsync(() => chat.Platform.Messages.Count == 1, "the help");
        await chat.Rest();
        await (isForgotten ? chat.Store.ForgetConversationAsync(Chat.Key, CancellationToken.None) : chat.Sink.CloseAsync(Chat.Key, CancellationToken.None));
        var reply = await AddReplyAsync(chat, "late", chat.Clock.GetUtcNow());
        await chat.Get<WorkResumer>().ResumeAsync(new LaneWork([], [], [reply]), CancellationToken.None);
        await chat.Rest();
        Assert.Single(chat.Platform.Messages);
        var later = chat.Clock.GetUtcNow() + TimeSpan.FromHours(1);
        Assert.Empty(await chat.Store.ClaimPendingRepliesAsync("test", later, later, CancellationToken.None));
    }

    [Fact]
    public async Task A_render_that_runs_is_not_taken_up_a_second_time()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.RenderTime = TimeSpan.FromSeconds(20);
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Polls > 0, "the render");
        var renders = await chat.Store.GetRendersAsync(Chat.Key, CancellationToken.None);
        await chat.Get<WorkResumer>().ResumeAsync(new LaneWork([], renders, []), CancellationToken.None);
        Assert.Equal(1, chat.Get<Core.Rendering.RenderQueue>().Count);
        await chat.SeeFile();
        await chat.See("Video ready");
        await chat.Rest();
        Assert.Single(chat.Backend.Rendered);
        Assert.Single(chat.Platform.Files);
    }

    [Fact]
    public async Task A_reply_that_is_being_shown_is_not_shown_a_second_time()
    {
        await using var chat = await Chat.StartAsync();
        var finalizer = chat.Get<StatusFinalizer>();
        var reply = ReplyOf(1, "Done.", chat.Clock.GetUtcNow()) with { Id = 7 };
        chat.Platform.Refuses = _ => new DeliveryResult.RateLimited(TimeSpan.FromHours(1));
        var first = finalizer.ShowAsync(await OpenAsync(chat), Chat.Key, new Answer(reply.Text), reply);
        Assert.True(finalizer.IsShowing(reply.Id));
        Assert.False(await finalizer.ShowAsync(await OpenAsync(chat), Chat.Key, new Answer(reply.Text), reply));
        chat.Platform.Refuses = _ => null;
        await chat.Clock.AdvanceUntilAsync(() => first.IsCompleted, TimeSpan.FromMinutes(10));
        Assert.Equal((true, false), (await first, finalizer.IsShowing(reply.Id)));
        Assert.Single(chat.Platform.Messages);
        Assert.True(await finalizer.ShowAsync(await OpenAsync(chat), Chat.Key, new Answer("Again."), reply));
    }

    private static Task<LiveStatus> OpenAsync(Chat chat) =>
        chat.Get<LiveStatusFactory>().OpenAsync(Chat.Key, null, null, null, Core.Text.Texts.For("en"), _ => Task.CompletedTask, CancellationToken.None);

    private static async Task StopAsync(Task sweeping, CancellationTokenSource stop)
    {
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sweeping);
    }

    /// <summary>Stores a turn as a process does that ends before it enqueues it.</summary>
    private static async Task<TurnRecord> AddTurnAsync(Chat chat, string text)
    {
        var message = new InboundMessage { Conversation = Chat.Key, MessageId = "left " + text, Author = new Author("Ana", "Ana"), Text = text, Language = "en" };
        return (await chat.Store.AddTurnAsync(new TurnRecord { Message = message, CreatedAt = chat.Clock.GetUtcNow() }, CancellationToken.None))!;
    }

    /// <summary>Stores a reply as a process does that ends before it shows it.</summary>
    private static async Task<PendingReply> AddReplyAsync(Chat chat, string text, DateTimeOffset at)
    {
        var turn = await AddTurnAsync(chat, text);
        return (await chat.Store.EndTurnAsync(turn.Id, t => t.End(TurnState.Done, at), ReplyOf(turn.Id, text, at), CancellationToken.None))!;
    }

    private static PendingReply ReplyOf(long turn, string text, DateTimeOffset at) =>
        new() { Conversation = Chat.Key, TurnId = turn, Text = text, CreatedAt = at };
}
