using System.Text.Json.Nodes;
using NemoBot.Tests.Discord.StandIn;

namespace NemoBot.Tests.Host.Chaos;

/// <summary>A private channel on Discord.</summary>
internal sealed class DiscordChat(DiscordStandIn server, byte[] sound) : ChaosChat("discord")
{
    private readonly StandInChannel _channel = server.AddChannel(type: 1);

    /// <summary>Makes the channel known to the bot: what is said while it is away is found in channels that it knows.</summary>
    public void Greet() => server.Say(_channel, "/help");

    public bool IsGreeted => _channel.Own().Count > 0;

    public override Task SayAsync(string text, string tag)
    {
        Tags.Add(tag);
        var file = server.AddFile(_channel.Id, "talk.mp3", "audio/mpeg", sound);
        server.Say(_channel, text, m => m["attachments"] = new JsonArray(file));
        return Task.CompletedTask;
    }

    /// <summary>Without the answer to the greeting.</summary>
    public override Task<IReadOnlyList<ChaosReply>> ReadAsync() => Task.FromResult<IReadOnlyList<ChaosReply>>(
        [.. _channel.Own().Skip(1).Select(m => ChaosReply.Of(
            (string?)m["content"] ?? "",
            m["attachments"] is JsonArray { Count: > 0 },
            (m["components"] as JsonArray ?? []).SelectMany(r => r!["components"]!.AsArray()).Select(b => (string?)b!["custom_id"] ?? "")))]);
}
