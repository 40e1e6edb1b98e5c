using System.Collections.Concurrent;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;
using NemoBot.Tests.Discord.StandIn;
using Xunit;

namespace NemoBot.Tests.Discord;

/// <summary>Buckets, waits, repetitions and what is final.</summary>
public sealed class RestTests : IAsyncLifetime
{
    private DiscordHarness _bot = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bot = await DiscordHarness.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        _bot.Release();
        await _bot.Discord.DisposeAsync();
    }

    [Fact]
    public async Task A_full_bucket_is_not_asked_again_before_it_is_reset()
    {
        var times = new ConcurrentQueue<DateTimeOffset>();
        _bot.Discord.Rest.Before = (http, path) =>
        {
            if (path.EndsWith("/messages", StringComparison.Ordinal))
            {
                times.Enqueue(_bot.Clock.GetUtcNow());
                http.Response.Headers["X-RateLimit-Bucket"] = "abcd";
                http.Response.Headers["X-RateLimit-Limit"] = "2";
                http.Response.Headers["X-RateLimit-Remaining"] = times.Count % 2 == 1 ? "1" : "0";
                http.Response.Headers["X-RateLimit-Reset-After"] = "5.000";
            }

            return Task.FromResult(false);
        };
        await SendAsync("1");
        await SendAsync("2");
        var third = SendAsync("3");
        Assert.Equal(2, times.Count);
        Assert.IsType<DeliveryResult.Delivered>(await _bot.Platform.SendAsync(_bot.Other, new OutboundMessage { Text = "another bucket" }, Stop));
        await _bot.Clock.AdvanceUntilAsync(third, TimeSpan.FromSeconds(1));
        Assert.True(times.Last() - times.First() >= TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_message_whose_conversation_is_lost_while_it_waits_is_not_sent()
    {
        _bot.Discord.Rest.Before = (http, path) =>
        {
            http.Response.Headers["X-RateLimit-Bucket"] = "abcd";
            http.Response.Headers["X-RateLimit-Limit"] = "1";
            http.Response.Headers["X-RateLimit-Remaining"] = "0";
            http.Response.Headers["X-RateLimit-Reset-After"] = "5.000";
            return Task.FromResult(false);
        };
        await SendAsync("1");
        var lost = false;
        var late = _bot.Platform.SendAsync(
            _bot.Conversation, new OutboundMessage { Text = "2", BeforeSend = _ => lost ? Task.FromException(new LaneLostException()) : Task.CompletedTask }, Stop);
        await Until.TrueAsync(() => _bot.Clock.HasScheduled(TimeSpan.FromSeconds(5)));
        lost = true;
        await _bot.Clock.AdvanceUntilAsync(() => late.IsCompleted, TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<LaneLostException>(() => late);
        Assert.Single(_bot.Discord.Requests);
        await _bot.Clock.AdvanceUntilAsync(SendAsync("3"), TimeSpan.FromSeconds(1));
        Assert.Equal(2, _bot.Discord.Requests.Count);
    }

    [Fact]
    public async Task A_429_is_waited_for_as_exactly_as_it_says()
    {
        var limited = 0;
        _bot.Discord.Rest.Before = async (http, path) =>
        {
            if (Interlocked.Increment(ref limited) > 1)
            {
                return false;
            }

            await StandInRest.LimitAsync(http, TimeSpan.FromSeconds(2.5), "shared");
            return true;
        };
        var started = _bot.Clock.GetUtcNow();
        await _bot.Clock.AdvanceUntilAsync(SendAsync("hello"), TimeSpan.FromSeconds(0.25));
        Assert.True(_bot.Clock.GetUtcNow() - started >= TimeSpan.FromSeconds(2.5), "It came too early.");
        Assert.Equal(2, _bot.Discord.Requests.Count);
    }

    [Fact]
    public async Task The_global_limit_holds_everything_but_interactions()
    {
        var limited = 0;
        _bot.Discord.Rest.Before = async (http, path) =>
        {
            if (!path.StartsWith("channels", StringComparison.Ordinal) || Interlocked.Increment(ref limited) > 1)
            {
                return false;
            }

            await StandInRest.LimitAsync(http, TimeSpan.FromSeconds(20), "global");
            return true;
        };
        var first = SendAsync("hello");
        await Until.TrueAsync(() => limited == 1 && _bot.Clock.HasScheduled(TimeSpan.FromSeconds(20)));
        var status = await _bot.Platform.EditAsync(new MessageRef(_bot.Other, "1"), new OutboundMessage { Text = "50 %" }, Stop);
        Assert.IsType<DeliveryResult.RateLimited>(status);
        Assert.Single(_bot.Discord.Requests);
        await _bot.Clock.AdvanceUntilAsync(first, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_limit_of_the_edge_which_answers_without_json_holds_the_address()
    {
        var limited = 0;
        _bot.Discord.Rest.Before = async (http, _) =>
        {
            if (Interlocked.Increment(ref limited) > 1)
            {
                return false;
            }

            http.Response.StatusCode = 429;
            http.Response.Headers.RetryAfter = "20";
            await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(http.Response, "error code: 1015", Stop);
            return true;
        };
        var first = SendAsync("hello");
        await Until.TrueAsync(() => limited == 1 && _bot.Clock.HasScheduled(TimeSpan.FromSeconds(20)));
        var status = await _bot.Platform.EditAsync(new MessageRef(_bot.Other, "1"), new OutboundMessage { Text = "50 %" }, Stop);
        Assert.IsType<DeliveryResult.RateLimited>(status);
        Assert.Single(_bot.Discord.Requests);
        await _bot.Clock.AdvanceUntilAsync(first, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Limits_are_told_while_Discord_is_silent()
    {
        var channel = _bot.Discord.AddChannel(guild: "900000000000000000");
        _bot.Discord.Rest.Before = (http, _) =>
        {
            http.Abort();
            return Task.FromResult(true);
        };
        var limits = await _bot.Clock.AdvanceUntilAsync(_bot.Platform.GetLimitsAsync(DiscordHarness.Key(channel), Stop).AsTask(), TimeSpan.FromSeconds(1));
        Assert.Equal(10 * 1024 * 1024, limits.UploadBytes);
    }

    [Fact]
    public async Task Fifty_requests_a_second_and_no_more()
    {
        var results = Task.WhenAll(Enumerable.Range(0, 120).Select(i =>
            _bot.Platform.SendAsync(DiscordHarness.Key(_bot.Discord.AddChannel(type: 1)), new OutboundMessage { Text = "hello" }, Stop)));
        await Until.TrueAsync(() => _bot.Discord.Channels.Values.Count(c => c.Own().Count == 1) >= 50);
        Assert.Equal(50, _bot.Discord.Requests.Count);
        await _bot.Clock.AdvanceUntilAsync(results, TimeSpan.FromSeconds(1));
        Assert.All(await results, r => Assert.IsType<DeliveryResult.Delivered>(r));
    }

    [Theory]
    [InlineData(403, 50001)]
    [InlineData(403, 50013)]
    [InlineData(403, 50007)]
    [InlineData(404, 10003)]
    public async Task What_is_final_is_asked_once(int status, int code)
    {
        _bot.Discord.Rest.Before = async (http, _) =>
        {
            await StandInRest.ErrorAsync(http, status, code, "no");
            return true;
        };
        Assert.IsType<DeliveryResult.Gone>(await SendAsync("hello"));
        Assert.Single(_bot.Discord.Requests);
    }

    [Fact]
    public async Task A_refused_token_is_not_tried_again()
    {
        _bot.Options.Token = "wrong";
        Assert.IsType<DeliveryResult.Refused>(await SendAsync("hello"));
        Assert.IsType<DeliveryResult.Refused>(await SendAsync("hello"));
        Assert.Single(_bot.Discord.Requests);
    }

    [Fact]
    public async Task Refusals_are_counted_and_the_bot_holds_still_long_before_the_ban()
    {
        _bot.Options.InvalidRequestLimit = 5;
        _bot.Chat.Refusal = 50013;
        for (var i = 0; i < 10; i++)
        {
            await SendAsync("hello");
        }

        Assert.IsType<DeliveryResult.RateLimited>(await SendAsync("hello"));
        Assert.Equal(5, _bot.Discord.Requests.Count);
        _bot.Chat.Refusal = 0;
        _bot.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.IsType<DeliveryResult.Delivered>(await SendAsync("again"));
    }

    [Fact]
    public async Task A_create_whose_answer_was_lost_is_repeated_and_stands_once()
    {
        var lost = 0;
        _bot.Discord.Rest.After = http =>
        {
            if (Interlocked.Increment(ref lost) == 1)
            {
                http.Abort();
            }
        };
        var sent = await _bot.Clock.AdvanceUntilAsync(SendAsync("only once"), TimeSpan.FromSeconds(0.5));
        Assert.IsType<DeliveryResult.Delivered>(sent);
        Assert.Single(_bot.Chat.Own());
        Assert.Equal(2, _bot.Discord.Requests.Count);
    }

    [Fact]
    public async Task A_failing_server_is_tried_again_a_few_times_and_leaves_a_message_in_doubt()
    {
        _bot.Discord.Rest.Before = (http, _) =>
        {
            http.Response.StatusCode = 502;
            return Task.FromResult(true);
        };
        var result = await _bot.Clock.AdvanceUntilAsync(SendAsync("hello"), TimeSpan.FromSeconds(1));
        Assert.IsType<DeliveryResult.Unknown>(result);
        Assert.Equal(5, _bot.Discord.Requests.Count);
    }

    [Theory]
    [InlineData(30046)]
    [InlineData(10008)]
    public async Task An_edit_that_cannot_be_made_becomes_a_new_message(int code)
    {
        var sent = Assert.IsType<DeliveryResult.Delivered>(await SendAsync("Working")).Message;
        _bot.Chat.EditRefusal = code;
        var edited = await _bot.Platform.EditAsync(sent, new OutboundMessage { Text = "Done", IsFinal = true }, Stop);
        Assert.NotEqual(sent, Assert.IsType<DeliveryResult.Delivered>(edited).Message);
        Assert.Equal(["Working", "Done"], _bot.Chat.Own().Select(m => (string)m["content"]!));
    }

    [Fact]
    public async Task An_expired_address_is_renewed_by_reading_the_message()
    {
        var said = _bot.Discord.Say(_bot.Chat, "make", m => m["attachments"] = new System.Text.Json.Nodes.JsonArray(_bot.Discord.AddFile(_bot.Chat.Id, "a.mp3", "audio/mpeg", [1, 2, 3])), dispatch: false);
        var file = said["attachments"]![0]!;
        var attachment = new Attachment("a.mp3", "audio/mpeg", 3, $"{_bot.Chat.Id}|{said["id"]}|{file["id"]}|{file["url"]}");
        _bot.Clock.Advance(TimeSpan.FromDays(3));
        await using var stream = await _bot.Platform.OpenAsync(_bot.Conversation, attachment, Stop);
        var bytes = new byte[8];
        Assert.Equal(3, await stream.ReadAtLeastAsync(bytes, 3, cancellationToken: Stop));
        _bot.Chat.Messages.Clear();
        var gone = await Assert.ThrowsAsync<AttachmentException>(() => _bot.Platform.OpenAsync(_bot.Conversation, attachment, Stop));
        Assert.Equal(AttachmentProblem.Gone, gone.Problem);
    }

    [Theory]
    [InlineData(0, 10 * 1024 * 1024)]
    [InlineData(1, 10 * 1024 * 1024)]
    [InlineData(2, 50_000_000)]
    [InlineData(3, 100_000_000)]
    public async Task The_boost_tier_decides_the_largest_file(int tier, long bytes)
    {
        _bot.Discord.Rest.PremiumTier = tier;
        var channel = _bot.Discord.AddChannel(guild: "900000000000000000");
        var limits = await _bot.Platform.GetLimitsAsync(DiscordHarness.Key(channel), Stop);
        Assert.Equal((bytes, true), (limits.UploadBytes, limits.IsGroup));
    }

    [Theory]
    [InlineData("2000000000000000008", true)]
    [InlineData("2000000000000000009", true)]
    [InlineData("2000000000000000001", false)]
    public async Task Owners_and_those_who_manage_channels_administer(string user, bool administers)
    {
        var channel = _bot.Discord.AddChannel(guild: "900000000000000000");
        Assert.Equal(administers, await _bot.Platform.IsAdministratorAsync(DiscordHarness.Key(channel), new Author(user, "Ana"), Stop));
    }

    private Task<DeliveryResult> SendAsync(string text) => _bot.Platform.SendAsync(_bot.Conversation, new OutboundMessage { Text = text }, Stop);
}
