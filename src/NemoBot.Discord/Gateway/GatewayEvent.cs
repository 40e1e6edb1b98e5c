using System.Text.Json;

namespace NemoBot.Discord.Gateway;

/// <summary>A dispatch of the gateway; the data is valid only until the handler's first wait.</summary>
/// <param name="Shard">Which shard it came from.</param>
/// <param name="Name">For example <c>MESSAGE_CREATE</c>.</param>
/// <param name="Data">The event's object.</param>
internal sealed record GatewayEvent(int Shard, string Name, JsonElement Data);
