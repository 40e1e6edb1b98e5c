using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

/// <summary>A platform that cannot edit gets only what is final, and nothing is edited there.</summary>
public sealed class NoEditsTests
{
    [Fact]
    public async Task Only_ends_are_posted_where_nothing_can_be_edited()
    {
        await using var chat = await StartAsync();
        chat.Backend.Turn().Uses("add_visual").Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        await chat.See("Video ready");
        await chat.Rest();
        Assert.Equal(0, chat.Platform.Edits);
        var only = Assert.Single(chat.Platform.Messages);
        Assert.Contains("I made it.", only.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_queued_request_ends_in_a_message_of_its_own()
    {
        await using var chat = await StartAsync();
        var gate = new TaskCompletionSource();
        chat.Backend.Turn().Says("One.").WaitsFor(gate.Task);
        chat.Backend.Turn().Says("Two.");
        await chat.User("make a waveform video please", "Ana");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 1, "the post");
        await chat.User("add a title to the video", "Bo");
        await chat.See("Queued");
        gate.SetResult();
        await chat.See("One.");
        await chat.See("Two.");
        Assert.Equal(0, chat.Platform.Edits);
    }

    [Fact]
    public async Task A_restart_ends_what_ran_in_a_message_of_its_own()
    {
        await using var chat = await StartAsync();
        chat.Backend.RenderTime = TimeSpan.FromMinutes(3);
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 1, "the render");
        await chat.RestartAsync();
        await chat.SeeFile();
        await chat.See("Video ready");
        Assert.Equal(0, chat.Platform.Edits);
        Assert.Single(chat.Platform.Messages);
    }

    private static async Task<Chat> StartAsync()
    {
        var chat = await Chat.StartAsync();
        chat.Platform.Limits = chat.Platform.Limits with { CanEdit = false };
        return chat;
    }
}
