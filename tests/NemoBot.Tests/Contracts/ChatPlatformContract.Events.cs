using NemoBot.Core.Platforms;
using Xunit;

namespace NemoBot.Tests.Contracts;

public abstract partial class ChatPlatformContract
{
    [Fact]
    public async Task What_people_say_reaches_the_sink_once_and_in_order()
    {
        Assert.SkipUnless(Harness.CanListen, "Nobody can say anything here.");
        var first = await Harness.SayAsync(Chat, "first <b>&", null, Stop);
        var second = await Harness.SayAsync(Chat, "/export v2", null, Stop);
        var one = await Sink.NextAsync(Stop);
        var two = await Sink.NextAsync(Stop);
        Assert.Equal((first, "first <b>&"), (one.MessageId, one.Text));
        Assert.Equal((second, "/export v2"), (two.MessageId, two.Text));
        Assert.Equal(Chat, one.Conversation);
        Assert.NotEmpty(one.Author.Id);
        Assert.NotEmpty(one.Author.Name);
        Assert.Equal(2, Sink.Messages.Count);
    }

    [Fact]
    public async Task A_message_handed_over_twice_keeps_its_id()
    {
        Assert.SkipUnless(Harness.CanListen && Harness.CanRedeliver, "Nothing is handed over twice here.");
        await Harness.SayAsync(Chat, "only once", null, Stop);
        await Sink.NextAsync(Stop);
        await Harness.RestartAsync(Sink, Stop);
        await Harness.RedeliverAsync(Stop);
        await Harness.SayAsync(Chat, "after it", null, Stop);
        Assert.Equal("after it", (await Sink.NextAsync(Stop)).Text);
        Assert.Equal(["only once", "after it"], Sink.Messages.Select(m => m.Text));
    }

    [Fact]
    public async Task A_long_button_id_comes_back_whole_also_after_a_restart()
    {
        Assert.SkipUnless(Harness.CanListen, "Nobody can press anything here.");
        var limits = await Platform.GetLimitsAsync(Chat, Stop);
        Assert.SkipUnless(limits.Buttons > 1, "There are no buttons here.");
        var id = "a:" + new string('z', 57) + "9";
        var sent = await SendAsync("What next?", new Button("x", "导出 & <export>"), new Button(id, new string('W', 40), ButtonStyle.Danger));
        Assert.Equal(["导出 & <export>", new string('W', 40)], Assert.Single(await SeenAsync()).Buttons);
        await Harness.RestartAsync(Sink, Stop);
        await Harness.PressAsync(sent, new string('W', 40), Stop);
        var press = await Sink.NextAsync(Stop);
        Assert.Equal((id, sent.MessageId, Chat), (press.ActionId, press.ActionMessageId, press.Conversation));
        Assert.NotEmpty(press.MessageId);
        Assert.NotEqual(sent.MessageId, press.MessageId);
    }

    [Fact]
    public async Task An_edit_without_buttons_removes_them()
    {
        Assert.SkipUnless((await Platform.GetLimitsAsync(Chat, Stop)).Buttons > 0, "There are no buttons here.");
        var sent = await SendAsync("Working", new Button("cancel:1", "Cancel", ButtonStyle.Danger));
        Assert.Equal(["Cancel"], Assert.Single(await SeenAsync()).Buttons);
        await EditableAsync();
        await EditAsync(sent, "Done");
        Assert.Empty(Assert.Single(await SeenAsync()).Buttons);
    }

    [Fact]
    public async Task A_limited_conversation_says_how_long_and_others_go_on()
    {
        Assert.SkipUnless(Harness.CanRateLimit, "Nothing is limited here.");
        var status = await SendAsync("Working");
        await EditableAsync();
        await Harness.RateLimitAsync(Chat, TimeSpan.FromSeconds(30), Stop);
        var result = await Platform.EditAsync(status, new OutboundMessage { Kind = OutboundKind.Status, Text = "50 %" }, Stop);
        Assert.InRange(Assert.IsType<DeliveryResult.RateLimited>(result).RetryAfter, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(31));
        var other = await Platform.SendAsync(Harness.Other, new OutboundMessage { Text = "hello" }, Stop);
        Assert.IsType<DeliveryResult.Delivered>(other);
        Assert.Equal("Working", Assert.Single(await SeenAsync()).Text);
        await Harness.PassAsync(TimeSpan.FromSeconds(31), Stop);
        Assert.Equal(status, await EditAsync(status, "Done"));
        Assert.Equal("Done", Assert.Single(await SeenAsync()).Text);
    }

    [Fact]
    public async Task A_conversation_without_the_bot_is_gone_and_others_go_on()
    {
        Assert.SkipUnless(Harness.CanRemoveBot, "The bot cannot be removed here.");
        await SendAsync("Working");
        await Harness.RemoveBotAsync(Chat, Stop);
        Assert.IsType<DeliveryResult.Gone>(await Platform.SendAsync(Chat, new OutboundMessage { Text = "still there?" }, Stop));
        var other = await Platform.SendAsync(Harness.Other, new OutboundMessage { Text = "hello" }, Stop);
        Assert.IsType<DeliveryResult.Delivered>(other);
    }
}
