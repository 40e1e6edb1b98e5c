using NemoBot.Core.Platforms;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

/// <summary>A conversation that moves while something runs in it: a group becomes a supergroup, a project goes into a thread.</summary>
public sealed class MovingTests
{
    private static readonly ConversationKey There = new("fake", "new room");

    [Fact]
    public async Task A_running_turn_belongs_to_the_new_place_and_what_is_said_there_waits_behind_it()
    {
        await using var chat = await Chat.StartAsync();
        var gate = new TaskCompletionSource();
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform).WaitsFor(gate.Task);
        chat.Backend.Turn().Says("A title.").Draft(Drafts.Titled);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 1, "the post");
        await chat.Sink.MoveAsync(Chat.Key, There, CancellationToken.None);
        await chat.UserIn(There, "add a title to the video", "Bo");
        await chat.See("Queued");
        Assert.Single(chat.Backend.Posted);
        gate.SetResult();
        await chat.See("A title.");
        await chat.SeeFile();

        Assert.Equal(1, chat.Backend.Sessions);
        Assert.All(chat.Platform.FilePlaces, p => Assert.Equal(There, p));
        Assert.Equal(2, (await chat.Store.GetDraftsAsync(There, 9, CancellationToken.None)).Count);
        Assert.Null(await chat.Store.GetConversationAsync(Chat.Key, CancellationToken.None));
    }

    [Fact]
    public async Task A_running_render_goes_to_the_new_place_and_can_be_stopped_from_there()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.RenderTime = TimeSpan.FromMinutes(10);
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 1, "the render");
        await chat.Sink.MoveAsync(Chat.Key, There, CancellationToken.None);
        await chat.UserIn(There, "/status");
        await chat.See("version 1");
        await chat.UserIn(There, "/cancel");
        await chat.See("Rendering stopped");
        await chat.UserIn(There, "/export");
        await chat.SeeFile();
        Assert.Equal([There], chat.Platform.FilePlaces);
    }

    [Theory]
    [InlineData(false, "u1")]
    [InlineData(true, null)]
    public async Task A_file_replies_to_its_request_unless_that_stayed_behind(bool moves, string? replyTo)
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 1, "the render");
        await (moves ? chat.Sink.MoveAsync(Chat.Key, There, CancellationToken.None) : Task.CompletedTask);
        Assert.Equal(replyTo, (await chat.SeeFile()).ReplyTo);
    }

    [Fact]
    public async Task The_old_place_begins_anew_beside_the_new_one()
    {
        await using var chat = await Chat.StartAsync();
        var gate = new TaskCompletionSource();
        chat.Backend.Turn().Says("In the thread.").WaitsFor(gate.Task);
        chat.Backend.Turn().Says("In the channel.");
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 1, "the post");
        await chat.Sink.MoveAsync(Chat.Key, There, CancellationToken.None);
        await chat.User("make another video please");
        await chat.See("In the channel.");
        Assert.Equal(2, chat.Backend.Sessions);
        gate.SetResult();
        await chat.See("In the thread.");
        Assert.NotEqual(
            (await chat.Store.GetConversationAsync(There, CancellationToken.None))!.SessionId,
            (await chat.Store.GetConversationAsync(Chat.Key, CancellationToken.None))!.SessionId);
    }

    [Fact]
    public async Task A_video_hangs_below_its_request_unless_that_stayed_in_the_old_place()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 1, "the render");
        await chat.Sink.MoveAsync(Chat.Key, There, CancellationToken.None);
        await chat.SeeFile();
        await chat.Rest();
        await chat.UserIn(There, "/export");
        await chat.SeeFile(2);
        Assert.Equal([true, false], chat.Platform.Files.Select(f => f.File.ReplyTo is null));
    }
}
