using System.Text.Json.Nodes;
using NemoBot.Core.Platforms;
using NemoBot.Tests.Contracts;
using NemoBot.Tests.Discord.StandIn;
using Xunit;

namespace NemoBot.Tests.Discord;

/// <summary>Rights that are given to a role of a server.</summary>
public sealed class RoleTests : IAsyncLifetime
{
    private const string Guild = "900000000000000000";

    private readonly RecordingSink _sink = new();
    private DiscordHarness _bot = null!;
    private StandInChannel _channel = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bot = await DiscordHarness.CreateAsync();
        _channel = _bot.Discord.AddChannel(guild: Guild);
        await _bot.StartAsync(_sink, Stop);
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task A_role_is_chosen_with_the_settings_command()
    {
        var option = new JsonObject { ["name"] = "role", ["type"] = 8, ["value"] = "77" };
        _bot.Discord.Interact(_channel, 2, new JsonObject { ["id"] = "5", ["name"] = "settings", ["type"] = 1, ["options"] = new JsonArray(option) });
        Assert.Equal("/settings access role <@&77>", (await _sink.NextAsync(Stop)).Text);
        var settings = _bot.Discord.Rest.Commands!.First(c => (string)c!["name"]! == "settings")!;
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
        Assert.Equal(name, (await _bot.Platform.FindGroupAsync(DiscordHarness.Key(_channel), written, Stop))?.Name);
        Assert.Null(await _bot.Platform.FindGroupAsync(DiscordHarness.Key(_bot.Discord.AddChannel(type: 1)), written, Stop));
    }

    [Theory]
    [InlineData("2000000000000000009", "77", true)]
    [InlineData("2000000000000000001", "77", false)]
    [InlineData("2000000000000000001", Guild, true)]
    public async Task Who_has_a_role_is_asked_when_it_matters(string user, string role, bool has) =>
        Assert.Equal(has, await _bot.Platform.IsInGroupAsync(DiscordHarness.Key(_channel), new Author(user, "Ana"), role, Stop));
}
