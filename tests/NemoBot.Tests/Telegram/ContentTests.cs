using System.Text.Json.Nodes;
using NemoBot.Core.Platforms;
using NemoBot.Tests.Telegram.StandIn;
using Xunit;

namespace NemoBot.Tests.Telegram;

/// <summary>What people send besides plain words and files of their own, and under whose name.</summary>
public sealed class ContentTests : TelegramTest
{
    private const string Me = "@" + TelegramStandIn.BotName;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Server.AddChat(Group, "supergroup");
    }

    [Theory]
    [InlineData("sticker")]
    [InlineData("location")]
    [InlineData("contact")]
    [InlineData("poll")]
    [InlineData("dice")]
    public async Task What_the_bot_cannot_use_is_answered_in_private_and_passed_over_in_groups(string kind)
    {
        await StartAsync();
        foreach (var chat in new[] { Group, Ana })
        {
            var message = Server.Compose(chat);
            message[kind] = new JsonObject { ["id"] = "1" };
            Server.Say(message);
        }

        var said = await Sink.NextAsync(Stop);
        Assert.Equal((Key(Ana), "", 0), (said.Conversation, said.Text, said.Attachments.Count));
    }

    [Fact]
    public async Task Notes_of_the_service_are_no_messages()
    {
        await StartAsync();
        var pinned = Server.Compose(Ana);
        pinned["pinned_message"] = Server.Compose(Ana, "old words");
        Server.Say(pinned);
        Server.Say(Server.Compose(Ana, "end"));
        Assert.Equal("end", (await Sink.NextAsync(Stop)).Text);
    }

    [Fact]
    public async Task Somebody_under_the_name_of_a_channel_is_heard_and_a_copied_post_is_not()
    {
        await StartAsync();
        var copy = AsChannel(Server.Compose(Group, Me + " new episode", user: 777000, name: "Telegram"));
        copy["is_automatic_forward"] = true;
        Server.Say(copy);
        var person = AsChannel(Server.Compose(Group, "/status", user: 136817688, name: "Channel"));
        person["from"]!["is_bot"] = true;
        Server.Say(person);
        var said = await Sink.NextAsync(Stop);
        Assert.Equal(("/status", "Daily Talk", "-1009", null), (said.Text, said.Author.Name, said.Author.Id, said.IsAdministrator));
        Assert.False(await ((IAdministratorLookup)Bot.Platform).IsAdministratorAsync(Key(Group), said.Author, Stop));
    }

    [Fact]
    public async Task A_file_of_another_chat_is_taken_up_by_answering_it()
    {
        await StartAsync();
        var message = Server.Compose(Ana, "a waveform video of this");
        message["external_reply"] = TelegramStandIn.With(
            new JsonObject { ["origin"] = new JsonObject { ["type"] = "hidden_user", ["sender_user_name"] = "Somebody", ["date"] = 1 } },
            "audio",
            Server.AddFile("talk.mp3", "audio/mpeg", [1]));
        Server.Say(message);
        Assert.Equal("talk.mp3", Assert.Single((await Sink.NextAsync(Stop)).Attachments).Name);
    }

    [Theory]
    [InlineData("make a video of example.com/a/talk.mp3 please", "make a video of https://example.com/a/talk.mp3 please")]
    [InlineData("https://example.com/talk.mp3", "https://example.com/talk.mp3")]
    [InlineData("title it example.com", "title it example.com")]
    public async Task An_address_without_its_beginning_is_one_all_the_same(string said, string expected)
    {
        await StartAsync();
        var message = Server.Compose(Ana, said);
        var at = said.IndexOf("example.com", StringComparison.Ordinal);
        var start = at >= 8 && said[..at].EndsWith("https://", StringComparison.Ordinal) ? at - 8 : at;
        var end = said.IndexOf(' ', at);
        message["entities"] = new JsonArray(
            new JsonObject { ["type"] = "url", ["offset"] = start, ["length"] = (end < 0 ? said.Length : end) - start });
        Server.Say(message);
        Assert.Equal(expected, (await Sink.NextAsync(Stop)).Text);
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup_is_not_greeted_again()
    {
        Server.AddChat(-6, "group");
        await StartAsync();
        Server.ChangeMembership(-6, "left", "member");
        await SoonAsync(() => Server.Messages(-6).Count == 1);
        var note = Server.Compose(Group);
        note["migrate_from_chat_id"] = -6;
        Server.Say(note);
        Server.ChangeMembership(Group, "left", "member");
        Server.Say(Server.Compose(Ana, "end"));
        await Sink.NextAsync(Stop);
        await SendAsync(Key(Group), "after it");
        Assert.Equal("after it", Assert.Single(Server.Messages(Group)).Text);
    }

    private static JsonObject AsChannel(JsonObject message)
    {
        message["sender_chat"] = new JsonObject { ["id"] = -1009, ["type"] = "channel", ["title"] = "Daily Talk" };
        return message;
    }
}
