using NemoBot.Core.Backend;
using NemoBot.Core.Text;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

/// <summary>Another process forgets a chat in the middle of work: it ends without a trace, and no message stays in progress.</summary>
public sealed class ForgottenElsewhereTests
{
    private static readonly string Cancelled = Texts.For("en")["cancel.done"];

    [Fact]
    public async Task A_turn_ends_its_message_and_renders_nothing()
    {
        await using var chat = await Chat.StartAsync();
        var gate = new TaskCompletionSource();
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform).WaitsFor(gate.Task);
        await chat.User("make a waveform video please");
        await chat.See("I made it.");
        await ForgetAsync(chat);
        gate.SetResult();
        await chat.WaitAsync(() => chat.Platform.Messages is [{ Now.IsFinal: true } message] && message.Text == Cancelled, "the end");
        await chat.Rest();
        Assert.Empty(chat.Backend.Rendered);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_turn_that_has_nothing_more_to_store_than_its_end_does_so_too(bool isCancelled)
    {
        await using var chat = await Chat.StartAsync();
        var gate = new TaskCompletionSource();
        chat.Backend.Turn().Says("Nothing to do.").WaitsFor(gate.Task);
        await chat.User("what do you think of it?");
        await chat.See("Nothing to do.");
        await ForgetAsync(chat);
        await (isCancelled ? chat.Press("Cancel") : Task.CompletedTask);
        gate.SetResult();
        await chat.WaitAsync(() => chat.Platform.Messages[0] is { Now.IsFinal: true } message && message.Text == Cancelled, "the end");
        await chat.Rest();
        Assert.DoesNotContain("Run it again", chat.Platform.Messages[0].Labels);
    }

    [Theory]
    [InlineData("submitted")]
    [InlineData("polled")]
    public async Task A_render_stops_at_the_service(string moment)
    {
        await using var chat = await Chat.StartAsync();
        var gate = new TaskCompletionSource();
        chat.Backend.SubmitGate = moment == "submitted" ? gate.Task : Task.CompletedTask;
        chat.Backend.RenderTime = TimeSpan.FromMinutes(5);
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 1 && (moment == "submitted" || chat.Backend.Polls > 0), "the render");
        await ForgetAsync(chat);
        gate.SetResult();
        await chat.See(Cancelled);
        await chat.Rest();
        Assert.Equal(chat.Backend.RenderIds, chat.Backend.Cancelled);
        Assert.Empty(chat.Platform.Files);
    }

    [Fact]
    public async Task A_refused_render_is_not_submitted_again()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        chat.Backend.SubmitErrors.Enqueue(new BackendError(BackendErrorKind.NeverSent));
        chat.Backend.SubmitErrors.Enqueue(new BackendError(BackendErrorKind.Other));
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.SubmitErrors.Count == 1, "the first try");
        await ForgetAsync(chat);
        await chat.See(Cancelled);
        await chat.Rest();
        Assert.Empty(chat.Backend.Rendered);
    }

    [Fact]
    public async Task The_next_format_is_not_made()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Traits = chat.Backend.Traits with { CanMakeFormats = true };
        chat.Backend.Turn().Says("Both.").Draft(Drafts.TwoFormats);
        chat.IsTaken = async () =>
        {
            // Asked right before the file is posted.
            if ((await chat.Store.GetRendersAsync(Chat.Key, CancellationToken.None)).Any(r => r.State is RenderState.Completed))
            {
                await ForgetAsync(chat);
            }

            return false;
        };
        await chat.User("make it 9:16 and 1:1 please");
        await chat.SeeFile();
        await chat.See(Cancelled);
        await chat.Rest();
        Assert.Single(chat.Backend.Rendered);
        Assert.Single(chat.Platform.Files);
    }

    private static Task ForgetAsync(Chat chat) => chat.Store.ForgetConversationAsync(Chat.Key, CancellationToken.None);
}
