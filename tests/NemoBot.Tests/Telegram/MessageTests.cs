using NemoBot.Core.Platforms;
using Xunit;

namespace NemoBot.Tests.Telegram;

/// <summary>What the bot says: markup, replies, refusals.</summary>
public sealed class MessageTests : TelegramTest
{
    [Fact]
    public async Task A_parse_error_never_reaches_a_user()
    {
        Server.Override = (method, fields) => method is "sendMessage" or "editMessageText" && fields.ContainsKey("parse_mode")
            ? (400, """{"ok":false,"error_code":400,"description":"Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 1"}""")
            : null;
        var sent = Delivered(await SendAsync(Key(Ana), "a <x> & b"));
        Assert.Equal("a <x> & b", Assert.Single(Server.Messages(Ana)).Text);
        Bot.Clock.Advance(TimeSpan.FromSeconds(2));
        Delivered(await UntilDoneAsync(EditAsync(sent, "c <x>", isFinal: true)));
        Assert.Equal("c <x>", Assert.Single(Server.Messages(Ana)).Text);
    }

    [Fact]
    public async Task A_reply_hangs_below_its_message_and_survives_its_deletion()
    {
        var id = Server.Say(Server.Compose(Ana, "hello"));
        Delivered(await Bot.Platform.SendAsync(Key(Ana), new OutboundMessage { Text = "one", ReplyTo = id }, Stop));
        Delivered(await Bot.Platform.SendAsync(Key(Ana), new OutboundMessage { Text = "two", ReplyTo = "99999" }, Stop));
        Delivered(await Bot.Platform.SendAsync(Key(Ana), new OutboundMessage { Text = "three", ReplyTo = "press-17" }, Stop));
        Assert.Equal([long.Parse(id), null, null], Server.Messages(Ana).Select(m => m.ReplyTo));
        Assert.All(Server.CallsTo("sendMessage"), c => Assert.True((bool)c.Fields["link_preview_options"]!["is_disabled"]!));
    }

    [Fact]
    public async Task Names_in_a_text_ping_nobody_and_addresses_stay_whole()
    {
        const string text = "@ana said: mail ana@example.com, see https://example.com/@ana/x?a=1&b=2 @bob!";
        Delivered(await SendAsync(Key(Ana), text));
        var raw = Assert.Single(Server.Messages(Ana)).Text;
        Assert.Equal("@\u2060ana said: mail ana@example.com, see https://example.com/@ana/x?a=1&b=2 @\u2060bob!", raw);
        Assert.Equal(raw.Length, Bot.Platform.MeasureText(text));
    }

    [Fact]
    public async Task Half_a_surrogate_pair_does_not_break_a_message()
    {
        Delivered(await SendAsync(Key(Ana), "cut \ud83d here \udc00\0."));
        Assert.Equal("cut \uFFFD here \uFFFD .", Assert.Single(Server.Messages(Ana)).Text);
        Assert.IsType<DeliveryResult.Refused>(await SendAsync(Key(Ana), "  \n "));
    }

    [Fact]
    public async Task A_text_over_the_limit_is_refused_and_not_cut()
    {
        Assert.IsType<DeliveryResult.Refused>(await SendAsync(Key(Ana), new string('x', 4097)));
        Assert.Empty(Server.Messages(Ana));
    }

    [Fact]
    public async Task An_edit_without_an_answer_is_tried_again_and_then_owed()
    {
        var sent = Delivered(await SendAsync(Key(Ana), "Working"));
        Bot.Clock.Advance(TimeSpan.FromSeconds(2));
        var failures = 0;
        Server.Override = (method, _) => method == "editMessageText" && failures++ < 4 ? (502, "<html>Bad Gateway</html>") : null;
        Assert.IsType<DeliveryResult.RateLimited>(await UntilDoneAsync(EditAsync(sent, "50 %")));
        Bot.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(sent, Delivered(await UntilDoneAsync(EditAsync(sent, "100 %"))));
        Assert.Equal("100 %", Assert.Single(Server.Messages(Ana)).Text);
    }

    [Fact]
    public async Task The_words_below_a_video_can_be_edited_like_a_text()
    {
        using var folder = new VideoFolder();
        var sent = Delivered(await Bot.Platform.SendFileAsync(Key(Ana), folder.Video(), Stop));
        Bot.Clock.Advance(TimeSpan.FromSeconds(2));
        Delivered(await UntilDoneAsync(EditAsync(sent, "Timeline <changed>", isFinal: true)));
        var message = Assert.Single(Server.Messages(Ana));
        Assert.Equal(("Timeline <changed>", "video"), (message.Text, message.Kind));
        Assert.Empty(message.Buttons);
    }

    [Fact]
    public async Task Commands_are_registered_per_language_and_reader_and_only_when_changed()
    {
        await StartAsync();
        await SoonAsync(() => Bot.Cursors.Values.Keys.Any(k => k.StartsWith("telegram:commands", StringComparison.Ordinal)));
        Assert.Equal(9, Server.Commands.Count);
        Assert.Contains("connect", Server.Commands[("all_private_chats", "zh")]);
        Assert.DoesNotContain("connect", Server.Commands[("all_group_chats", "")]);
        Assert.DoesNotContain("settings", Server.Commands[("all_group_chats", "en")]);
        Assert.Contains("settings", Server.Commands[("all_chat_administrators", "")]);
        await Bot.RestartAsync(Sink, Stop);
        Server.Say(Server.Compose(Ana, "hi"));
        await Sink.NextAsync(Stop);
        Assert.Equal(9, Server.CallsTo("setMyCommands").Count());
    }

    [Fact]
    public async Task A_token_goes_to_connect_and_nowhere_else()
    {
        await StartAsync();
        var id = Server.Say(Server.Compose(Ana, "/connect nmv_usr_abc123"));
        await SoonAsync(() => Server.Messages(Ana).Count == 1);
        Assert.Equal((Key(Ana), "nmv_usr_abc123"), Assert.Single(Sink.Connected));
        Assert.Equal("Connected.", Server.Messages(Ana)[0].Text);
        Assert.Equal(long.Parse(id), (long)Server.CallsTo("deleteMessage").Single().Fields["message_id"]!);
        Server.Say(Server.Compose(Ana, "/connect"));
        await SoonAsync(() => Server.Messages(Ana).Count == 2);
        Assert.Contains("/connect", Server.Messages(Ana)[1].Text, StringComparison.Ordinal);
        Assert.Empty(Sink.Messages);
    }

    [Fact]
    public async Task A_token_in_a_group_or_in_plain_words_is_removed()
    {
        Server.AddChat(Group, "supergroup");
        await StartAsync();
        Server.Say(Server.Compose(Group, "/connect nmv_usr_abc123"));
        await SoonAsync(() => Server.Messages(Group).Count == 1);
        Assert.Contains("never post a token in a group", Server.Messages(Group)[0].Text, StringComparison.Ordinal);
        Assert.Contains("delete it yourself", Server.Messages(Group)[0].Text, StringComparison.Ordinal);
        Server.Say(Server.Compose(Ana, "use NMV_usr_abc123 for this video"));
        Assert.Equal("use *** for this video", (await Sink.NextAsync(Stop)).Text);
        Server.Say(Server.Compose(Ana, "nmv_usr_abc123"));
        await SoonAsync(() => Server.Messages(Ana).Count == 2);
        Assert.Empty(Sink.Connected);
        Assert.Single(Sink.Messages);
        Assert.DoesNotContain(Bot.Log, l => l.Contains("abc123", StringComparison.Ordinal));
        Assert.DoesNotContain(Bot.Cursors.Values.Values, v => v.Contains("abc123", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Labels_share_a_row_only_where_a_phone_shows_both_whole()
    {
        Button[] buttons = [new("a", "Fade in and out"), new("b", "Timeline"), new("c", "在波形上方加一个标题"), new("d", "时间线"), new("e", "撤销"), new("f", "导出视频")];
        Delivered(await SendAsync(Key(Ana), "done", buttons));
        var rows = Assert.Single(Server.Messages(Ana)).Keyboard!["inline_keyboard"]!.AsArray();
        Assert.Equal([2, 1, 2, 1], rows.Select(r => r!.AsArray().Count));
    }

    [Fact]
    public void Both_languages_say_everything() =>
        Assert.Equal(NemoBot.Telegram.Words.TelegramWords.Keys("en").Order(), NemoBot.Telegram.Words.TelegramWords.Keys("zh").Order());

    private Task<DeliveryResult> UntilDoneAsync(Task<DeliveryResult> call) => Bot.AdvancingAsync(call);
}
