using NemoBot.Core.Backend;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

/// <summary>The session of a chat: how it is made, and that it takes one message at a time.</summary>
public sealed class SessionTests
{
    [Theory]
    [InlineData("做一个波形视频", "zh-CN")]
    [InlineData("make a waveform video please", "en")]
    public async Task A_session_is_made_in_the_language_of_the_chat(string words, string language)
    {
        await using var chat = await Chat.StartAsync();
        await chat.User(words);
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 1, "the post");
        Assert.Equal([language], chat.Backend.Languages);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 0)]
    public async Task A_service_that_fails_although_it_seems_to_be_there_is_asked_three_times_ever_later(int failures, int posts)
    {
        await using var chat = await Chat.StartAsync(s => s["NemoBot:Engine:RetryWait"] = "00:00:13");
        for (var i = 0; i < failures; i++)
        {
            chat.Backend.SessionErrors.Enqueue(new BackendError(BackendErrorKind.Unavailable));
        }

        await chat.User("make a waveform video please");
        await chat.See(posts == 0 ? "not answering at the moment" : "Done.");
        Assert.Equal((posts, 0), (chat.Backend.Posted.Count, chat.Backend.SessionErrors.Count));
        Assert.True(chat.Clock.HasScheduled(TimeSpan.FromSeconds(13)) && chat.Clock.HasScheduled(TimeSpan.FromSeconds(26)));
        Assert.False(chat.Clock.HasScheduled(TimeSpan.FromSeconds(39)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_a_service_that_works_unattended_goes_on_with_a_cancelled_request(bool isUnattended)
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Traits = chat.Backend.Traits with { RunsUnattended = isUnattended };
        chat.Backend.Turn().Says("Never.").WaitsFor(new TaskCompletionSource().Task);
        await CancelSentAsync(chat);
        await chat.User("add a title to the video");
        await chat.See(isUnattended ? "still ending the request that was cancelled" : "Done.");
        Assert.Equal(isUnattended ? 1 : 2, chat.Backend.Posted.Count);
    }

    [Fact]
    public async Task A_request_begins_when_the_cancelled_one_before_it_broke_off_at_the_service()
    {
        await using var chat = await Chat.StartAsync();
        var gate = new TaskCompletionSource();
        chat.Backend.Turn().Says("Never.").WaitsFor(gate.Task);
        await CancelSentAsync(chat);
        await chat.User("add a title to the video");
        await chat.See("still ending the request that was cancelled");
        gate.SetException(new IOException("reset"));
        await chat.See("Done.");
        Assert.Equal(2, chat.Backend.Posted.Count);
    }

    private static async Task CancelSentAsync(Chat chat)
    {
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Posted.Count == 1, "the post");
        await chat.User("/cancel");
        await chat.See("already begun may still");
    }
}
