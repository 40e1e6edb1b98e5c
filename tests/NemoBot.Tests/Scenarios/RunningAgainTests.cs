using NemoBot.Core.Backend;
using NemoBot.Core.Storage;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

/// <summary>What did not come to its end is run again as what it was, however often.</summary>
public sealed class RunningAgainTests
{
    private static readonly byte[] Sound = [0xFF, 0xFB, 0x90, 0x64, .. new byte[600]];

    [Fact]
    public async Task A_command_that_fails_twice_is_run_again_as_a_command()
    {
        await using var chat = await Chat.StartAsync();
        chat.StoreFaults.Fail("GetDraftsAsync", new StoreException(StoreProblem.Busy, "busy"), times: 2);
        await chat.User("/versions");
        await PressAgainAsync(chat, 1);
        await PressAgainAsync(chat, 2);
        await chat.See("The timeline is empty");
        Assert.Empty(chat.Backend.Posted);
    }

    [Theory]
    [InlineData(null, "make it 9:16")]
    [InlineData("/export 1", "")]
    public async Task What_was_cancelled_while_it_waited_is_run_again_as_what_it_was(string? command, string posted)
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        await chat.Rest();
        var gate = new TaskCompletionSource();
        chat.Backend.Turn().Says("Two.").Draft(Drafts.Titled).WaitsFor(gate.Task);
        await chat.User("add a title that says Urban Dreams");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 2, "the post");
        await (command is null ? chat.Press("Make it vertical (9:16)") : chat.User(command));
        await chat.See("Queued");
        await chat.Press("Cancel");
        await chat.See("Cancelled. Nothing was changed.");
        gate.SetResult();
        await chat.SeeFile(2);
        await chat.Rest();
        chat.Backend.Turn().Says("Three.").Draft(Drafts.Tall);
        await chat.Press("Run it again");
        await chat.SeeFile(3);
        await chat.Rest();
        Assert.Equal(posted.Length == 0 ? 2 : 3, chat.Backend.Posted.Count);
        Assert.Contains(posted, chat.Backend.Posted[^1], StringComparison.OrdinalIgnoreCase);
        Assert.Equal(posted.Length == 0 ? Drafts.Waveform : Drafts.Tall, chat.Backend.Rendered[^1]);
    }

    [Fact]
    public async Task A_file_of_a_request_that_failed_twice_comes_along_the_third_time()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.SessionErrors.Enqueue(new BackendError(BackendErrorKind.OutOfCredits));
        chat.Backend.SessionErrors.Enqueue(new BackendError(BackendErrorKind.OutOfCredits));
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please", files: ("talk.mp3", Sound));
        await PressAgainAsync(chat, 1);
        await PressAgainAsync(chat, 2);
        await chat.SeeFile();
        Assert.Equal("talk.mp3", Assert.Single(chat.Backend.Uploads).Name);
    }

    [Fact]
    public async Task Files_that_are_at_the_service_are_uploaded_once_however_often_the_request_fails()
    {
        await using var chat = await Chat.StartAsync();
        for (var i = 0; i < 3; i++)
        {
            chat.Backend.Turn().Refuses(BackendErrorKind.RateLimited);
        }

        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please", files: ("talk.mp3", Sound));
        for (var failures = 1; failures <= 3; failures++)
        {
            await PressAgainAsync(chat, failures);
        }

        await chat.SeeFile();
        Assert.Equal(4, chat.Backend.Posted.Count);
        Assert.Single(chat.Backend.Uploads);
    }

    [Fact]
    public async Task Files_of_a_request_that_asked_about_its_price_are_uploaded_once()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Traits = chat.Backend.Traits with { ChargesCredits = true, GenerationCost = 100 };
        chat.Backend.Credits = 10;
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please", files: ("talk.mp3", Sound));
        await chat.See("Go ahead anyway?");
        await chat.Press("Go ahead");
        await chat.SeeFile();
        Assert.Single(chat.Backend.Uploads);
    }

    private static async Task PressAgainAsync(Chat chat, int failures)
    {
        await chat.WaitAsync(() => chat.Platform.Messages.Count(m => m.Labels.Contains("Run it again")) == failures, $"failure {failures}");
        await chat.Press("Run it again");
    }
}
