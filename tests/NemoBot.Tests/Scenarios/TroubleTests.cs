using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Core.Recovery;
using NemoBot.Core.Storage;
using NemoBot.Core.Text;
using NemoBot.Tests.Scenarios.Support;
using Xunit;

namespace NemoBot.Tests.Scenarios;

public sealed class TroubleTests
{
    private static readonly byte[] Sound = [0xFF, 0xFB, 0x90, 0x64, .. new byte[600]];

    private static async Task<Chat> PaidAsync(long credits = 400)
    {
        var chat = await Chat.StartAsync();
        chat.Backend.Traits = new BackendTraits { Name = "cloud", ChargesCredits = true, Web = new Uri("https://nemo.example") };
        chat.Backend.Credits = credits;
        return chat;
    }

    [Fact]
    public async Task A_lost_stream_is_found_again_by_the_state_and_never_sent_twice()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Then(new BackendEvent.Lost("reset"));
        await chat.User("make a waveform video please");
        await chat.See("not sent twice");
        chat.Backend.Draft = Drafts.Waveform;
        await chat.SeeFile();
        Assert.Single(chat.Backend.Posted);
    }

    [Fact]
    public async Task A_lost_stream_without_effect_ends_with_a_retry_that_sends_it_once_more()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Then(new BackendEvent.Lost("reset"));
        await chat.User("make a waveform video please");
        await chat.See("not sent twice");
        var lostAt = chat.Clock.GetUtcNow();
        await chat.See("nothing seems to have come of it");
        Assert.InRange((chat.Clock.GetUtcNow() - lostAt).TotalSeconds, 265, 600);
        Assert.Single(chat.Backend.Posted);
        chat.Backend.Turn().Says("Now.").Draft(Drafts.Waveform);
        await chat.Press("Run it again");
        await chat.SeeFile();
        Assert.Equal(2, chat.Backend.Posted.Count);
    }

    [Theory]
    [InlineData(BackendErrorKind.Unavailable, 1)]
    [InlineData(BackendErrorKind.NeverSent, 2)]
    public async Task Only_a_connection_that_was_never_made_is_tried_again(BackendErrorKind kind, int posts)
    {
        await using var chat = await Chat.StartAsync(s => s["NemoBot:Engine:RetryWait"] = "00:00:13");
        chat.Backend.Turn().Refuses(kind);
        await chat.User("make a waveform video please");
        await chat.See(kind is BackendErrorKind.Unavailable ? "nothing seems to have come of it" : "Done.");
        Assert.Equal(posts, chat.Backend.Posted.Count);
        Assert.Equal(posts == 2, chat.Clock.HasScheduled(TimeSpan.FromSeconds(13)));
    }

    [Fact]
    public async Task What_a_generation_added_can_still_be_taken_away_after_renders_that_failed()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.RenderFails = true;
        chat.Backend.Turn().Uses("generate_video").Says("Here it is.").Draft(Drafts.Dressed);
        await chat.User("generate a video of a beach");
        await chat.See("Rendering failed");
        await chat.Press("Run it again");
        await chat.Rest();
        chat.Backend.RenderFails = false;
        await chat.User("/export");
        Assert.Contains("Without music", (await chat.SeeFile()).Buttons.Select(b => b.Label));
        await chat.User("/export");
        Assert.DoesNotContain("Without music", (await chat.SeeFile(2)).Buttons.Select(b => b.Label));
    }

    [Fact]
    public async Task A_session_that_is_gone_is_replaced_once_and_told()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        chat.Backend.Turn().Refuses(BackendErrorKind.SessionNotFound);
        chat.Backend.Turn().Says("Two.");
        await chat.User("add a title to the video");
        var answer = await chat.See("timeline starts anew");
        Assert.Contains("Two.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(2, chat.Backend.Sessions);
        await chat.User("/export 1");
        await chat.SeeFile(2);
        Assert.Equal(Drafts.Waveform, chat.Backend.Rendered[1]);
    }

    [Fact]
    public async Task A_video_that_the_chat_does_not_take_is_not_called_too_large()
    {
        await using var chat = await Chat.StartAsync();
        chat.Platform.RefusesFiles = true;
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        var answer = await chat.See("this chat did not take it");
        Assert.DoesNotContain("at most", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_video_that_cannot_be_posted_in_any_way_is_not_called_ready_but_can_be_exported_again()
    {
        await using var chat = await Chat.StartAsync();
        chat.Platform.RefusesFiles = true;
        chat.Platform.Refuses = m => m.Kind is OutboundKind.Status ? null : new DeliveryResult.Refused("no rights");
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        Assert.Equal(["Render to MP4"], (await chat.See("this chat did not take it")).Labels);
    }

    [Fact]
    public async Task The_rest_of_a_long_answer_that_the_chat_refused_is_shown_later()
    {
        await using var chat = await Chat.StartAsync();
        chat.Platform.Refuses = m => m.Kind is OutboundKind.Status ? null : new DeliveryResult.Refused("no rights");
        chat.Backend.Turn().Says(string.Concat(Enumerable.Repeat("So it goes. ", 200)) + "The end.");
        await chat.User("what can you do with this?");
        await chat.Rest();
        await chat.RestartAsync();
        chat.Platform.Refuses = _ => null;
        using var stop = new CancellationTokenSource();
        var sweeping = chat.Get<StartupRecovery>().SweepAsync(stop.Token);
        await chat.See("The end.");
        Assert.Equal(2, chat.Platform.Messages.Count);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sweeping);
    }

    [Fact]
    public async Task A_long_answer_that_the_chat_took_a_part_of_is_not_begun_again()
    {
        await using var chat = await Chat.StartAsync();
        chat.Platform.Refuses = m => m.Kind is OutboundKind.Status || chat.Platform.Messages.Count < 2 ? null : new DeliveryResult.Refused("no rights");
        chat.Backend.Turn().Says(string.Concat(Enumerable.Repeat("So it goes. ", 600)) + "The end.");
        await chat.User("what can you do with this?");
        await chat.WaitAsync(() => chat.StoreFaults.Calls("DeletePendingReplyAsync") == 1, "the end of the reply");
        chat.Platform.Refuses = _ => null;
        await chat.RestartAsync();
        await chat.Rest();
        Assert.Equal(2, chat.Platform.Messages.Count);
    }

    [Fact]
    public async Task The_buttons_of_a_long_answer_hang_below_its_end()
    {
        await using var chat = await Chat.StartAsync();
        await chat.User("/settings render off");
        await chat.WaitAsync(() => chat.Platform.Messages.Count == 1, "the setting");
        chat.Backend.Turn().Says(string.Concat(Enumerable.Repeat("So it goes. ", 400)) + "The end.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Platform.Messages.Count == 4, "all of the answer");
        Assert.Equal([0, 0], chat.Platform.Messages.Skip(1).SkipLast(1).Select(m => m.Now.Buttons.Count));
        Assert.Contains("Render to MP4", chat.Platform.Messages[^1].Labels);
        Assert.Contains("The end.", chat.Platform.Messages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kept_version_is_exported_when_the_service_has_dropped_the_project()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        chat.Backend.StateErrors.Enqueue(new BackendError(BackendErrorKind.SessionNotFound));
        await chat.User("/export");
        await chat.SeeFile(2);
        Assert.Equal(Drafts.Waveform, chat.Backend.Rendered[1]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Out_of_credits_gives_the_registration_link_and_the_local_backend_takes_over(bool isFileGone)
    {
        await using var chat = await PaidAsync();
        chat.Backend.Turn().Says("One.").Draft(Drafts.Waveform).Costs(100);
        await chat.User("make a waveform video please", files: ("talk.mp3", [0xFF, 0xFB, 0x90, 0x64, .. new byte[600]]));
        var file = await chat.SeeFile();
        Assert.Contains("Used 100, 300 left", file.Caption, StringComparison.Ordinal);
        chat.Backend.Turn().Refuses(BackendErrorKind.OutOfCredits);
        await chat.User("add a title to the video");
        var told = await chat.See("https://nemo.example/register?bind=anon_42");
        Assert.Equal(["Run it again", "Render on this server"], told.Labels);

        chat.Local.Turn().Says("x").Draft(Drafts.Waveform);
        chat.Local.Turn().Says("Done here.").Draft(Drafts.Titled);
        if (isFileGone)
        {
            chat.Platform.Attachments.Clear();
        }

        await chat.Press("Render on this server");
        await chat.SeeFile(2);
        var answer = await chat.See("Done here.");
        Assert.Equal(isFileGone, answer.Text.Contains("talk.mp3 can't be opened any more. Please send it again. I went on without it.", StringComparison.Ordinal));
        Assert.Equal(["make a waveform video please", "add a title to the video"], chat.Local.Posted);
        Assert.Equal(isFileGone ? 0 : 1, chat.Local.Uploads.Count);
        Assert.Equal(Drafts.Titled, Assert.Single(chat.Local.Rendered));
    }

    [Fact]
    public async Task An_own_account_is_told_to_top_up()
    {
        await using var chat = await PaidAsync();
        chat.Backend.IsAnonymous = false;
        chat.Backend.Turn().Refuses(BackendErrorKind.OutOfCredits);
        await chat.User("make a waveform video please");
        var told = await chat.See("Top up credits");
        Assert.DoesNotContain("register", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_that_probably_exceeds_the_balance_is_asked_about_first()
    {
        await using var chat = await PaidAsync(credits: 30);
        await chat.User("make a waveform video please");
        await chat.See("Go ahead anyway?");
        Assert.Empty(chat.Backend.Posted);
        await chat.Press("Go ahead");
        await chat.See("Done.");
        Assert.Single(chat.Backend.Posted);
    }

    [Fact]
    public async Task Export_blocked_is_not_told_as_missing_credits()
    {
        await using var chat = await PaidAsync();
        chat.Backend.SubmitErrors.Enqueue(new BackendError(BackendErrorKind.ExportBlocked));
        chat.Backend.Turn().Says("Done.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        var told = await chat.See("unlock export");
        Assert.DoesNotContain("credits", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_told_once_and_waited_for()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.IsAvailable = false;
        chat.Backend.Availability = new TaskCompletionSource();
        chat.Backend.SessionErrors.Enqueue(new BackendError(BackendErrorKind.Unavailable));
        await chat.User("make a waveform video please");
        await chat.See("I'll go on when it does");
        chat.Backend.IsAvailable = true;
        chat.Backend.Availability.SetResult();
        await chat.See("Done.");
        Assert.Single(chat.Platform.Messages);
    }

    [Fact]
    public async Task A_blocked_chat_gets_the_newest_status_and_always_the_last_one()
    {
        await using var chat = await Chat.StartAsync();
        var gate = new TaskCompletionSource();
        chat.Backend.Turn().Says("The end of it.").WaitsFor(gate.Task);
        await chat.User("make a waveform video please");
        await chat.See("Working on it");
        chat.Platform.Refusals.Enqueue(new DeliveryResult.RateLimited(TimeSpan.FromHours(1)));
        gate.SetResult();
        var start = chat.Clock.GetUtcNow();
        await chat.WaitAsync(() => chat.Platform.Refusals.Count == 0, "the refusal");
        await chat.Clock.AdvanceUntilAsync(() => chat.Platform.Messages[0].Text == "The end of it.", TimeSpan.FromMinutes(5));
        Assert.InRange(chat.Clock.GetUtcNow() - start, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(119));
        Assert.Single(chat.Platform.Messages);
    }

    [Fact]
    public async Task A_token_in_a_message_goes_nowhere()
    {
        await using var chat = await PaidAsync();
        await chat.User("use my token nmv_usr_abc123 please and make a video");
        await chat.See("I did not keep it");
        Assert.Empty(chat.Backend.Posted);
        Assert.Equal("Connected: this chat now uses your own account. Its timeline starts anew.",
            (await chat.Sink.ConnectAsync(Chat.Key, new Author("1", "Ana"), "nmv_usr_good", "en", CancellationToken.None))[3..]);
        Assert.Equal(0, chat.StoreFaults.Calls("DeleteAccountAsync"));
        Assert.Contains("does not accept", await chat.Sink.ConnectAsync(Chat.Key, new Author("1", "Ana"), "nmv_usr_bad", "en", CancellationToken.None)
            + chat.Backend.Traits.Name, StringComparison.Ordinal);
        await chat.Sink.ConnectAsync(Chat.Key, new Author("1", "Ana"), "off", "en", CancellationToken.None);
        await chat.Sink.ConnectAsync(Chat.Key, new Author("1", "Ana"), "off", "en", CancellationToken.None);
        Assert.Equal(1, chat.StoreFaults.Calls("DeleteAccountAsync"));
    }

    [Fact]
    public async Task A_token_that_the_chat_could_not_be_switched_to_is_not_kept()
    {
        await using var chat = await PaidAsync();
        chat.StoreFaults.Fail("UpdateConversationAsync", new StoreException(StoreProblem.Busy, "busy"));
        await Assert.ThrowsAsync<StoreException>(
            () => chat.Sink.ConnectAsync(Chat.Key, new Author("1", "Ana"), "nmv_usr_good", "en", CancellationToken.None));
        Assert.Equal(1, chat.StoreFaults.Calls("DeleteAccountAsync"));
    }

    [Fact]
    public async Task A_service_that_costs_nothing_needs_no_token_and_keeps_none()
    {
        await using var chat = await Chat.StartAsync();
        var answer = await chat.Sink.ConnectAsync(Chat.Key, new Author("1", "Ana"), "nmv_usr_good", "en", CancellationToken.None);
        Assert.Equal(Texts.For("en")["connect.not-needed"], answer);
        Assert.Null(await chat.Store.GetConversationAsync(Chat.Key, CancellationToken.None));
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_is_named()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.RefusesLinks = true;
        await chat.User("make a waveform video of https://example.org/talks/one.mp3");
        var told = await chat.See("example.org/talks/one.mp3");
        Assert.Equal("Run it again", Assert.Single(told.Labels));
        Assert.Empty(chat.Backend.Posted);
    }

    [Fact]
    public async Task A_dead_link_does_not_take_the_others_with_it()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.DeadLinks.Add("https://example.org/b.mp3");
        chat.Backend.Turn().Says("Done.");
        await chat.User("make a waveform video of https://example.org/a.mp3 and https://example.org/b.mp3");
        await chat.See("example.org/b.mp3");
        Assert.Equal(["https://example.org/a.mp3"], chat.Backend.Uploads.Select(u => u.Name));
        Assert.DoesNotContain(chat.Platform.Messages, m => m.Text.Contains("example.org/a.mp3", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_link_without_an_ending_is_tried_where_the_service_looks_at_it(bool checks, bool leads)
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Traits = chat.Backend.Traits with { ChecksLinks = checks };
        chat.Backend.RefusesLinks = !leads;
        chat.Backend.Turn().Says("Done.");
        await chat.User("make a waveform video of https://example.org/download?id=5");
        var isFetched = checks && leads;
        await chat.See(isFetched ? "Done." : "example.org/download");
        Assert.Equal(isFetched ? ["https://example.org/download?id=5"] : [], chat.Backend.Uploads.Select(u => u.Name));
        Assert.Equal(!isFetched, chat.Platform.Messages.Any(m => m.Text.Contains("example.org/download", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(BackendErrorKind.Other, "could not be fetched")]
    [InlineData(BackendErrorKind.LinkGone, "no file at example.org/晚风.mp3")]
    [InlineData(BackendErrorKind.LinkDenied, "signing in, or the link has expired")]
    [InlineData(BackendErrorKind.LinkUnanswered, "does not answer")]
    [InlineData(BackendErrorKind.LinkPage, "a web page")]
    [InlineData(BackendErrorKind.FileTooLarge, "too large for me to fetch")]
    [InlineData(BackendErrorKind.UnsupportedFile, "nothing that I can read")]
    public async Task A_link_that_gives_no_file_is_told_with_the_reason(BackendErrorKind problem, string words)
    {
        await using var chat = await Chat.StartAsync();
        (chat.Backend.RefusesLinks, chat.Backend.LinkProblem) = (true, problem);
        await chat.User("make a waveform video of https://example.org/%E6%99%9A%E9%A3%8E.mp3?key=secret");
        await chat.See(words);
        Assert.DoesNotContain(chat.Platform.Messages, m => m.Text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_end_that_cannot_be_put_into_its_message_is_posted_anew()
    {
        await using var chat = await Chat.StartAsync();
        var refusals = 0;
        chat.Platform.Refuses = m => m.IsFinal && refusals++ == 0 ? new DeliveryResult.Refused("too old to edit") : null;
        var gate = new TaskCompletionSource();
        chat.Backend.Turn().Says("I made it.").WaitsFor(gate.Task);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Platform.Messages.Count == 1, "the status");
        gate.SetResult();
        await chat.WaitAsync(() => chat.Platform.Messages is [_, { Text: "I made it." }], "the end in a message of its own");
    }

    [Theory]
    [InlineData(1, "talk.mp3 could not be loaded just now")]
    [InlineData(2, "The file could not be loaded just now")]
    public async Task A_file_whose_connection_breaks_is_told_as_such(int opening, string words)
    {
        await using var chat = await Chat.StartAsync();
        chat.Platform.BreaksFrom = opening;
        await chat.User("make a waveform video please", "Ana", ("talk.mp3", Sound));
        await chat.See(words);
        Assert.Empty(chat.Backend.Posted);
    }
}
