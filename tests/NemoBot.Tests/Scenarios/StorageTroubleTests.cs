using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;
using NemoBot.Core.Recovery;
using NemoBot.Core.Rendering;
using NemoBot.Core.Storage;
using NemoBot.Core.Text;
using NemoBot.Tests.Scenarios.Support;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using Xunit;

namespace NemoBot.Tests.Scenarios;

/// <summary>The disk is full, the store is busy, the chat fails: the author learns it, and the next request works.</summary>
public sealed class StorageTroubleTests
{
    private static readonly StoreException Busy = new(StoreProblem.Busy, "busy");

    [Theory]
    [InlineData("GetLimitsAsync", 1)]
    [InlineData("SendAsync", 0)]
    [InlineData("EditAsync", 0)]
    [InlineData("SendFileAsync", 0)]
    public async Task A_chat_that_fails_once_freezes_neither_the_status_nor_later_renders(string call, int skip)
    {
        await using var chat = await Chat.StartAsync();
        chat.PlatformFaults.Fail(call, new InvalidOperationException("not expected"), skip);
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.PlatformFaults.HasFailed, "the failure");
        await chat.Rest();
        chat.Backend.Turn().Says("Again.").Draft(Drafts.Titled);
        await chat.User("add a title to the video");
        await chat.See("Again.");
        var files = chat.Platform.Files.Count;
        await chat.User("/export");
        await chat.SeeFile(files + 1);
        await chat.Rest();
    }

    [Fact]
    public async Task A_turn_whose_status_cannot_be_opened_ends_at_once_and_its_author_learns_why_when_the_chat_works_again()
    {
        await using var chat = await Chat.StartAsync();
        chat.PlatformFaults.Fail("GetLimitsAsync", new InvalidOperationException("not expected"), times: 1000);
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.StoreFaults.Calls("EndTurnAsync") > 0, "the end of the turn");
        Assert.Empty(chat.Platform.Messages);
        chat.PlatformFaults.Clear();
        using var stop = new CancellationTokenSource();
        var sweeping = chat.Get<StartupRecovery>().SweepAsync(stop.Token);
        await chat.See("went wrong");
        await chat.Rest();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sweeping);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_status_whose_id_cannot_be_stored_ends_all_the_same_and_later_renders_run(bool isKnownTrouble)
    {
        await using var chat = await Chat.StartAsync();
        var trouble = isKnownTrouble ? Busy : (Exception)new InvalidOperationException("not expected");
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.SeeFile();
        await chat.Rest();
        await chat.User("/export 1");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 2, "the render");
        chat.StoreFaults.Fail("UpdateRenderAsync", trouble, times: 1000);
        chat.StoreFaults.Fail("UpdateTurnAsync", trouble, times: 1000);
        chat.Platform.Deleted.Add(chat.Platform.Messages[^1].Id);
        await chat.SeeFile(2);
        await chat.Rest();
        chat.StoreFaults.Clear();
        await chat.User("/export 1");
        await chat.SeeFile(3);
        await chat.Rest();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_video_whose_end_cannot_be_stored_is_posted_once(bool isKnownTrouble)
    {
        await using var chat = await Chat.StartAsync();
        chat.StoreFaults.Fail("EndRenderAsync", isKnownTrouble ? Busy : new InvalidOperationException("not expected"), times: 12);
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.See("Video ready");
        using var stop = new CancellationTokenSource();
        var sweeping = chat.Get<StartupRecovery>().SweepAsync(stop.Token);
        await chat.Clock.AdvanceUntilAsync(() => chat.StoreFaults.Calls("EndRenderAsync") > 12 && chat.StoreFaults.Calls("DeletePendingReplyAsync") > 0, TimeSpan.FromSeconds(10));
        Assert.True((await chat.Store.GetRenderAsync(chat.Backend.RenderIds[0], CancellationToken.None))!.IsClosed);
        await chat.RestartAsync(TimeSpan.FromMinutes(3));
        await chat.Rest();
        Assert.Single(chat.Platform.Files);
        Assert.Single(chat.Platform.Messages);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sweeping);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_turn_whose_end_cannot_be_stored_is_answered_once(bool isKnownTrouble)
    {
        await using var chat = await Chat.StartAsync();
        chat.StoreFaults.Fail("EndTurnAsync", isKnownTrouble ? Busy : new InvalidOperationException("not expected"), times: 12);
        chat.Backend.Turn().Says("Nothing to change.");
        await chat.User("what can you do with this?");
        await chat.See("Nothing to change.");
        using var stop = new CancellationTokenSource();
        var sweeping = chat.Get<StartupRecovery>().SweepAsync(stop.Token);
        await chat.Clock.AdvanceUntilAsync(() => chat.StoreFaults.Calls("EndTurnAsync") > 12 && chat.StoreFaults.Calls("DeletePendingReplyAsync") > 0, TimeSpan.FromSeconds(10));
        await chat.RestartAsync(TimeSpan.FromMinutes(3));
        await chat.Rest();
        Assert.Single(chat.Backend.Posted);
        Assert.Single(chat.Platform.Messages);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sweeping);
    }

    [Fact]
    public async Task A_service_whose_disk_is_full_is_named_as_such_and_asked_once()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.SessionErrors.Enqueue(new BackendError(BackendErrorKind.OutOfSpace));
        await chat.User("make a waveform video please");
        var status = await chat.See("disk is full");
        Assert.Contains("Run it again", status.Labels);
        Assert.Empty(chat.Backend.Posted);
    }

    [Fact]
    public async Task A_disk_that_is_full_when_the_video_is_fetched_is_named_and_the_next_export_works()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.DownloadErrors.Enqueue(new IOException("No space left on device", 28));
        chat.Backend.DownloadErrors.Enqueue(new InvalidOperationException("not expected"));
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        var status = await chat.See("disk is full");
        Assert.Equal(["Run it again"], status.Labels);
        await chat.Press("Run it again");
        await chat.See("Rendering failed. Your timeline is safe");
        await chat.User("/export");
        await chat.SeeFile();
        await chat.Rest();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Whichever_step_of_a_turn_cannot_be_stored_its_message_says_how_it_ended(int skip)
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        chat.StoreFaults.Fail("UpdateTurnAsync", Busy, skip);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Platform.Messages.Count > 0 && !chat.InProgress.Any(), "the end");
        await chat.Rest();
        Assert.True(chat.StoreFaults.HasFailed || skip > 4);
        Assert.Empty(chat.InProgress);
    }

    [Theory]
    [InlineData("posted", 1)]
    [InlineData("running", 1)]
    [InlineData("failed", 2)]
    [InlineData("preview", 2)]
    public async Task A_postponed_render_that_was_started_before_a_crash_is_not_started_again(string before, int renders)
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.Traits = chat.Backend.Traits with { CanPreview = true };
        chat.Backend.RenderFails = before == "failed";
        chat.Backend.RenderTime = TimeSpan.FromMinutes(before == "running" ? 5 : 1);
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User(before == "preview" ? "/settings render off" : "/status");
        await chat.User("make a waveform video please");
        await chat.See("I made it.");
        await (before == "preview" ? chat.User("/preview") : Task.CompletedTask);
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 1, "a render");
        await (before == "running" ? Task.CompletedTask : chat.Rest());
        chat.Backend.RenderFails = false;
        await chat.Store.UpdateConversationAsync(Chat.Key, c => c with { RenderOwed = true }, CancellationToken.None);
        chat.Backend.Turn().Says("Nothing to change.");
        await chat.User("what can you do with this?");
        await chat.See("Nothing to change.");
        await chat.Rest();
        Assert.Equal(renders, chat.Backend.Rendered.Count);
        Assert.False((await chat.Store.GetConversationAsync(Chat.Key, CancellationToken.None))!.RenderOwed);
    }

    [Fact]
    public async Task A_video_that_is_in_the_chat_counts_as_posted_even_if_its_text_cannot_follow()
    {
        await using var chat = await Chat.StartAsync();
        chat.Platform.Limits = chat.Platform.Limits with { CaptionLength = 10 };
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Rendered.Count == 1, "the render");
        chat.PlatformFaults.Fail("GetLimitsAsync", new InvalidOperationException("not expected"), skip: 1);
        await chat.See("Video ready");
        await chat.Rest();
        Assert.True(chat.PlatformFaults.HasFailed);
        Assert.Single(chat.Platform.Files);
        Assert.NotNull((await chat.Store.GetRenderAsync(chat.Backend.RenderIds[0], CancellationToken.None))!.DeliveredMessageId);
    }

    [Fact]
    public async Task A_video_too_large_for_the_chat_is_posted_smaller_even_if_no_link_to_all_of_it_can_be_made()
    {
        await using var chat = await Chat.StartAsync();
        chat.Platform.Limits = chat.Platform.Limits with { UploadBytes = 1000 };
        var share = Substitute.For<IFileShare>();
        share.ShareAsync("", "", default).ThrowsAsyncForAnyArgs(new IOException("No space left on device", 28));
        var folder = Directory.CreateTempSubdirectory("nemobot-share-");
        var path = Path.Combine(folder.FullName, "video");
        await File.WriteAllBytesAsync(path, [0, 0, 0, 24, .. "ftypisom"u8, .. new byte[2000]], CancellationToken.None);
        var links = new FullFileLinks([share], NullLogger<FullFileLinks>.Instance);
        var result = await ActivatorUtilities.CreateInstance<VideoDelivery>(chat.Get<IServiceProvider>(), links).DeliverAsync(
            new VideoDeliveryRequest { Conversation = Chat.Key, Key = "file 1", Path = path, Name = "talk", Headline = "Talk", Caption = "Talk, 3 s" },
            Texts.For("en"),
            CancellationToken.None);
        folder.Delete(recursive: true);
        Assert.IsType<DeliveryResult.Delivered>(result);
        Assert.Single(chat.Platform.Files);
    }

    [Fact]
    public async Task A_render_that_is_forgotten_stops_at_the_service_even_if_its_end_cannot_be_stored()
    {
        await using var chat = await Chat.StartAsync();
        chat.Backend.RenderTime = TimeSpan.FromMinutes(5);
        chat.Backend.Turn().Says("I made it.").Draft(Drafts.Waveform);
        await chat.User("make a waveform video please");
        await chat.WaitAsync(() => chat.Backend.Polls > 0, "the render");
        chat.StoreFaults.Fail("UpdateRenderAsync", Busy, times: 1000);
        await chat.User("/forget yes");
        await chat.WaitAsync(() => chat.Backend.Cancelled.Count > 0, "the end of the render");
        Assert.Equal(chat.Backend.RenderIds, chat.Backend.Cancelled);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task A_request_that_cannot_be_read_is_tried_again_and_its_author_is_told_in_the_end(int times)
    {
        await using var chat = await Chat.StartAsync(s => s["NemoBot:Engine:RetryWait"] = "00:00:13");
        chat.StoreFaults.Fail("GetTurnAsync", Busy, times: times);
        await chat.User("make a waveform video please");
        await chat.See(times == 1 ? "Done." : "The bot's storage could not be used just now");
        Assert.Equal(times == 1 ? [13] : [13, 26, 39], new[] { 13, 26, 39, 52 }.Where(s => chat.Clock.HasScheduled(TimeSpan.FromSeconds(s))));
        chat.StoreFaults.Clear();
        await chat.User("add a title to the video");
        await chat.WaitAsync(() => chat.Backend.Posted.Contains("add a title to the video"), "the next request");
    }

    [Theory]
    [InlineData("RenewLeasesAsync", "lease renewal")]
    [InlineData("PruneAsync", "retention")]
    public async Task One_failed_run_of_a_background_loop_is_reported_and_the_next_one_works(string method, string loop)
    {
        await using var chat = await Chat.StartAsync();
        using var stop = new CancellationTokenSource();
        chat.StoreFaults.Fail(method, Busy);
        var run = chat.Get<Upkeep>().RunAsync(stop.Token);
        await chat.Clock.AdvanceUntilAsync(() => chat.Get<LoopHealth>().Problems.GetValueOrDefault(loop) is not null, TimeSpan.FromSeconds(1));
        await chat.Clock.AdvanceUntilAsync(
            () => chat.StoreFaults.Calls(method) > 1 && chat.Get<LoopHealth>().Problems[loop] is null, TimeSpan.FromHours(1));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public async Task Retention_goes_on_after_finding_out_who_does_it_has_failed()
    {
        await using var chat = await Chat.StartAsync();
        using var stop = new CancellationTokenSource();
        var sole = new TroubledSoleWork();
        var run = ActivatorUtilities.CreateInstance<Upkeep>(chat.Get<IServiceProvider>(), sole).RunAsync(stop.Token);
        await chat.Clock.AdvanceUntilAsync(() => sole.Runs >= 2 && chat.Get<LoopHealth>().Problems["retention"] is null, TimeSpan.FromHours(1));
        Assert.True(chat.StoreFaults.Calls("PruneAsync") > 0);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public async Task A_file_that_turns_out_larger_than_reported_is_refused_with_the_limit()
    {
        await using var chat = await Chat.StartAsync();
        byte[] sound = [0xFF, 0xFB, 0x90, 0x64, .. new byte[5000]];
        chat.Platform.Attachments["talk.mp3"] = sound;
        await chat.Sink.PostAsync(
            new InboundMessage
            {
                Conversation = Chat.Key,
                MessageId = "liar",
                Author = new Author("Ana", "Ana"),
                Text = "make a waveform video please",
                Attachments = [new Attachment("talk.mp3", null, 600, "talk.mp3")],
                Language = "en",
            },
            CancellationToken.None);
        await chat.See("too large");
        Assert.Empty(chat.Backend.Uploads);
        Assert.Empty(chat.Backend.Posted);
        await chat.Rest();
    }
}
