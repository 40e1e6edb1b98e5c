using System.Text.Json.Nodes;
using NemoBot.Core.Platforms;
using NemoBot.Tests.Contracts;
using NemoBot.Tests.Discord.StandIn;
using Xunit;

namespace NemoBot.Tests.Discord;

/// <summary>One command has one answer, in the place where it says "thinking".</summary>
public sealed class AnswerTests : IAsyncLifetime
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
    public async Task A_short_answer_takes_the_place_of_the_command_and_can_be_edited_for_ever()
    {
        var command = Use("help");
        var answer = await AnswerAsync(command, "I can do this.");
        Assert.Equal(command.Original, answer.MessageId);
        Assert.Equal("I can do this.", (string)Assert.Single(_channel.Own())["content"]!);
        _bot.Clock.Advance(TimeSpan.FromMinutes(40));
        Assert.IsType<DeliveryResult.Delivered>(await _bot.Platform.EditAsync(answer, new OutboundMessage { Text = "Or that." }, Stop));
        Assert.Equal("Or that.", (string)Assert.Single(_channel.Own())["content"]!);
    }

    [Fact]
    public async Task A_command_that_nothing_is_said_to_is_shown_after_a_moment()
    {
        var command = Use("cancel");
        await _sink.NextAsync(Stop);
        await _bot.Clock.AdvanceUntilAsync(() => command.Original is not null, TimeSpan.FromSeconds(0.5));
        Assert.Equal("/cancel", (string)Assert.Single(_channel.Own())["content"]!);
    }

    [Fact]
    public async Task A_status_stands_on_its_own_below_the_command()
    {
        var command = Use("export");
        await _sink.NextAsync(Stop);
        await _bot.Platform.SendAsync(DiscordHarness.Key(_channel), new OutboundMessage { Kind = OutboundKind.Status, Text = "Rendering" }, Stop);
        await Until.TrueAsync(() => command.Original is not null);
        Assert.Equal(["/export", "Rendering"], _channel.Own().Select(m => (string)m["content"]!).Order());
    }

    [Fact]
    public async Task A_command_that_comes_again_leaves_its_answer_alone()
    {
        var command = Use("help");
        await AnswerAsync(command, "I can do this.");
        _bot.Discord.Gateway.Repeat("INTERACTION_CREATE");
        await Until.TrueAsync(() => _sink.Duplicates == 1);
        _bot.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.IsType<DeliveryResult.Delivered>(await _bot.Platform.SendAsync(DiscordHarness.Key(_channel), new OutboundMessage { Text = "Later" }, Stop));
        Assert.Equal(["I can do this.", "Later"], _channel.Own().Select(m => (string)m["content"]!));
    }

    private async Task<MessageRef> AnswerAsync(StandInInteraction command, string text)
    {
        await _sink.NextAsync(Stop);
        var sent = await _bot.Platform.SendAsync(DiscordHarness.Key(_channel), new OutboundMessage { Text = text, ReplyTo = command.Id }, Stop);
        return Assert.IsType<DeliveryResult.Delivered>(sent).Message;
    }

    private StandInInteraction Use(string name) =>
        _bot.Discord.Interact(_channel, 2, new JsonObject { ["id"] = "5", ["name"] = name, ["type"] = 1, ["options"] = new JsonArray() });
}
