using System.Text.Json.Nodes;
using NemoBot.Core.Platforms;
using NemoBot.Tests.Contracts;
using NemoBot.Tests.Discord.StandIn;
using Xunit;

namespace NemoBot.Tests.Discord;

/// <summary>The gateway: heartbeats, resuming, sessions, close codes.</summary>
public sealed class GatewayTests : IAsyncLifetime
{
    private readonly RecordingSink _sink = new();
    private DiscordHarness _bot = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bot = await DiscordHarness.CreateAsync();

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task It_introduces_itself_compressed_and_without_privileged_intents()
    {
        await _bot.StartAsync(_sink, Stop);
        var identify = _bot.Discord.Gateway.Received.First(r => (int)r["op"]! == 2)["d"]!;
        Assert.Equal((1 << 0) | (1 << 9) | (1 << 12), (int)identify["intents"]!);
        Assert.Equal("[0,1]", identify["shard"]!.ToJsonString());
        Assert.Contains("compress=zlib-stream", Assert.Single(_bot.Discord.Gateway.Queries), StringComparison.Ordinal);
        Assert.Contains(" @", " " + await _bot.Platform.GetHelpNoteAsync(_bot.Conversation, "zh", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_content_intent_is_asked_for_when_the_application_has_it()
    {
        _bot.Discord.Flags = 1 << 19;
        await _bot.StartAsync(_sink, Stop);
        var identify = _bot.Discord.Gateway.Received.First(r => (int)r["op"]! == 2)["d"]!;
        Assert.Equal(1 << 15, (int)identify["intents"]! & (1 << 15));
    }

    [Fact]
    public async Task Without_compression_it_works_too()
    {
        _bot.Options.Compress = false;
        await _bot.StartAsync(_sink, Stop);
        await _bot.SayAsync(_bot.Conversation, "hello", null, Stop);
        Assert.Equal("hello", (await _sink.NextAsync(Stop)).Text);
    }

    [Fact]
    public async Task A_connection_that_does_not_acknowledge_is_dead_and_the_session_goes_on()
    {
        await _bot.StartAsync(_sink, Stop);
        _bot.Discord.Gateway.Acknowledges = false;
        await _bot.Clock.AdvanceUntilAsync(() => !_bot.Discord.Gateway.Closed.IsEmpty, TimeSpan.FromSeconds(10));
        Assert.True(_bot.Discord.Gateway.Closed.TryPeek(out var code));
        Assert.NotEqual(1000, code);
        _bot.Discord.Gateway.Acknowledges = true;
        await _bot.Clock.AdvanceUntilAsync(() => _bot.Discord.Gateway is { Resumed: > 0, IsConnected: true }, TimeSpan.FromSeconds(1));
        await _bot.SayAsync(_bot.Conversation, "still here", null, Stop);
        Assert.Equal("still here", (await _sink.NextAsync(Stop)).Text);
        Assert.Equal(1, _bot.Discord.Gateway.Identified);
    }

    [Fact]
    public async Task It_beats_when_it_is_asked_to()
    {
        await _bot.StartAsync(_sink, Stop);
        _bot.Discord.Gateway.Send(1, null);
        await Until.TrueAsync(() => _bot.Discord.Gateway.Received.Any(r => (int)r["op"]! == 1 && (long?)r["d"] >= 1));
    }

    [Fact]
    public async Task A_beat_that_was_asked_for_just_before_a_regular_one_is_no_sign_of_death()
    {
        await _bot.StartAsync(_sink, Stop);
        _bot.Discord.Gateway.Acknowledges = false;
        _bot.Discord.Gateway.Send(1, null);
        await Until.TrueAsync(() => Beats() == 1);
        await _bot.Clock.AdvanceUntilAsync(() => Beats() == 2 || !_bot.Discord.Gateway.Closed.IsEmpty, TimeSpan.FromSeconds(1));
        Assert.Equal(2, Beats());
        int Beats() => _bot.Discord.Gateway.Received.Count(r => (int)r["op"]! == 1);
    }

    [Fact]
    public async Task A_session_that_ends_again_and_again_is_not_resumed_without_a_pause()
    {
        await _bot.StartAsync(_sink, Stop);
        await _bot.Discord.Gateway.CloseAsync(4000);
        await Until.TrueAsync(() => _bot.Discord.Gateway is { Resumed: 1, IsConnected: true });
        await _bot.Discord.Gateway.CloseAsync(4000);
        var ended = _bot.Clock.GetUtcNow();
        await _bot.Clock.AdvanceUntilAsync(() => _bot.Discord.Gateway.Resumed == 2, TimeSpan.FromSeconds(0.05));
        Assert.True(_bot.Clock.GetUtcNow() - ended >= _bot.Options.ReconnectDelay, "It came too early.");
    }

    [Theory]
    [InlineData(4003)]
    [InlineData(4007)]
    [InlineData(4009)]
    public async Task A_session_that_Discord_has_ended_is_not_resumed_but_started_anew(int why)
    {
        await _bot.StartAsync(_sink, Stop);
        await _bot.Discord.Gateway.CloseAsync(why);
        await _bot.Clock.AdvanceUntilAsync(() => _bot.Discord.Gateway is { Identified: 2, IsConnected: true }, TimeSpan.FromSeconds(1));
        Assert.Equal(0, _bot.Discord.Gateway.Resumed);
        await _bot.SayAsync(_bot.Conversation, "after it", null, Stop);
        Assert.Equal("after it", (await _sink.NextAsync(Stop)).Text);
    }

    [Fact]
    public async Task A_session_that_ends_while_nothing_can_be_stored_is_started_anew_too()
    {
        await _bot.StartAsync(_sink, Stop);
        _bot.Cursors.OnSet = (_, _) => throw new IOException("No space left on device");
        await _bot.Discord.Gateway.CloseAsync(4007);
        await _bot.Clock.AdvanceUntilAsync(() => _bot.Running.IsCompleted || _bot.Discord.Gateway is { Identified: 2, IsConnected: true }, TimeSpan.FromSeconds(1));
        _bot.Cursors.OnSet = (_, _) => { };
        Assert.False(_bot.Running.IsCompleted);
    }

    [Fact]
    public async Task Heartbeats_go_on_at_the_interval_and_name_the_last_event()
    {
        await _bot.StartAsync(_sink, Stop);
        for (var count = 1; count <= 3; count++)
        {
            // The message follows the acknowledgement on the same connection: once it is here, the heartbeat has been acknowledged.
            await _bot.SayAsync(_bot.Conversation, "hello", null, Stop);
            await _sink.NextAsync(Stop);
            var expected = count;
            await _bot.Clock.AdvanceUntilAsync(() => Beats().Count == expected || !_bot.Discord.Gateway.Closed.IsEmpty, TimeSpan.FromSeconds(1));
        }

        Assert.Empty(_bot.Discord.Gateway.Closed);
        Assert.Equal([2, 3, 4], Beats());
        List<long?> Beats() => [.. _bot.Discord.Gateway.Received.Where(r => (int)r["op"]! == 1).Select(r => (long?)r["d"])];
    }

    [Fact]
    public async Task What_the_gateways_address_says_beyond_our_own_stays()
    {
        _bot.Discord.Rest.Before = async (http, path) =>
        {
            if (path != "gateway/bot")
            {
                return false;
            }

            var url = _bot.Discord.Address.Replace("http", "ws", StringComparison.Ordinal) + "/gateway?v=9&route=7";
            await StandInRest.OkAsync(http, new JsonObject { ["url"] = url, ["shards"] = 1 });
            return true;
        };
        await _bot.StartAsync(_sink, Stop);
        Assert.Equal("?route=7&v=10&encoding=json&compress=zlib-stream", Assert.Single(_bot.Discord.Gateway.Queries));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(4000)]
    [InlineData(4008)]
    [InlineData(1001)]
    public async Task A_connection_that_is_sent_away_resumes_and_misses_nothing(int why)
    {
        await _bot.StartAsync(_sink, Stop);
        await (why == 7 ? Task.Run(() => _bot.Discord.Gateway.Send(7, null), Stop) : _bot.Discord.Gateway.CloseAsync(why));
        await _bot.Clock.AdvanceUntilAsync(() => _bot.Discord.Gateway.Resumed >= 1, TimeSpan.FromSeconds(1));
        await _bot.SayAsync(_bot.Conversation, "after it", null, Stop);
        Assert.Equal("after it", (await _sink.NextAsync(Stop)).Text);
        Assert.Equal(1, _bot.Discord.Gateway.Identified);
    }

    [Fact]
    public async Task An_invalid_session_is_started_anew_and_missed_messages_are_read()
    {
        await _bot.StartAsync(_sink, Stop);
        await _bot.SayAsync(_bot.Conversation, "first", null, Stop);
        await _sink.NextAsync(Stop);
        await _bot.StopAsync();
        _bot.Discord.Gateway.Forget();
        _bot.Discord.Say(_bot.Chat, "while you were away", dispatch: false);
        _bot.Discord.Say(_bot.OtherChat, "never talked here", dispatch: false);
        await Restarted();
        Assert.Equal("while you were away", (await _sink.NextAsync(Stop)).Text);
        await Until.TrueAsync(() => _bot.Discord.Gateway.Identified == 2);
        Assert.Equal(2, _sink.Messages.Count);
    }

    [Fact]
    public async Task Work_that_is_taken_up_before_signing_in_does_not_hide_what_was_missed()
    {
        await _bot.StartAsync(_sink, Stop);
        await _bot.SayAsync(_bot.Conversation, "first", null, Stop);
        await _sink.NextAsync(Stop);
        await _bot.StopAsync();
        _bot.Discord.Gateway.Forget();
        _bot.Discord.Say(_bot.Chat, "while you were away", dispatch: false);
        _bot.Renew();
        await _bot.Platform.GetLimitsAsync(_bot.Conversation, Stop);
        var started = _bot.StartAsync(_sink, Stop);
        await _bot.Clock.AdvanceUntilAsync(WaitAsync(started), TimeSpan.FromSeconds(1));
        Assert.Equal("while you were away", (await _sink.NextAsync(Stop)).Text);
    }

    [Fact]
    public async Task Missed_messages_that_cannot_be_read_are_looked_for_again_and_later_ones_do_not_hide_them()
    {
        await _bot.StartAsync(_sink, Stop);
        await _bot.SayAsync(_bot.Conversation, "first", null, Stop);
        await _sink.NextAsync(Stop);
        await _bot.StopAsync();
        _bot.Discord.Gateway.Forget();
        _bot.Discord.Say(_bot.Chat, "while you were away", dispatch: false);
        var refused = 0;
        _bot.Discord.Rest.Before = async (http, path) =>
        {
            var isReading = http.Request.Method == "GET" && path.EndsWith("/messages", StringComparison.Ordinal);
            if (!isReading || Interlocked.Increment(ref refused) > 6)
            {
                return false;
            }

            await StandInRest.ErrorAsync(http, 503, 0, "no");
            return true;
        };
        await Restarted();
        await _bot.SayAsync(_bot.Conversation, "later", null, Stop);
        Assert.Equal("later", (await _sink.NextAsync(Stop)).Text);
        var found = _sink.NextAsync(Stop);
        await _bot.Clock.AdvanceUntilAsync(found, TimeSpan.FromSeconds(1));
        Assert.Equal("while you were away", (await found).Text);
    }

    [Fact]
    public async Task What_came_in_while_the_process_was_away_is_replayed_by_the_resume()
    {
        await _bot.StartAsync(_sink, Stop);
        await _bot.SayAsync(_bot.Conversation, "first", null, Stop);
        await _sink.NextAsync(Stop);
        await _bot.StopAsync();
        await _bot.SayAsync(_bot.Conversation, "second", null, Stop);
        await Restarted();
        Assert.Equal("second", (await _sink.NextAsync(Stop)).Text);
        Assert.Equal((1, 1), (_bot.Discord.Gateway.Identified, _bot.Discord.Gateway.Resumed));
    }

    [Fact]
    public async Task A_session_is_written_down_as_soon_as_it_starts()
    {
        await _bot.StartAsync(_sink, Stop);
        await Until.TrueAsync(() => _bot.Cursors.Values.TryGetValue("discord.session.0", out var place) && place.Contains(" session", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_did_not_get_to_disk_comes_again()
    {
        await _bot.StartAsync(_sink, Stop);
        var tried = 0;
        _sink.OnPost = _ =>
        {
            Interlocked.Increment(ref tried);
            throw new IOException("No space left on device");
        };
        await _bot.SayAsync(_bot.Conversation, "precious", null, Stop);
        await _bot.SayAsync(_bot.Other, "also", null, Stop);
        await Until.TrueAsync(() => tried == 2);
        await _bot.StopAsync();
        _sink.OnPost = _ => { };
        await Restarted();
        var texts = new[] { (await _sink.NextAsync(Stop)).Text, (await _sink.NextAsync(Stop)).Text };
        Assert.Equal(["also", "precious"], texts.Order());
    }

    [Theory]
    [InlineData(4004, "Reset Token")]
    [InlineData(4010, "Shards")]
    [InlineData(4011, "Shards")]
    [InlineData(4012, "update")]
    [InlineData(4013, "update")]
    [InlineData(4014, "Message Content Intent")]
    public async Task A_final_close_code_ends_with_a_sentence(int code, string hint)
    {
        _bot.Discord.Gateway.IdentifyCloses = code;
        await _bot.StartAsync(_sink, Stop);
        var sentence = await Assert.ThrowsAsync<PlatformStartException>(() => _bot.Running.WaitAsync(TimeSpan.FromSeconds(20), Stop));
        Assert.Contains(hint, sentence.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(DiscordStandIn.Token, sentence.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_intent_that_is_not_switched_on_is_told_before_connecting()
    {
        _bot.Options.MessageContent = true;
        await _bot.StartAsync(_sink, Stop);
        await Assert.ThrowsAsync<PlatformStartException>(() => _bot.Running);
        Assert.Empty(_bot.Discord.Gateway.Queries);
    }

    [Fact]
    public async Task Shards_start_one_every_five_seconds()
    {
        _bot.Discord.Rest.GatewayBot["shards"] = 3;
        await _bot.StartAsync(_sink, Stop);
        Assert.Equal(1, _bot.Discord.Gateway.Identified);
        await _bot.Clock.AdvanceUntilAsync(() => _bot.Discord.Gateway.Identified == 3, TimeSpan.FromSeconds(1));
        var shards = _bot.Discord.Gateway.Received.Where(r => (int)r["op"]! == 2).Select(r => r["d"]!["shard"]!.ToJsonString());
        Assert.Equal(["[0,3]", "[1,3]", "[2,3]"], shards.Order());
        Assert.True(_bot.Clock.GetUtcNow() >= new DateTimeOffset(2026, 3, 1, 12, 0, 10, TimeSpan.Zero), "The third came too early.");
    }

    [Fact]
    public async Task No_session_is_started_when_the_day_has_none_left()
    {
        _bot.Discord.Rest.GatewayBot["session_start_limit"] = new JsonObject { ["total"] = 1000, ["remaining"] = 0, ["reset_after"] = 60_000, ["max_concurrency"] = 1 };
        var running = _bot.StartAsync(_sink, Stop);
        await Until.TrueAsync(() => !_bot.Discord.Gateway.Queries.IsEmpty);
        _bot.Discord.Rest.GatewayBot["session_start_limit"] = new JsonObject { ["total"] = 1000, ["remaining"] = 1000, ["reset_after"] = 60_000, ["max_concurrency"] = 1 };
        await _bot.Clock.AdvanceUntilAsync(() => _bot.Discord.Gateway.Identified == 1, TimeSpan.FromSeconds(5));
        Assert.True(_bot.Clock.GetUtcNow() >= new DateTimeOffset(2026, 3, 1, 12, 1, 0, TimeSpan.Zero), "It did not wait for the next day.");
        await running;
    }

    [Fact]
    public async Task Leaving_a_server_closes_its_conversations_and_an_outage_does_not()
    {
        var channel = _bot.Discord.AddChannel(guild: "900000000000000000");
        await _bot.StartAsync(_sink, Stop);
        _bot.Discord.Say(channel, $"<@{DiscordStandIn.Self}> hi");
        await _sink.NextAsync(Stop);
        _bot.Discord.Gateway.Dispatch("GUILD_DELETE", new JsonObject { ["id"] = channel.Guild, ["unavailable"] = true }, channel.Guild);
        _bot.Discord.Say(channel, $"<@{DiscordStandIn.Self}> still in");
        await _sink.NextAsync(Stop);
        Assert.Empty(_sink.Closed);
        _bot.Discord.Gateway.Dispatch("GUILD_DELETE", new JsonObject { ["id"] = channel.Guild }, channel.Guild);
        await Until.TrueAsync(() => !_sink.Closed.IsEmpty);
        Assert.Equal([DiscordHarness.Key(channel)], _sink.Closed);
    }

    private Task<bool> Restarted()
    {
        _bot.Renew();
        var started = _bot.StartAsync(_sink, Stop);
        return _bot.Clock.AdvanceUntilAsync(WaitAsync(started), TimeSpan.FromSeconds(1));
    }

    private static async Task<bool> WaitAsync(Task task)
    {
        await task;
        return true;
    }
}
