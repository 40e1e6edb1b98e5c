using Microsoft.Extensions.Logging.Abstractions;
using NemoBot.Core.Platforms;
using NemoBot.Core.Status;
using NemoBot.Core.Text;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.Status;

public sealed class LiveStatusTests
{
    private static readonly Button Cancel = new("cancel", "Cancel");
    private readonly ManualTimeProvider _clock = new();
    private readonly ScriptedPlatform _platform = new();

    [Fact]
    public async Task Neither_news_nor_the_ticker_overwrite_the_end()
    {
        await using var status = Open();
        status.Stage("Working", Cancel);
        await SeeAsync("Working");
        Assert.Empty((await FinishAsync(status, "the end"))!);
        status.Say("late words");
        status.Stage("late stage");
        status.Progress(0.5, null);
        var calls = _platform.Calls.Count;
        var until = _clock.GetUtcNow() + TimeSpan.FromMinutes(5);
        await _clock.AdvanceUntilAsync(() => _clock.GetUtcNow() >= until, TimeSpan.FromSeconds(10));
        Assert.Equal(calls, _platform.Calls.Count);
        Assert.Equal("the end", _platform.Texts.Last());
        Assert.Empty(_platform.Calls[^1].Message.Buttons);
    }

    [Fact]
    public async Task A_pause_is_the_last_that_this_process_shows_and_an_end_is_not_followed_by_one()
    {
        await using var status = Open();
        status.Stage("Working", Cancel);
        await SeeAsync("Working");
        await _clock.AdvanceUntilAsync(() => status.Message is not null, TimeSpan.FromSeconds(1));
        await status.PauseAsync(CancellationToken.None);
        status.Say("late words");
        await status.PauseAsync(CancellationToken.None);
        var until = _clock.GetUtcNow() + TimeSpan.FromMinutes(5);
        await _clock.AdvanceUntilAsync(() => _clock.GetUtcNow() >= until, TimeSpan.FromSeconds(10));
        Assert.Single(_platform.Calls, c => c.Message is { Kind: OutboundKind.Status, IsFinal: true });
        Assert.DoesNotContain(_platform.Texts, t => t.Contains("late words", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_news_the_time_goes_on_and_then_it_says_that_it_still_works()
    {
        await using var status = Open();
        status.Stage("Working", Cancel);
        await SeeAsync("Working");
        await SeeAsync("Working (1:00)");
        Assert.DoesNotContain(_platform.Texts, t => t.Contains("Still working", StringComparison.Ordinal));
        await SeeAsync("Still working");
        Assert.All(_platform.Calls, c => Assert.Equal([Cancel], c.Message.Buttons));
    }

    [Fact]
    public async Task A_look_at_the_progress_that_fails_is_made_up_by_the_next_one()
    {
        await using var status = Open();
        status.Stage("Working", Cancel);
        await SeeAsync("Working");
        var fails = true;
        var looks = 0;
        status.Follow(() => ++looks > 1 && fails ? throw new InvalidOperationException("not expected") : null);
        await _clock.AdvanceUntilAsync(() => looks > 2, TimeSpan.FromSeconds(1));
        fails = false;
        await SeeAsync("Working (1:");
    }

    [Fact]
    public async Task Progress_moves_between_two_polls_and_a_new_stage_has_none()
    {
        var since = _clock.GetUtcNow();
        await using var status = Open();
        status.Stage("Rendering", Cancel);
        status.Follow(() => (Math.Min(0.99, (_clock.GetUtcNow() - since).TotalSeconds / 100), TimeSpan.FromSeconds(30)));
        await SeeAsync("about 30 s left");
        var early = _platform.Calls[^1].Message.Progress;
        await _clock.AdvanceUntilAsync(() => _platform.Calls[^1].Message.Progress > 0.5, TimeSpan.FromSeconds(1));
        Assert.True(early < 0.5);
        status.Stage("Posting");
        await SeeAsync("Posting");
        Assert.Null(_platform.Calls[^1].Message.Progress);
    }

    [Fact]
    public async Task The_answer_so_far_stays_below_each_stage()
    {
        await using var status = Open();
        status.Say("So far.");
        await SeeAsync("So far.");
        status.Stage("Working");
        await SeeAsync("Working\n\nSo far.");
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(101, 2)]
    public async Task Of_an_answer_over_the_limit_the_rest_is_returned_and_its_buttons_go_with_it(int length, int pieces)
    {
        await using var status = Open();
        var rest = await FinishAsync(status, new string('x', length), Cancel);
        Assert.Equal(pieces - 1, rest!.Count);
        Assert.Equal(new string('x', length), _platform.Texts.Last() + string.Concat(rest));
        Assert.Equal(pieces == 1 ? 1 : 0, _platform.Calls[^1].Message.Buttons.Count);
    }

    [Fact]
    public async Task Intermediate_text_over_the_limit_is_shortened_as_the_platform_measures()
    {
        _platform.Measure = t => t.Length * 2;
        await using var status = Open();
        status.Say(new string('x', 51));
        await SeeAsync("…");
        Assert.InRange(_platform.Measure(_platform.Texts.Last()), 80, 100);
    }

    [Fact]
    public async Task An_answer_that_the_chat_refuses_is_reported_as_not_shown()
    {
        _platform.Answer(new DeliveryResult.Refused("no rights"));
        await using var status = Open();
        Assert.Null(await FinishAsync(status, "the end"));
    }

    [Fact]
    public async Task Without_stage_or_words_nothing_is_posted()
    {
        await using var status = Open();
        var until = _clock.GetUtcNow() + TimeSpan.FromMinutes(1);
        await _clock.AdvanceUntilAsync(() => _clock.GetUtcNow() >= until, TimeSpan.FromSeconds(10));
        Assert.Empty(_platform.Calls);
    }

    private LiveStatus Open()
    {
        var posted = new PostedStatus(
            _platform, ScriptedPlatform.Room, _platform.Limits, "received", null, null, null, _ => Task.CompletedTask, NullLogger.Instance);
        var message = new StatusMessage(posted, _platform.Limits, _clock, NullLogger.Instance, CancellationToken.None);
        return new LiveStatus(message, _platform, _platform.Limits, Texts.For("en"), new LiveStatusOptions(), _clock, NullLogger.Instance);
    }

    private Task<IReadOnlyList<string>?> FinishAsync(LiveStatus status, string text, params Button[] buttons) =>
        _clock.AdvanceUntilAsync(status.FinishAsync(new Answer(text, buttons)), TimeSpan.FromSeconds(1));

    private Task SeeAsync(string text) =>
        _clock.AdvanceUntilAsync(() => _platform.Texts.Any(t => t.Contains(text, StringComparison.Ordinal)), TimeSpan.FromSeconds(1));
}
