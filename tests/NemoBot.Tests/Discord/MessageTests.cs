using System.Text.Json.Nodes;
using NemoBot.Tests.Contracts;
using NemoBot.Tests.Discord.StandIn;
using Xunit;

namespace NemoBot.Tests.Discord;

/// <summary>Which messages are meant for the bot, and what they say.</summary>
public sealed class MessageTests : IAsyncLifetime
{
    private readonly RecordingSink _sink = new();
    private DiscordHarness _bot = null!;
    private StandInChannel _channel = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bot = await DiscordHarness.CreateAsync();
        _channel = _bot.Discord.AddChannel(guild: "900000000000000000");
        await _bot.StartAsync(_sink, Stop);
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task Only_mentions_replies_and_private_messages_are_meant_for_it()
    {
        _bot.Discord.Say(_channel, "talk among ourselves");
        _bot.Discord.Say(_channel, $"<@{DiscordStandIn.Self}> I am a bot", m => m["author"]!["bot"] = true);
        _bot.Discord.Say(_channel, "", m => m["referenced_message"] = Own());
        _bot.Discord.Say(_channel, "make it yellow", m => m["referenced_message"] = Own());
        _bot.Discord.Say(_channel, $"hey <@{DiscordStandIn.Self}>  add <@2000000000000000003> <:fire:123> <#77> <@&78>", m =>
            m["mentions"]!.AsArray().Add(new JsonObject { ["id"] = "2000000000000000003", ["global_name"] = "Bo" }));
        Assert.Equal("make it yellow", (await _sink.NextAsync(Stop)).Text);
        Assert.Equal("hey add @Bo :fire:", (await _sink.NextAsync(Stop)).Text);
        Assert.Equal(2, _sink.Messages.Count);
    }

    [Fact]
    public async Task Several_files_are_one_message_and_an_answer_takes_the_files_it_answers()
    {
        var files = new JsonArray(_bot.Discord.AddFile(_channel.Id, "a.mp3", "audio/mpeg", [1]), _bot.Discord.AddFile(_channel.Id, "b.jpg", "image/jpeg", [2]));
        _bot.Discord.Say(_channel, $"<@{DiscordStandIn.Self}> video", m => m["attachments"] = files);
        Assert.Equal(["a.mp3", "b.jpg"], (await _sink.NextAsync(Stop)).Attachments.Select(a => a.Name));
        var song = _bot.Discord.Say(_channel, "my song", m => m["attachments"] = new JsonArray(_bot.Discord.AddFile(_channel.Id, "c.mp3", "audio/mpeg", [3])));
        _bot.Discord.Say(_channel, $"<@{DiscordStandIn.Self}> use that", m =>
        {
            m["type"] = 19;
            m["referenced_message"] = song.DeepClone();
        });
        var message = await _sink.NextAsync(Stop);
        Assert.Equal("c.mp3", Assert.Single(message.Attachments).Name);
        Assert.Contains((string)song["id"]!, message.Attachments[0].Reference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bare_mention_is_a_greeting_and_private_tokens_connect()
    {
        _bot.Discord.Say(_channel, $"<@{DiscordStandIn.Self}>");
        Assert.Equal("/start", (await _sink.NextAsync(Stop)).Text);
        _bot.Discord.Say(_bot.Chat, "/connect nmv_usr_secret");
        await Until.TrueAsync(() => _bot.Chat.Own().Count == 1);
        Assert.Equal("nmv_usr_secret", Assert.Single(_sink.Connected).Token);
        Assert.Single(_sink.Messages);
    }

    private static JsonObject Own() => new()
    {
        ["id"] = "5",
        ["type"] = 0,
        ["content"] = "Done",
        ["author"] = new JsonObject { ["id"] = DiscordStandIn.Self, ["username"] = "nemobot", ["bot"] = true },
    };
}
