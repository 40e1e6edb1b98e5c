using System.Text.Json;

namespace NemoBot.Discord.Gateway;

/// <summary>A dispatch of the gateway. The data is valid only until the handler's first await.</summary>
/// <param name="Shard">The shard that received it.</param>
/// <param name="Name">For example <c>MESSAGE_CREATE</c>.</param>
/// <param name="Data">The event's payload.</param>
internal sealed record GatewayEvent(int Shard, string Name, JsonElement Data);
