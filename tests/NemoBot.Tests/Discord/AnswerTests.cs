using System.Text.Json.Nodes;
using NemoBot.Core.Platforms;
using NemoBot.Tests.Discord.StandIn;
using Xunit;

namespace NemoBot.Tests.Discord;

/// <summary>One command has one answer, in the place where it says "thinking".</summary>
public sealed class AnswerTests : DiscordTest
{
    [Fact]
    public async Task A_short_answer_takes_the_place_of_the_command_and_can_be_edited_for_ever()
    {
        var command = Use("help");
        var answer = await AnswerAsync(command, "I can do this.");
        Assert.Equal(command.Original, answer.MessageId);
        Assert.Equal("I can do this.", (string)Assert.Single(Channel.Own())["content"]!);
        Bot.Clock.Advance(TimeSpan.FromMinutes(40));
        Assert.IsType<DeliveryResult.Delivered>(await Bot.Platform.EditAsync(answer, new OutboundMessage { Text = "Or that." }, Stop));
        Assert.Equal("Or that.", (string)Assert.Single(Channel.Own())["content"]!);
    }

    [Fact]
    public async Task A_command_that_nothing_is_said_to_is_shown_after_a_moment()
    {
        var command = Use("cancel");
        await Sink.NextAsync(Stop);
        await Bot.Clock.AdvanceUntilAsync(() => command.Original is not null, TimeSpan.FromSeconds(0.5));
        Assert.Equal("/cancel", (string)Assert.Single(Channel.Own())["content"]!);
    }

    [Fact]
    public async Task A_status_stands_on_its_own_below_the_command()
    {
        var command = Use("export");
        await Sink.NextAsync(Stop);
        await Bot.Platform.SendAsync(DiscordHarness.Key(Channel), new OutboundMessage { Kind = OutboundKind.Status, Text = "Rendering" }, Stop);
        await Until.TrueAsync(() => command.Original is not null);
        Assert.Equal(["/export", "Rendering"], Channel.Own().Select(m => (string)m["content"]!).Order());
    }

    [Fact]
    public async Task A_command_that_comes_again_leaves_its_answer_alone()
    {
        var command = Use("help");
        await AnswerAsync(command, "I can do this.");
        Bot.Discord.Gateway.Repeat("INTERACTION_CREATE");
        await Until.TrueAsync(() => Sink.Duplicates == 1);
        Bot.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.IsType<DeliveryResult.Delivered>(await Bot.Platform.SendAsync(DiscordHarness.Key(Channel), new OutboundMessage { Text = "Later" }, Stop));
        Assert.Equal(["I can do this.", "Later"], Channel.Own().Select(m => (string)m["content"]!));
    }

    private async Task<MessageRef> AnswerAsync(StandInInteraction command, string text)
    {
        await Sink.NextAsync(Stop);
        var sent = await Bot.Platform.SendAsync(DiscordHarness.Key(Channel), new OutboundMessage { Text = text, ReplyTo = command.Id }, Stop);
        return Assert.IsType<DeliveryResult.Delivered>(sent).Message;
    }

    private StandInInteraction Use(string name) =>
        Bot.Discord.Interact(Channel, 2, new JsonObject { ["id"] = "5", ["name"] = name, ["type"] = 1, ["options"] = new JsonArray() });
}
