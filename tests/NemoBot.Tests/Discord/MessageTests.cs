using System.Text.Json.Nodes;
using NemoBot.Tests.Discord.StandIn;
using Xunit;

namespace NemoBot.Tests.Discord;

/// <summary>Which messages are meant for the bot, and what they say.</summary>
public sealed class MessageTests : DiscordTest
{
    [Fact]
    public async Task Only_mentions_replies_and_private_messages_are_meant_for_it()
    {
        Bot.Discord.Say(Channel, "talk among ourselves");
        Bot.Discord.Say(Channel, $"<@{DiscordStandIn.Self}> I am a bot", m => m["author"]!["bot"] = true);
        Bot.Discord.Say(Channel, "", m => m["referenced_message"] = Own());
        Bot.Discord.Say(Channel, "make it yellow", m => m["referenced_message"] = Own());
        Bot.Discord.Say(Channel, $"hey <@{DiscordStandIn.Self}>  add <@2000000000000000003> <:fire:123> <#77> <@&78>", m =>
            m["mentions"]!.AsArray().Add(new JsonObject { ["id"] = "2000000000000000003", ["global_name"] = "Bo" }));
        var message = await Sink.NextAsync(Stop);
        Assert.Equal(("make it yellow", Guild), (message.Text, message.Server));
        Assert.Equal("hey add @Bo :fire:", (await Sink.NextAsync(Stop)).Text);
        Assert.Equal(2, Sink.Messages.Count);
    }

    [Fact]
    public async Task Escapes_are_read_as_the_signs_that_people_see()
    {
        Bot.Discord.Say(Channel, $"<@{DiscordStandIn.Self}> title 'AC\\_DC \\*live\\*' C:\\temp");
        Assert.Equal("title 'AC_DC *live*' C:\\temp", (await Sink.NextAsync(Stop)).Text);
    }

    [Fact]
    public async Task Several_files_are_one_message_and_an_answer_takes_the_files_it_answers()
    {
        var files = new JsonArray(Bot.Discord.AddFile(Channel.Id, "a.mp3", "audio/mpeg", [1]), Bot.Discord.AddFile(Channel.Id, "b.jpg", "image/jpeg", [2]));
        Bot.Discord.Say(Channel, $"<@{DiscordStandIn.Self}> video", m => m["attachments"] = files);
        Assert.Equal(["a.mp3", "b.jpg"], (await Sink.NextAsync(Stop)).Attachments.Select(a => a.Name));
        var song = Bot.Discord.Say(Channel, "my song", m => m["attachments"] = new JsonArray(Bot.Discord.AddFile(Channel.Id, "c.mp3", "audio/mpeg", [3])));
        Bot.Discord.Say(Channel, $"<@{DiscordStandIn.Self}> use that", m =>
        {
            m["type"] = 19;
            m["referenced_message"] = song.DeepClone();
        });
        var message = await Sink.NextAsync(Stop);
        Assert.Equal("c.mp3", Assert.Single(message.Attachments).Name);
        Assert.Contains((string)song["id"]!, message.Attachments[0].Reference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bare_mention_is_a_greeting_and_private_tokens_connect()
    {
        Bot.Discord.Say(Channel, $"<@{DiscordStandIn.Self}>");
        Assert.Equal("/start", (await Sink.NextAsync(Stop)).Text);
        Bot.Discord.Say(Bot.Chat, "/connect nmv_usr_secret");
        await Until.TrueAsync(() => Bot.Chat.Own().Count == 1);
        Assert.Equal("nmv_usr_secret", Assert.Single(Sink.Connected).Token);
        Assert.Single(Sink.Messages);
    }

    private static JsonObject Own() => new()
    {
        ["id"] = "5",
        ["type"] = 0,
        ["content"] = "Done",
        ["author"] = new JsonObject { ["id"] = DiscordStandIn.Self, ["username"] = "nemobot", ["bot"] = true },
    };
}
