using Microsoft.Extensions.Logging.Abstractions;
using NemoBot.Core.Platforms;
using NemoBot.Core.Status;
using Xunit;

namespace NemoBot.Tests.Telegram;

/// <summary>The service does what it was asked, and its answer does not arrive.</summary>
public sealed class LostAnswerTests : TelegramTest
{
    private protected override void Configure(Dictionary<string, string?> settings) => settings["IdleTimeout"] = "00:01:00";

    [Theory]
    [InlineData(504)]
    [InlineData(502)]
    [InlineData(500)]
    [InlineData(200)]
    [InlineData(404)]
    public async Task A_lost_answer_to_a_text_is_unknown_and_costs_at_most_one_copy(int status)
    {
        Server.AnswerLost = method => method == "sendMessage" ? status : null;
        Assert.IsType<DeliveryResult.Unknown>(await SendAsync(Key(Ana), "once"));
        Assert.Single(Server.Messages(Ana));
        var engine = new Messenger(new PlatformDirectory([Bot.Platform]), Bot.Clock, NullLogger<Messenger>.Instance);
        Assert.IsType<DeliveryResult.Unknown>(await Bot.AdvancingAsync(engine.PersistAsync(() => SendAsync(Key(Ben), "twice"), Stop)));
        Assert.Equal(2, Server.Messages(Ben).Count);
    }

    [Fact]
    public async Task A_lost_answer_to_a_video_costs_at_most_one_copy()
    {
        using var folder = new VideoFolder();
        Server.AnswerLost = method => method == "sendVideo" ? 504 : null;
        var engine = new Messenger(new PlatformDirectory([Bot.Platform]), Bot.Clock, NullLogger<Messenger>.Instance);
        var sending = engine.PersistAsync(() => Bot.Platform.SendFileAsync(Key(Ana), folder.Video(), Stop), Stop);
        Assert.IsType<DeliveryResult.Unknown>(await Bot.AdvancingAsync(sending));
        Assert.Equal(2, Server.Messages(Ana).Count);
    }

    [Fact]
    public async Task One_lost_answer_is_repeated_once()
    {
        var lost = 0;
        Server.AnswerLost = method => method == "sendMessage" && lost++ == 0 ? 504 : null;
        var engine = new Messenger(new PlatformDirectory([Bot.Platform]), Bot.Clock, NullLogger<Messenger>.Instance);
        Delivered(await Bot.AdvancingAsync(engine.PersistAsync(() => SendAsync(Key(Ana), "words"), Stop)));
        Assert.Equal(2, Server.CallsTo("sendMessage").Count());
    }

    [Fact]
    public async Task A_lost_answer_to_an_edit_is_repeated_because_that_is_harmless()
    {
        var sent = Delivered(await SendAsync(Key(Ana), "0 %"));
        Bot.Clock.Advance(TimeSpan.FromSeconds(2));
        var lost = 0;
        Server.AnswerLost = method => method == "editMessageText" && lost++ < 2 ? 504 : null;
        Assert.Equal(sent, Delivered(await Bot.AdvancingAsync(EditAsync(sent, "100 %", isFinal: true))));
        Assert.Equal("100 %", Assert.Single(Server.Messages(Ana)).Text);
    }

    [Theory]
    [InlineData("""{"ok":true,"result":{"message_id":77,"chat":{"id":11,"type":"private"},"forward_origin":{"type":"from the future"}}}""", "77")]
    [InlineData("""{"ok":true,"result":{"message_id":"none"}}""", null)]
    [InlineData("""{"ok":true,"result":true}""", null)]
    [InlineData("""{"ok":true}""", null)]
    public async Task A_message_whose_echo_cannot_be_read_is_delivered_and_not_repeated(string body, string? id)
    {
        Server.Override = (method, _) => method == "sendMessage" ? (200, body) : null;
        var sent = Delivered(await SendAsync(Key(Ana), "words"));
        Assert.Single(Server.CallsTo("sendMessage"));
        Assert.Equal(id, id is null ? null : sent.MessageId);
        Server.Override = (_, _) => null;
        Bot.Clock.Advance(TimeSpan.FromSeconds(2));
        Delivered(await Bot.AdvancingAsync(EditAsync(sent, "newer words", isFinal: true)));
        Assert.Equal("newer words", Assert.Single(Server.Messages(Ana)).Text);
    }

    [Fact]
    public async Task The_service_has_time_for_a_file_after_its_last_byte_but_not_for_ever()
    {
        using var folder = new VideoFolder();
        var arrived = new TaskCompletionSource();
        var held = new TaskCompletionSource();
        Server.Delay = (method, _) =>
        {
            arrived.TrySetResult();
            return method == "sendVideo" ? held.Task : Task.CompletedTask;
        };
        var sending = Bot.Platform.SendFileAsync(Key(Ana), folder.Video(), Stop);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(20), Stop);
        Bot.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.False(sending.IsCompleted);
        Bot.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.IsType<DeliveryResult.Unknown>(await sending.WaitAsync(TimeSpan.FromSeconds(20), Stop));
        held.SetResult();
    }
}
