using System.Text.Json.Nodes;
using NemoBot.Core.Platforms;
using NemoBot.Tests.Telegram.StandIn;
using Xunit;

namespace NemoBot.Tests.Telegram;

/// <summary>Groups, topics, moves, and the ends of chats.</summary>
public sealed class GroupTests : TelegramTest
{
    private const string Me = "@" + TelegramStandIn.BotName;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Server.AddChat(Group, "supergroup", isForum: true).Topics.Add(77);
    }

    [Theory]
    [InlineData("/help", "/help")]
    [InlineData("/Export" + Me + "  v2", "/export v2")]
    [InlineData("/make@nemotestbot  a *video*", "/make a *video*")]
    [InlineData("/start a2e-ai", "/start a2e-ai")]
    [InlineData("hey " + Me + " add a title", "hey  add a title")]
    [InlineData("😀😀 " + Me + ": yellow", "😀😀 : yellow")]
    [InlineData(Me, "/help")]
    [InlineData("/help@other_bot", null)]
    [InlineData("/make@other_bot ask " + Me, null)]
    [InlineData("/unknown", null)]
    [InlineData("what a day", null)]
    [InlineData("@NemoTestBotany is another", null)]
    public async Task Only_what_is_meant_for_the_bot_comes_through(string said, string? expected)
    {
        await StartAsync();
        Server.Say(Server.Compose(Group, said));
        Server.Say(Server.Compose(Ana, "end"));
        await SoonAsync(() => Sink.Messages.Any(m => m.Text == "end"));
        Assert.Equal(expected is null ? ["end"] : [expected, "end"], Sink.Messages.Select(m => m.Text));
        Assert.All(Sink.Messages.SkipLast(1), m => Assert.Equal((Key(Group), false, null, $"{Group}"), (m.Conversation, m.IsPrivate, m.IsAdministrator, m.Server)));
        Assert.Null(Sink.Messages.Last().Server);
    }

    [Fact]
    public async Task Files_are_taken_up_by_replies_in_both_directions()
    {
        await StartAsync();
        var status = Delivered(await SendAsync(Key(Group), "Send me a file"));
        var file = Server.AddFile("talk.mp3", "audio/mpeg", [1]);
        var unseen = TelegramStandIn.With(Server.Compose(Group, user: 13, name: "Bo"), "audio", file);
        var command = Server.Compose(Group, "/make a waveform video");
        command["reply_to_message"] = unseen;
        Server.Say(command);
        var taken = await Sink.NextAsync(Stop);
        Assert.Equal(("/make a waveform video", "talk.mp3", "Ana"), (taken.Text, Assert.Single(taken.Attachments).Name, taken.Author.Name));
        var answer = TelegramStandIn.With(Server.Compose(Group), "audio", file, "and this");
        answer["reply_to_message"] = Server.Quote(Group, long.Parse(status.MessageId));
        Server.Say(answer);
        var second = await Sink.NextAsync(Stop);
        Assert.Equal(("and this", 1), (second.Text, second.Attachments.Count));
        var mention = Server.Compose(Group, Me + " loop it");
        mention["reply_to_message"] = TelegramStandIn.With(Server.Quote(Group, long.Parse(status.MessageId)), "video", file);
        Server.Say(mention);
        Assert.Empty((await Sink.NextAsync(Stop)).Attachments);
    }

    [Fact]
    public async Task Topics_are_conversations_and_thread_ids_of_replies_are_not()
    {
        await StartAsync();
        Server.Say(In(Server.Compose(Group, "/status"), 77));
        Server.Say(In(Server.Compose(Group, "/status"), 4, isTopic: false));
        Server.Say(In(Server.Compose(Group, "/status"), 1));
        Server.Say(Server.Compose(Group, "/status"));
        await SoonAsync(() => Sink.Messages.Count == 4);
        Assert.Equal([Key(Group, 77), Key(Group), Key(Group), Key(Group)], Sink.Messages.Select(m => m.Conversation));
        Delivered(await SendAsync(Key(Group, 77), "in the topic"));
        Delivered(await SendAsync(Key(Group), "in General"));
        Assert.Equal([77, null], Server.Messages(Group).Select(m => m.Topic));
    }

    [Fact]
    public async Task The_message_that_opened_a_topic_is_no_reply_to_the_bot()
    {
        await StartAsync();
        var message = In(Server.Compose(Group, "just talking"), 77);
        message["reply_to_message"] = new JsonObject
        {
            ["message_id"] = 77,
            ["from"] = new JsonObject { ["id"] = TelegramStandIn.BotId, ["is_bot"] = true, ["first_name"] = "Nemo" },
            ["chat"] = new JsonObject { ["id"] = Group, ["type"] = "supergroup" },
            ["forum_topic_created"] = new JsonObject { ["name"] = "Videos", ["icon_color"] = 7322096 },
        };
        Server.Say(message);
        Server.Say(Server.Compose(Ana, "end"));
        Assert.Equal("end", (await Sink.NextAsync(Stop)).Text);
    }

    [Fact]
    public async Task A_deleted_topic_does_not_swallow_the_answer()
    {
        var sent = Delivered(await SendAsync(Key(Group, 78), "your video"));
        Assert.Equal(Key(Group, 78), sent.Conversation);
        Assert.Null(Assert.Single(Server.Messages(Group)).Topic);
    }

    [Fact]
    public async Task A_press_in_a_topic_finds_it_also_on_an_old_message()
    {
        await StartAsync();
        var sent = Delivered(await SendAsync(Key(Group, 77), "done", new Button("export:v3", "Export")));
        var id = Server.Press(Group, long.Parse(sent.MessageId), "Export", isOld: true);
        var press = await Sink.NextAsync(Stop);
        Assert.Equal((Key(Group, 77), "export:v3", sent.MessageId, "zh-hans"), (press.Conversation, press.ActionId, press.ActionMessageId, press.Language));
        await SoonAsync(() => Server.Answered.Contains(id));
    }

    [Fact]
    public async Task A_press_is_acknowledged_while_the_store_is_slow_and_counts_when_it_is_late()
    {
        await StartAsync();
        var sent = Delivered(await SendAsync(Key(Ana), "done", new Button("again", "Again")));
        using var store = new ManualResetEventSlim();
        Sink.OnPost = _ => store.Wait(TimeSpan.FromSeconds(20), Stop);
        var id = Server.Press(Ana, long.Parse(sent.MessageId), "Again");
        await SoonAsync(() => Server.Answered.Contains(id));
        store.Set();
        Assert.Equal("again", (await Sink.NextAsync(Stop)).ActionId);
        Server.Press(Ana, long.Parse(sent.MessageId), "Again", isExpired: true);
        Assert.Equal("again", (await Sink.NextAsync(Stop)).ActionId);
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup_takes_its_conversation_along()
    {
        Server.AddChat(-5, "group");
        Server.AddChat(-1005, "supergroup");
        var status = Delivered(await SendAsync(Key(-5), "Working"));
        await StartAsync();
        Server.AddChat(-5, "group").MovedTo = -1005;
        var sent = Delivered(await SendAsync(Key(-5), "Done"));
        Assert.Equal(Key(-1005), sent.Conversation);
        await SoonAsync(() => !Sink.Moves.IsEmpty);
        Bot.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(Key(-1005), Delivered(await EditAsync(status, "Done too", isFinal: true)).Conversation);
        Assert.Equal(["Done", "Done too"], Server.Messages(-1005).Select(m => m.Text));
        Assert.Equal((Key(-5), Key(-1005)), Assert.Single(Sink.Moves));
    }

    [Fact]
    public async Task The_notes_of_a_move_are_understood_from_both_sides()
    {
        Server.AddChat(-6, "group");
        Server.AddChat(-1006, "supergroup");
        await StartAsync();
        var from = Server.Compose(-6);
        from["migrate_to_chat_id"] = -1006;
        Server.Say(from);
        var to = Server.Compose(-1006);
        to["migrate_from_chat_id"] = -6;
        Server.Say(to);
        await SoonAsync(() => Sink.Moves.Count == 2);
        Assert.All(Sink.Moves, m => Assert.Equal((Key(-6), Key(-1006)), m));
        Delivered(await SendAsync(Key(-6), "follows"));
        Assert.Single(Server.Messages(-1006));
    }

    [Fact]
    public async Task Blocking_or_removing_ends_the_conversation()
    {
        await StartAsync();
        Server.ChangeMembership(Ana, "member", "kicked");
        await SoonAsync(() => Sink.Closed.Contains(Key(Ana)));
        Server.AddChat(-7, "group").Forbidden = "Forbidden: bot was kicked from the group chat";
        Assert.IsType<DeliveryResult.Gone>(await SendAsync(Key(-7), "hello?"));
        Assert.IsType<DeliveryResult.Gone>(await SendAsync(Key(-7), "hello??"));
        await SoonAsync(() => Sink.Closed.Contains(Key(-7)));
        Assert.Equal(2, Sink.Closed.Count);
        Assert.IsType<DeliveryResult.Gone>(await SendAsync(Key(-404), "no such chat"));
    }

    [Fact]
    public async Task Privacy_mode_is_explained_once_in_both_languages()
    {
        await StartAsync();
        Server.ChangeMembership(Group, "left", "member");
        await SoonAsync(() => Server.Messages(Group).Count == 1);
        Assert.Contains("reply to the file with /make", Server.Messages(Group)[0].Text, StringComparison.Ordinal);
        Assert.Contains("隐私模式", Server.Messages(Group)[0].Text, StringComparison.Ordinal);
        Server.ChangeMembership(Group, "member", "left");
        Server.ChangeMembership(Group, "left", "member");
        await SoonAsync(() => Server.Unconfirmed == 0);
        Assert.Single(Server.Messages(Group));
        var note = await ((IHelpNotes)Bot.Platform).GetHelpNoteAsync(Key(Group), "en", Stop);
        Assert.Contains("20 MB", note, StringComparison.Ordinal);
        Assert.Contains("privacy", note, StringComparison.Ordinal);
        Assert.DoesNotContain("privacy", await ((IHelpNotes)Bot.Platform).GetHelpNoteAsync(Key(Ana), "en", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrators_are_asked_for_once_a_minute()
    {
        Server.AddChat(-8, "supergroup").Members[31] = "administrator";
        var platform = (IAdministratorLookup)Bot.Platform;
        Assert.True(await platform.IsAdministratorAsync(Key(-8, 5), new Author("31", "Admin"), Stop));
        Assert.True(await platform.IsAdministratorAsync(Key(-8), new Author("31", "Admin"), Stop));
        Assert.False(await platform.IsAdministratorAsync(Key(-8), new Author("32", "Member"), Stop));
        Assert.True(await platform.IsAdministratorAsync(Key(Ana), new Author("11", "Ana"), Stop));
        Assert.Equal(2, Server.CallsTo("getChatMember").Count());
        Bot.Clock.Advance(TimeSpan.FromSeconds(61));
        await platform.IsAdministratorAsync(Key(-8), new Author("31", "Admin"), Stop);
        Assert.Equal(3, Server.CallsTo("getChatMember").Count());
    }

    [Fact]
    public async Task An_anonymous_administrator_speaks_as_the_group()
    {
        await StartAsync();
        var message = Server.Compose(Group, "/settings", user: 1087968824, name: "Group");
        message["from"]!["is_bot"] = true;
        message["sender_chat"] = new JsonObject { ["id"] = Group, ["type"] = "supergroup", ["title"] = "Video people" };
        Server.Say(message);
        Assert.True((await Sink.NextAsync(Stop)).IsAdministrator);
    }
}
