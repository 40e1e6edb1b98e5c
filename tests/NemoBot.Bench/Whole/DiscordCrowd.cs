using System.Text.Json.Nodes;
using NemoBot.Bench.Discord;
using NemoBot.Tests.Discord.StandIn;

namespace NemoBot.Bench.Whole;

/// <summary>Channels in many Discord servers, spoken in by mentioning the bot.</summary>
internal sealed class DiscordCrowd : ICrowd
{
    private readonly DiscordStandIn _server;
    private readonly List<StandInChannel> _channels;

    private DiscordCrowd(DiscordStandIn server, List<StandInChannel> channels) => (_server, _channels) = (server, channels);

    public Dictionary<string, string> Settings => new()
    {
        ["NEMOBOT__Discord__Token"] = DiscordStandIn.Token,
        ["NEMOBOT__Discord__ApiBaseUrl"] = _server.Api.AbsoluteUri,

        // The stand-in lets one and the same person speak everywhere.
        ["NEMOBOT__Budget__RequestsPerPerson"] = "0",
    };

    public bool IsReady => _server.Gateway.Identified > 0;

    public IEnumerable<string> Complaints => [];

    public static async Task<DiscordCrowd> StartAsync(int places, int guilds)
    {
        var server = await DiscordStandIn.StartAsync(TimeProvider.System);
        server.Gateway.Burst = (_, _) => Enumerable.Range(0, guilds).Select(i => ("GUILD_CREATE", (JsonNode)Guilds.Make(i)));
        return new DiscordCrowd(server, [.. Enumerable.Range(0, places).Select(i => server.AddChannel(guild: Guilds.Id(i % guilds)))]);
    }

    public void Say(int place, string text) => _server.Say(_channels[place], $"<@{DiscordStandIn.Self}> {text}");

    public (IReadOnlyList<string> Texts, int Files) Look(int place)
    {
        var own = _channels[place].Own();
        return ([.. own.Where(m => !HasFile(m)).Select(m => m["content"]!.ToString())], own.Count(HasFile));
    }

    public void Cut() => _server.Gateway.Drop();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static bool HasFile(JsonObject message) => message["attachments"] is JsonArray { Count: > 0 };
}
