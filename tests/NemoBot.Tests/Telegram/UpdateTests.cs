using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NemoBot.Core.Platforms;
using NemoBot.Telegram;
using NemoBot.Tests.Telegram.StandIn;
using Xunit;

namespace NemoBot.Tests.Telegram;

/// <summary>How updates get from the service to the disk.</summary>
public sealed class UpdateTests : TelegramTest
{
    [Fact]
    public async Task The_offset_moves_only_when_the_update_is_stored()
    {
        var failures = 0;
        Sink.OnPost = _ =>
        {
            if (failures++ < 3)
            {
                throw failures == 2 ? new TaskCanceledException("timed out") : new IOException("disk full");
            }
        };
        await StartAsync();
        Server.Say(Server.Compose(Ana, "keep me"));
        await SoonAsync(() => failures > 0);
        Assert.Equal(1, Server.Unconfirmed);
        Assert.Empty(Sink.Messages);
        await UntilAsync(() => !Sink.Messages.IsEmpty);
        await UntilAsync(() => Server.Unconfirmed == 0);
        Assert.Equal("keep me", Assert.Single(Sink.Messages).Text);
    }

    [Fact]
    public async Task What_came_while_the_bot_was_down_is_taken_up()
    {
        await StartAsync();
        Server.Say(Server.Compose(Ana, "one"));
        await Sink.NextAsync(Stop);
        await SoonAsync(() => Server.Unconfirmed == 0);
        await Bot.StopAsync();
        Server.Say(Server.Compose(Ana, "two"));
        Bot.Build();
        await StartAsync();
        Assert.Equal("two", (await Sink.NextAsync(Stop)).Text);
        Assert.Contains(Bot.Cursors.Values, c => c.Key == $"telegram:offset:{TelegramStandIn.BotId}");
    }

    [Fact]
    public async Task One_broken_update_does_not_stop_the_others()
    {
        await StartAsync();
        Server.Push("message", new JsonObject { ["message_id"] = "not a number", ["chat"] = new JsonObject { ["id"] = Ana, ["type"] = "private" } });
        Server.Push("message", JsonValue.Create(3));
        Server.Push("callback_query", new JsonObject());
        Server.Push("my_chat_member", new JsonObject());
        Server.Say(Server.Compose(Ana, "after them"));
        Assert.Equal("after them", (await Sink.NextAsync(Stop)).Text);
        await SoonAsync(() => Server.Unconfirmed == 0);
    }

    [Fact]
    public async Task An_update_that_can_never_be_stored_is_given_up_while_others_pass()
    {
        Sink.OnPost = m =>
        {
            if (m.Text == "poison")
            {
                throw new InvalidOperationException("cannot be stored");
            }
        };
        Server.Say(Server.Compose(Ana, "poison"));
        Server.Say(Server.Compose(Ben, "healthy"));
        await StartAsync();
        Assert.Equal("healthy", (await Sink.NextAsync(Stop)).Text);
        await UntilAsync(() => Server.Unconfirmed == 0, 1);
        Assert.Single(Sink.Messages);
        Assert.Contains(Bot.Log, l => l.StartsWith("Error", StringComparison.Ordinal) && l.Contains("Dropped update", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_webhook_that_is_still_set_is_removed()
    {
        Server.WebhookUrl = "https://old.example/hook";
        Server.Say(Server.Compose(Ana, "waiting"));
        await StartAsync();
        Assert.Equal("waiting", (await Sink.NextAsync(Stop)).Text);
        Assert.Null(Server.WebhookUrl);
        Assert.NotEqual(true, (bool?)Server.CallsTo("deleteWebhook").Single().Fields["drop_pending_updates"]);
    }

    [Fact]
    public async Task A_second_poller_is_named_and_waited_for()
    {
        var conflicts = 0;
        Server.Override = (method, _) => method == "getUpdates" && conflicts++ < 3
            ? (409, """{"ok":false,"error_code":409,"description":"Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"}""")
            : null;
        Server.Say(Server.Compose(Ana, "hello"));
        var start = StartAsync();
        await UntilAsync(() => !Sink.Messages.IsEmpty, 1);
        await start;
        Assert.Contains(Bot.Log, l => l.Contains("Another process uses the same Telegram bot token", StringComparison.Ordinal));
        var polls = Server.CallsTo("getUpdates").Select(c => c.At).Take(3).ToList();
        Assert.True(polls[1] - polls[0] >= TimeSpan.FromSeconds(10) && polls[2] - polls[1] >= TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_dead_connection_is_rebuilt_after_two_minutes()
    {
        Server.IsDead = true;
        await StartAsync();
        var begin = Bot.Clock.GetUtcNow();
        Server.Say(Server.Compose(Ana, "anybody there?"));
        await UntilAsync(() => Bot.Log.Any(l => l.Contains("No updates from Telegram", StringComparison.Ordinal)), 1);
        Assert.True(Bot.Clock.GetUtcNow() - begin >= TimeSpan.FromSeconds(119) && Bot.Clock.HasScheduled(TimeSpan.FromMinutes(2)));
        Server.IsDead = false;
        await UntilAsync(() => !Sink.Messages.IsEmpty, 1);
    }

    [Theory]
    [InlineData(429, """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7","parameters":{"retry_after":7}}""")]
    [InlineData(502, "<html><h1>502 Bad Gateway</h1></html>")]
    [InlineData(404, "<html><h1>404 Not Found</h1></html>")]
    [InlineData(401, "<html><h1>401 Authorization Required</h1></html>")]
    [InlineData(500, """{"ok":false,"error_code":500,"description":"Internal Server Error"}""")]
    [InlineData(200, """{"ok":true,"result":{}}""")]
    public async Task Polling_survives_what_the_service_answers(int status, string body)
    {
        var answers = 0;
        Server.Override = (method, _) => method == "getUpdates" && answers++ < 2 ? (status, body) : null;
        Server.Say(Server.Compose(Ana, "still here"));
        var start = StartAsync();
        await UntilAsync(() => !Sink.Messages.IsEmpty, 0.5);
        await start;
        Assert.Equal("still here", Assert.Single(Sink.Messages).Text);
    }

    [Fact]
    public async Task A_bad_token_stops_the_start_with_a_sentence()
    {
        Server.RefusesToken = true;
        var check = await Assert.ThrowsAsync<PlatformStartException>(() => Bot.Telegram.CheckAsync(Stop));
        var run = await Assert.ThrowsAsync<PlatformStartException>(() => Bot.Platform.RunAsync(Sink, Stop));
        Assert.All([check, run], e => Assert.Contains("NemoBot:Telegram:Token", e.Message, StringComparison.Ordinal));
        Assert.All([check, run], e => Assert.DoesNotContain("SECRET", e.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_token_there_is_no_platform()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Token", "  ")]).Build();
        Assert.Empty(new ServiceCollection().AddTelegram(settings));
    }

    [Fact]
    public async Task A_service_out_of_reach_neither_stops_the_start_nor_leaks_the_token()
    {
        await Server.DisposeAsync();
        await Bot.AdvancingAsync(Bot.Telegram.CheckAsync(Stop));
        var message = new OutboundMessage { Text = "hello" };
        Assert.IsType<DeliveryResult.RateLimited>(await Bot.AdvancingAsync(Bot.Platform.SendAsync(Key(Ana), message, Stop)));
        var edit = await Bot.AdvancingAsync(Bot.Platform.EditAsync(new MessageRef(Key(Ana), "5"), message, Stop));
        Assert.IsType<DeliveryResult.RateLimited>(edit);
        var file = new Attachment("a.mp3", null, 5, "id u");
        var error = await Assert.ThrowsAsync<AttachmentException>(() => Bot.AdvancingAsync(Bot.Platform.OpenAsync(Key(Ana), file, Stop)));
        Assert.Equal(AttachmentProblem.Unreachable, error.Problem);
        Assert.DoesNotContain("SECRET", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Bot.Log, l => l.Contains("SECRET", StringComparison.Ordinal));
    }
}
