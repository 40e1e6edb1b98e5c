using Microsoft.Extensions.Logging.Abstractions;
using NemoBot.Core.Platforms;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;
using NemoBot.Core.Text;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.Status;

public sealed class MessengerTests
{
    private static readonly DeliveryResult Wait = new DeliveryResult.RateLimited(TimeSpan.FromMinutes(1));
    private static readonly Button Go = new("go", "Go");
    private readonly ManualTimeProvider _clock = new();
    private readonly ScriptedPlatform _platform = new();

    [Fact]
    public async Task A_rate_limit_is_waited_out_however_often_it_comes()
    {
        _platform.Answer([.. Enumerable.Repeat(Wait, 40)]);
        var start = _clock.GetUtcNow();
        var message = await SayAsync("hello");
        Assert.Equal("m41", Assert.IsType<DeliveryResult.Delivered>(message).Message.MessageId);
        Assert.True(_clock.GetUtcNow() - start >= TimeSpan.FromMinutes(40));
    }

    [Fact]
    public async Task A_lost_answer_leads_to_one_repeat_with_the_same_key_over_rate_limits()
    {
        _platform.Answer(new DeliveryResult.Unknown(), Wait, new DeliveryResult.Unknown());
        Assert.IsType<DeliveryResult.Unknown>(await SayAsync("hello"));
        Assert.Equal(3, _platform.Calls.Count);
        Assert.Single(_platform.Calls.Select(c => c.Message.DeduplicationKey).Distinct());
        Assert.NotNull(_platform.Calls[0].Message.DeduplicationKey);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public async Task A_platform_that_throws_is_tried_six_times(int failures, bool isSent)
    {
        _platform.Throw(failures);
        Assert.Equal(isSent, await SayAsync("hello") is DeliveryResult.Delivered);
        Assert.Equal(6, _platform.Calls.Count);
    }

    [Fact]
    public async Task Rate_limits_between_failures_do_not_use_up_the_tries()
    {
        _platform.Throw(3);
        _platform.Answer([.. Enumerable.Repeat(Wait, 10)]);
        _platform.Throw(2);
        Assert.IsType<DeliveryResult.Delivered>(await SayAsync("hello"));
    }

    [Fact]
    public async Task A_long_text_hangs_its_buttons_below_the_last_piece_and_replies_with_the_first()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 60));
        await SayAsync(text, Go, Go, Go, Go, Go);
        var sent = _platform.Calls.Select(c => c.Message).ToList();
        Assert.Equal(text, string.Join(' ', sent.Select(m => m.Text)));
        Assert.True(sent.Count > 1);
        Assert.All(sent.SkipLast(1), m => Assert.Empty(m.Buttons));
        Assert.Equal(_platform.Limits.Buttons, sent[^1].Buttons.Count);
        Assert.Equal("asked", sent[0].ReplyTo);
        Assert.All(sent.Skip(1), m => Assert.Null(m.ReplyTo));
        Assert.Equal(sent.Count, sent.Select(m => m.DeduplicationKey).Distinct().Count());
    }

    [Fact]
    public async Task A_chat_that_is_gone_gets_no_further_pieces()
    {
        _platform.Answer(new DeliveryResult.Gone());
        Assert.IsType<DeliveryResult.Gone>(await SayAsync(new string('x', 300)));
        Assert.Single(_platform.Calls);
    }

    [Theory]
    [InlineData(true, "asked")]
    [InlineData(false, null)]
    public async Task An_announcement_hangs_below_its_request_where_several_people_talk(bool isGroup, string? replyTo)
    {
        _platform.Limits = _platform.Limits with { IsGroup = isGroup };
        await AnnounceAsync(new OutboundMessage { Text = "queued", Buttons = [Go] }, _ => Task.CompletedTask);
        var message = Assert.Single(_platform.Calls).Message;
        Assert.Equal((OutboundKind.Status, replyTo), (message.Kind, message.ReplyTo));
    }

    [Fact]
    public async Task An_announcement_is_not_repeated_once_another_process_has_the_conversation()
    {
        _platform.Answer(Wait);
        var asked = 0;
        Task CheckAsync(CancellationToken stop) => ++asked > 1 ? Task.FromException(new LaneLostException()) : Task.CompletedTask;
        var announcement = AnnounceAsync(new OutboundMessage { Text = "queued", BeforeSend = CheckAsync }, _ => Task.CompletedTask);
        await _clock.AdvanceUntilAsync(() => announcement.IsCompleted, TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<LaneLostException>(() => announcement);
        Assert.Single(_platform.Calls);
    }

    [Fact]
    public async Task An_announcement_that_a_crash_would_leave_behind_says_nothing_that_becomes_untrue()
    {
        _platform.Limits = _platform.Limits with { RecognizesRepeats = false };
        List<string> order = [];
        await AnnounceAsync(
            new OutboundMessage { Text = "queued", Buttons = [Go] },
            posted =>
            {
                order.AddRange(_platform.Texts.Append(posted.MessageId));
                return Task.CompletedTask;
            });
        Assert.Equal(["👀 Got it.", "m1"], order);
        Assert.Equal([(null, 0), ("m1", 1)], _platform.Calls.Select(c => (c.Target?.MessageId, c.Message.Buttons.Count)));
    }

    private Task AnnounceAsync(OutboundMessage content, Func<MessageRef, Task> saveId) =>
        Open().AnnounceAsync(ScriptedPlatform.Room, content, Texts.For("en"), "asked", "key", saveId, CancellationToken.None);

    private Messenger Open() => new(new PlatformDirectory([_platform]), _clock, NullLogger<Messenger>.Instance);

    private Task<DeliveryResult> SayAsync(string text, params Button[] buttons) => _clock.AdvanceUntilAsync(
        Open().SayAsync(ScriptedPlatform.Room, text, buttons, "asked", CancellationToken.None), TimeSpan.FromSeconds(30));
}
