using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

/// <summary>The chat takes a message and its answer gets lost: at most one copy, recognizable as one.</summary>
public sealed class LostAnswerTests
{
    [Fact]
    public async Task An_answer_is_shown_at_most_twice_and_both_copies_carry_the_same_key()
    {
        await using var chat = await Chat.StartAsync();
        chat.Platform.LosesAnswers = true;
        await chat.User("/help");
        await chat.WaitAsync(() => chat.Platform.Messages.Count == 2, "the repeat");
        await chat.Rest();
        chat.Clock.Advance(TimeSpan.FromHours(1));
        await chat.User("/credits");
        await chat.See("nothing costs anything");
        await chat.Rest();
        var copies = chat.Platform.Messages.Where(m => m.Text.Contains("Render the timeline", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, copies.Count);
        Assert.NotNull(copies[0].Now.DeduplicationKey);
        Assert.Single(copies.Select(m => m.Now.DeduplicationKey).Distinct());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_status_message_is_posted_at_most_twice_and_a_copy_that_nobody_edits_stays_true(bool recognizesRepeats)
    {
        await using var chat = await Chat.StartAsync();
        chat.Platform.Limits = chat.Platform.Limits with { RecognizesRepeats = recognizesRepeats };
        chat.Platform.LosesAnswers = true;
        var gate = new TaskCompletionSource();
        chat.Backend.Turn().Says("I would add a title.").WaitsFor(gate.Task);
        await chat.User("what would you do with my podcast?");
        await chat.WaitAsync(() => chat.Platform.Messages.Count == 2, "the repeat");
        chat.Clock.Advance(TimeSpan.FromMinutes(5));
        chat.Platform.LosesAnswers = false;
        gate.SetResult();
        await chat.See("I would add a title.");
        Assert.InRange(chat.Platform.Messages.Count, 2, 3);
        Assert.All(chat.Platform.Messages.SkipLast(1), m => Assert.Equal(recognizesRepeats ? 1 : 0, m.Now.Buttons.Count));
    }

    [Fact]
    public async Task A_timeline_whose_picture_may_have_arrived_is_not_listed_again()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        await chat.See("Video ready");
        chat.Platform.LosesAnswers = true;
        await chat.User("/timeline");
        await chat.SeeFile(2);
        await chat.Rest();
        Assert.DoesNotContain(chat.Platform.Messages, m => m.Text.Contains("Version 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_video_is_posted_at_most_twice_and_the_chat_learns_that_it_may_have_arrived()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 1, "the render");
        await chat.See("Rendering");
        chat.Platform.LosesAnswers = true;
        await chat.SeeFile(2);
        chat.Platform.LosesAnswers = false;
        await chat.See("did not confirm that it arrived");
        await chat.Rest();
        Assert.Equal(2, chat.Platform.Files.Count);
        Assert.Single(chat.Platform.Files.Select(f => f.File.DeduplicationKey).Distinct());
    }
}
