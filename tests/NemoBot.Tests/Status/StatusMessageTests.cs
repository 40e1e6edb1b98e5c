using Microsoft.Extensions.Logging.Abstractions;
using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Core.Status;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.Status;

public sealed class StatusMessageTests : IDisposable
{
    private static readonly DeliveryResult Wait = new DeliveryResult.RateLimited(TimeSpan.FromSeconds(10));
    private readonly ManualTimeProvider _clock = new();
    private readonly ScriptedPlatform _platform = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<string> _saved = [];
    private int _failingSaves;

    [Fact]
    public async Task Nothing_overwrites_the_final_content()
    {
        var status = Open();
        status.Show(Text("one"));
        await SeeAsync("one");
        var shown = status.FinishAsync(Text("the end"));
        status.Show(Text("too late"));
        Assert.True(await _clock.AdvanceUntilAsync(shown, TimeSpan.FromSeconds(1)));
        status.Show(Text("much too late"));
        _ = status.FinishAsync(Text("another end"));
        await PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["one", "the end"], _platform.Texts);
        Assert.True(_platform.Calls[^1].Message.IsFinal);
    }

    [Fact]
    public async Task The_final_content_wins_over_content_that_waits()
    {
        var status = await OpenLimitedAsync();
        status.Show(Text("three"));
        var shown = status.FinishAsync(Text("the end"));
        status.Show(Text("too late"));
        Assert.True(await _clock.AdvanceUntilAsync(shown, TimeSpan.FromSeconds(1)));
        Assert.Equal(["one", "two", "the end"], _platform.Texts);
    }

    [Fact]
    public async Task After_a_rate_limit_the_newest_content_is_shown_and_not_before_the_time_is_up()
    {
        var status = await OpenLimitedAsync();
        var limited = _clock.GetUtcNow();
        status.Show(Text("three"));
        status.Show(Text("four"));
        await SeeAsync("four");
        Assert.Equal(["one", "two", "four"], _platform.Texts);
        Assert.True(_clock.GetUtcNow() - limited >= TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task What_waits_or_is_retried_is_not_shown_once_it_is_dropped_but_an_end_is()
    {
        var status = await OpenLimitedAsync();
        status.Drop();
        status.Show(Text("three"));
        await PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["one", "two"], _platform.Texts);
        Assert.True(await _clock.AdvanceUntilAsync(status.FinishAsync(Text("the end")), TimeSpan.FromSeconds(1)));
        Assert.Equal(["one", "two", "the end"], _platform.Texts);
    }

    [Fact]
    public async Task News_that_is_on_its_way_when_it_is_dropped_is_not_shown_and_an_end_is()
    {
        var check = new HeldGuard();
        var status = Open("m1", new GuardedPlatform(_platform, new LaneCheck(check, _clock)));
        status.Show(Text("late"));
        await _clock.AdvanceUntilAsync(() => check.IsAsked, TimeSpan.FromMilliseconds(1));
        status.Drop();
        check.Answer.SetResult(false);
        Assert.True(await _clock.AdvanceUntilAsync(status.FinishAsync(Text("the end")), TimeSpan.FromSeconds(1)));
        Assert.Equal(["the end"], _platform.Texts);
    }

    [Fact]
    public async Task A_final_edit_outlasts_any_number_of_rate_limits()
    {
        var status = Open();
        status.Show(Text("one"));
        await SeeAsync("one");
        _platform.Answer([.. Enumerable.Repeat(Wait, 60)]);
        var shown = status.FinishAsync(Text("the end"));
        Assert.True(await _clock.AdvanceUntilAsync(shown, TimeSpan.FromSeconds(10)));
        Assert.Equal(62, _platform.Calls.Count);
        Assert.Single(_platform.Calls, c => c.Target is null);
    }

    [Fact]
    public async Task However_long_a_platform_asks_to_wait_the_end_is_tried_again_after_a_day()
    {
        var status = Open();
        _platform.Answer([.. new[] { TimeSpan.MaxValue, TimeSpan.FromSeconds(int.MaxValue), TimeSpan.FromSeconds(-1) }.Select(t => new DeliveryResult.RateLimited(t))]);
        var since = _clock.GetUtcNow();
        Assert.True(await _clock.AdvanceUntilAsync(status.FinishAsync(Text("the end")), TimeSpan.FromHours(1)));
        Assert.InRange(_clock.GetUtcNow() - since, TimeSpan.FromDays(2), TimeSpan.FromDays(2.5));
        Assert.Equal(4, _platform.Calls.Count);
    }

    [Fact]
    public async Task A_send_whose_answer_is_lost_is_repeated_once_under_the_same_key()
    {
        var status = Open();
        _platform.Answer(new DeliveryResult.Unknown(), new DeliveryResult.Unknown());
        var shown = status.FinishAsync(Text("the end"));
        await _clock.AdvanceUntilAsync(shown, TimeSpan.FromSeconds(1));
        await PassAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(2, _platform.Calls.Count);
        Assert.NotNull(_platform.Calls[0].Message.DeduplicationKey);
        Assert.Equal(_platform.Calls[0].Message.DeduplicationKey, _platform.Calls[1].Message.DeduplicationKey);
    }

    [Fact]
    public async Task A_message_that_replaces_another_may_get_lost_as_the_first_one_did()
    {
        var status = Open();
        _platform.Answer(new DeliveryResult.Unknown());
        status.Show(Text("one"));
        await _clock.AdvanceUntilAsync(() => _saved.Count > 0, TimeSpan.FromSeconds(1));
        _platform.Answer(new DeliveryResult.Refused("too old"), new DeliveryResult.Unknown());
        Assert.True(await _clock.AdvanceUntilAsync(status.FinishAsync(Text("the end")), TimeSpan.FromSeconds(1)));
        Assert.Equal([null, null, "m2", null, null], _platform.Calls.Select(c => c.Target?.MessageId));
    }

    [Fact]
    public async Task A_final_edit_is_retried_while_the_platform_throws()
    {
        var status = Open();
        status.Show(Text("one"));
        await SeeAsync("one");
        _platform.Throw(times: 8);
        var shown = status.FinishAsync(Text("the end"));
        Assert.True(await _clock.AdvanceUntilAsync(shown, TimeSpan.FromSeconds(10)));
        Assert.Equal(10, _platform.Calls.Count);
    }

    [Fact]
    public async Task An_id_that_could_not_be_stored_is_stored_with_the_next_edit()
    {
        _failingSaves = 1;
        var status = Open();
        status.Show(Text("one"));
        await SeeAsync("one");
        status.Show(Text("two"));
        await _clock.AdvanceUntilAsync(() => _saved.Count > 0, TimeSpan.FromSeconds(1));
        Assert.True(await _clock.AdvanceUntilAsync(status.FinishAsync(Text("the end")), TimeSpan.FromSeconds(1)));
        Assert.Equal(["m1"], _saved);
        Assert.Equal([null, "m1", "m1"], _platform.Calls.Select(c => c.Target?.MessageId));
    }

    [Fact]
    public async Task A_store_that_never_works_does_not_keep_the_end_from_being_shown()
    {
        _failingSaves = int.MaxValue;
        var status = Open();
        status.Show(Text("one"));
        await SeeAsync("one");
        Assert.True(await _clock.AdvanceUntilAsync(status.FinishAsync(Text("the end")), TimeSpan.FromSeconds(1)));
        Assert.Equal(["one", "the end"], _platform.Texts);
    }

    [Fact]
    public async Task Where_nothing_can_be_edited_only_the_end_is_sent_even_below_an_earlier_message()
    {
        _platform.Limits = _platform.Limits with { CanEdit = false };
        var status = Open(existing: "m0");
        status.Show(Text("one"));
        status.Show(Text("two"));
        await PassAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(_platform.Calls);
        Assert.True(await _clock.AdvanceUntilAsync(status.FinishAsync(Text("the end")), TimeSpan.FromSeconds(1)));
        Assert.Equal((null, "the end"), (_platform.Calls[0].Target, Assert.Single(_platform.Texts)));
    }

    [Fact]
    public async Task Edits_keep_the_pace_of_the_platform_and_only_the_newest_is_made()
    {
        _platform.Limits = _platform.Limits with { EditInterval = TimeSpan.FromSeconds(5) };
        var times = new List<DateTimeOffset>();
        Task<DeliveryResult> AnswerNow()
        {
            times.Add(_clock.GetUtcNow());
            return Task.FromResult<DeliveryResult>(new DeliveryResult.Delivered(new MessageRef(ScriptedPlatform.Room, "m1")));
        }

        _platform.Answers.Enqueue(AnswerNow);
        _platform.Answers.Enqueue(AnswerNow);
        var status = Open();
        status.Show(Text("one"));
        await SeeAsync("one");
        status.Show(Text("two"));
        status.Show(Text("three"));
        await SeeAsync("three");
        Assert.Equal(["one", "three"], _platform.Texts);
        Assert.True(times[1] - times[0] >= TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task One_call_is_in_flight_and_what_comes_meanwhile_waits_for_its_answer()
    {
        var answer = new TaskCompletionSource<DeliveryResult>();
        _platform.Answers.Enqueue(() => answer.Task);
        var status = Open();
        status.Show(Text("one"));
        await SeeAsync("one");
        status.Show(Text("two"));
        status.Show(Text("three"));
        await PassAsync(TimeSpan.FromMinutes(1));
        Assert.Single(_platform.Calls);
        answer.SetResult(new DeliveryResult.Delivered(new MessageRef(ScriptedPlatform.Room, "m1")));
        await SeeAsync("three");
        Assert.Equal(["one", "three"], _platform.Texts);
    }

    [Fact]
    public async Task Unchanged_content_is_not_sent_again()
    {
        var status = Open();
        status.Show(Text("one"));
        await SeeAsync("one");
        status.Show(Text("one"));
        status.Show(Text("two"));
        await SeeAsync("two");
        status.Show(Text("two"));
        Assert.True(await _clock.AdvanceUntilAsync(status.FinishAsync(Text("two")), TimeSpan.FromSeconds(1)));
        Assert.Equal("two", _platform.Texts.Last());
        Assert.InRange(_platform.Calls.Count, 2, 2);
    }

    [Fact]
    public async Task A_message_that_cannot_be_edited_any_more_is_replaced_once()
    {
        var status = Open(existing: "m0");
        _platform.Answer(new DeliveryResult.Refused("too old"), new DeliveryResult.Refused("no rights"));
        Assert.False(await _clock.AdvanceUntilAsync(status.FinishAsync(Text("the end")), TimeSpan.FromSeconds(1)));
        Assert.Equal(["m0", null], _platform.Calls.Select(c => c.Target?.MessageId));
    }

    [Fact]
    public async Task A_deleted_message_is_followed_to_the_one_that_took_its_place()
    {
        var status = Open(existing: "m0");
        _platform.Answer(new DeliveryResult.Delivered(new MessageRef(ScriptedPlatform.Room, "new")));
        status.Show(Text("one"));
        await SeeAsync("one");
        Assert.True(await _clock.AdvanceUntilAsync(status.FinishAsync(Text("the end")), TimeSpan.FromSeconds(1)));
        Assert.Equal(["m0", "new"], _platform.Calls.Select(c => c.Target?.MessageId));
        Assert.Equal(["new"], _saved);
    }

    [Fact]
    public async Task A_message_that_a_crash_would_leave_behind_tells_of_work_only_once_its_id_is_kept()
    {
        _platform.Limits = _platform.Limits with { RecognizesRepeats = false };
        var kept = -1;
        _platform.Answer(new DeliveryResult.Delivered(new MessageRef(ScriptedPlatform.Room, "m1")));
        _platform.Answers.Enqueue(() =>
        {
            kept = _saved.Count;
            return Task.FromResult(Wait);
        });
        var status = Open();
        status.Show(Text("one") with { Buttons = [new Button("cancel", "Cancel")] });
        await SeeAsync("one");
        await PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal([(null, "received", 0), ("m1", "one", 1), ("m1", "one", 1)], _platform.Calls.Select(c => (c.Target?.MessageId, c.Message.Text, c.Message.Buttons.Count)));
        Assert.Equal((1, "m1"), (kept, Assert.Single(_saved)));

        // An end may stay as it is: nothing goes before it.
        _ = Open().FinishAsync(Text("the end"));
        await SeeAsync("the end");
        Assert.Null(_platform.Calls[^1].Target);
    }

    [Fact]
    public async Task A_chat_that_is_gone_ends_the_message()
    {
        var status = Open();
        _platform.Answer(new DeliveryResult.Gone());
        status.Show(Text("one"));
        await SeeAsync("one");
        status.Show(Text("two"));
        await PassAsync(TimeSpan.FromMinutes(1));
        Assert.Single(_platform.Calls);
        Assert.True(await status.FinishAsync(Text("the end")));
    }

    [Fact]
    public async Task A_process_that_stops_reports_that_the_end_was_not_shown()
    {
        var status = Open();
        _platform.Answer(new DeliveryResult.RateLimited(TimeSpan.FromHours(4)));
        var shown = status.FinishAsync(Text("the end"));
        await SeeAsync("the end");
        await _stopping.CancelAsync();
        Assert.False(await shown);
    }

    [Fact]
    public async Task A_call_that_the_stop_breaks_off_in_its_own_way_counts_as_not_shown()
    {
        var status = Open();
        _platform.Answers.Enqueue(async () =>
        {
            await _stopping.CancelAsync();
            throw new ObjectDisposedException("the connection");
        });
        Assert.False(await _clock.AdvanceUntilAsync(status.FinishAsync(Text("the end")), TimeSpan.FromSeconds(1)));
    }

    public void Dispose() => _stopping.Dispose();

    private static OutboundMessage Text(string text) => new() { Text = text };

    /// <summary>A status that showed "one" and whose "two" is refused for ten seconds.</summary>
    private async Task<StatusMessage> OpenLimitedAsync()
    {
        var status = Open();
        status.Show(Text("one"));
        await SeeAsync("one");
        _platform.Answer(Wait);
        status.Show(Text("two"));
        await SeeAsync("two");
        return status;
    }

    private StatusMessage Open(string? existing = null, IChatPlatform? platform = null) => new(
        new PostedStatus(platform ?? _platform, ScriptedPlatform.Room, _platform.Limits, "received", existing, null, null, SaveAsync, NullLogger.Instance),
        _platform.Limits, _clock, NullLogger.Instance, _stopping.Token);

    private Task SaveAsync(MessageRef message)
    {
        if (_failingSaves > 0)
        {
            _failingSaves--;
            return Task.FromException(new InvalidOperationException("store"));
        }

        _saved.Add(message.MessageId);
        return Task.CompletedTask;
    }

    private Task SeeAsync(string text) => _clock.AdvanceUntilAsync(() => _platform.Texts.Contains(text), TimeSpan.FromSeconds(1));

    /// <summary>Lets time go by in steps, so that whatever waits gets its turn.</summary>
    private Task PassAsync(TimeSpan time)
    {
        var until = _clock.GetUtcNow() + time;
        return _clock.AdvanceUntilAsync(() => _clock.GetUtcNow() >= until, time / 10);
    }

    /// <summary>Answers when the test says so: the conversation belongs to this process again.</summary>
    private sealed class HeldGuard : ILaneGuard
    {
        public TaskCompletionSource<bool> Answer { get; } = new();

        public bool IsAsked { get; private set; }

        public bool IsAlone => false;

        public Task<bool> IsTakenAsync(ConversationKey conversation, CancellationToken cancellationToken)
        {
            IsAsked = true;
            return Answer.Task;
        }
    }
}
