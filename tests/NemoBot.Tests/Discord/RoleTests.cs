using System.Text.Json.Nodes;
using NemoBot.Core.Platforms;
using Xunit;

namespace NemoBot.Tests.Discord;

/// <summary>Rights that are given to a role of a server.</summary>
public sealed class RoleTests : DiscordTest
{
    [Fact]
    public async Task A_role_is_chosen_with_the_settings_command()
    {
        var option = new JsonObject { ["name"] = "role", ["type"] = 8, ["value"] = "77" };
        Bot.Discord.Interact(Channel, 2, new JsonObject { ["id"] = "5", ["name"] = "settings", ["type"] = 1, ["options"] = new JsonArray(option) });
        Assert.Equal("/settings access role <@&77>", (await Sink.NextAsync(Stop)).Text);
        var settings = Bot.Discord.Rest.Commands!.First(c => (string)c!["name"]! == "settings")!;
        Assert.Equal([("setting", 3), ("role", 8)], settings["options"]!.AsArray().Select(o => ((string)o!["name"]!, (int)o["type"]!)));
    }

    [Theory]
    [InlineData("<@&77>", "Studio Crew")]
    [InlineData("studio crew", "Studio Crew")]
    [InlineData("@Studio Crew", "Studio Crew")]
    [InlineData("<@&900000000000000000>", "@everyone")]
    [InlineData("<@&78>", null)]
    [InlineData("nobody", null)]
    public async Task A_role_is_found_by_mention_and_by_name(string written, string? name)
    {
        Assert.Equal(name, (await Bot.Platform.FindGroupAsync(DiscordHarness.Key(Channel), written, Stop))?.Name);
        Assert.Null(await Bot.Platform.FindGroupAsync(DiscordHarness.Key(Bot.Discord.AddChannel(type: 1)), written, Stop));
    }

    [Theory]
    [InlineData("2000000000000000009", "77", true)]
    [InlineData("2000000000000000001", "77", false)]
    [InlineData("2000000000000000001", Guild, true)]
    public async Task Who_has_a_role_is_asked_when_it_matters(string user, string role, bool has) =>
        Assert.Equal(has, await Bot.Platform.IsInGroupAsync(DiscordHarness.Key(Channel), new Author(user, "Ana"), role, Stop));
}
