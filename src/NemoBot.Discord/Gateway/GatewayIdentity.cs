namespace NemoBot.Discord.Gateway;

/// <summary>What every shard needs to introduce itself.</summary>
/// <param name="Own">Who the bot is.</param>
/// <param name="Url">The gateway's address.</param>
/// <param name="Intents">The kinds of events that are wanted.</param>
/// <param name="Plan">The shards.</param>
/// <param name="OnEvent">Takes an event; the task ends when the event is on disk or of no interest.</param>
internal sealed record GatewayIdentity(OwnIdentity Own, string Url, int Intents, ShardPlan Plan, Func<GatewayEvent, Task> OnEvent);
