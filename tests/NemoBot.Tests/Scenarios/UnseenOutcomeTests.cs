using NemoBot.Core.Backend;
using NemoBot.Core.Media;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

/// <summary>The service took a request, and what came of it cannot be read, or arrives damaged.</summary>
public sealed class UnseenOutcomeTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_request_did_is_shown_though_the_state_could_not_be_read_for_minutes(bool isLost)
    {
        await using var chat = await Chat.StartAsync();
        var turn = chat.Backend.Turn().Draft(Drafts.Waveform);
        _ = isLost ? turn.Then(new BackendEvent.Lost("reset")) : turn.Says("I made it.");
        FailStates(chat, 12);
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        var end = await chat.See("✅ Video ready!");
        Assert.Equal(!isLost, end.Text.Contains("I made it.", StringComparison.Ordinal));
        Assert.Single(chat.Backend.Posted);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [InlineData(false, BackendErrorKind.Malformed)]
    public async Task A_request_whose_outcome_stays_unknown_is_not_called_undone(bool isLost, BackendErrorKind kind = BackendErrorKind.Unavailable)
    {
        await using var chat = await Chat.StartAsync();
        var turn = chat.Backend.Turn().Draft(Drafts.Waveform);
        _ = isLost ? turn.Then(new BackendEvent.Lost("reset")) : turn.Says("I made it.");
        FailStates(chat, 100, kind);
        await chat.User("make a waveform video please");
        var end = await chat.See("I can't see what became of your request");
        Assert.Equal(["Render to MP4", "Run it again"], end.Labels);
        chat.Backend.StateErrors.Clear();
        await chat.Press("Render to MP4");
        Assert.StartsWith("🎬 Version 1", (await chat.SeeFile()).Caption, StringComparison.Ordinal);
        Assert.Single(chat.Backend.Posted);
    }

    [Fact]
    public async Task A_request_is_not_posted_again_if_the_project_is_lost_after_it_was_taken()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        chat.Backend.StateErrors.Enqueue(new BackendError(BackendErrorKind.SessionNotFound));
        await chat.User("make a waveform video please");
        var end = await chat.See("The video service has lost the project.");
        Assert.Contains("Run it again", end.Labels);
        Assert.Single(chat.Backend.Posted);
        chat.Backend.Turn().Refuses(BackendErrorKind.SessionNotFound);
        chat.Backend.Turn().Says("Two.").Draft(Drafts.Titled);
        await chat.Press("Run it again");
        await chat.SeeFile();
        Assert.Equal((3, 2), (chat.Backend.Posted.Count, chat.Backend.Sessions));
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_finished_file_that_arrives_damaged_is_not_taken_for_one_that_was_sent(Exception damage)
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform);
        chat.Backend.DownloadErrors.Enqueue(damage);
        await chat.User("make a waveform video please");
        await chat.See("⚠️ The finished file arrived damaged.");
        await chat.Press("Run it again");
        await chat.SeeFile();
        Assert.Single(chat.Backend.Posted);
    }

    public static TheoryData<Exception> Damages =>
        [new BackendException(new BackendError(BackendErrorKind.Malformed)), new MediaException(MediaProblem.Unreadable, "Invalid data found when processing input")];

    [Theory]
    [InlineData(BackendErrorKind.Other, null)]
    [InlineData(BackendErrorKind.Unavailable, null)]
    [InlineData(BackendErrorKind.Unavailable, "https://nemo.example")]
    public async Task A_finished_file_that_is_not_handed_over_is_not_called_a_failed_render(BackendErrorKind kind, string? web)
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Traits = chat.Backend.Traits with { Web = web is null ? null : new Uri(web) };
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform);
        chat.Backend.DownloadErrors.Enqueue(new BackendException(new BackendError(kind)));
        await chat.User("make a waveform video please");
        var end = await chat.See("⚠️ Rendering is done, but");
        Assert.Equal(web is not null, end.Text.Contains("https://nemo.example/workspace/claim?ct=clm_1", StringComparison.Ordinal));
        await chat.Press("Run it again");
        await chat.SeeFile();
        Assert.Single(chat.Backend.Posted);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_project_that_is_too_large_to_be_read_is_said_to_be_and_a_new_one_works(bool isSeenAfterwards)
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform);
        if (!isSeenAfterwards)
        {
            await chat.User("make a waveform video please");
            await chat.SeeFile();
        }

        FailStates(chat, 1, BackendErrorKind.Oversized);
        await chat.User("make the waveform blue please");
        await chat.See("Send /new to start another one");
        Assert.Single(chat.Backend.Posted);
        await chat.User("/new");
        chat.Backend.Turn().Says("Two.").Draft(Drafts.Titled);
        await chat.User("make a waveform video please");
        await chat.SeeFile(isSeenAfterwards ? 1 : 2);
        Assert.Equal(2, chat.Backend.Posted.Count);
    }

    private static void FailStates(Chat chat, int times, BackendErrorKind kind = BackendErrorKind.Unavailable)
    {
        for (var i = 0; i < times; i++)
        {
            chat.Backend.StateErrors.Enqueue(new BackendError(kind));
        }
    }
}
