namespace NemoBot.Discord.Gateway;

/// <summary>What every shard needs to identify.</summary>
/// <param name="Own">The bot.</param>
/// <param name="Url">The gateway's address.</param>
/// <param name="Intents">The requested kinds of events.</param>
/// <param name="Plan">The shards.</param>
/// <param name="OnEvent">Processes an event; the task completes when the event is on disk or irrelevant.</param>
internal sealed record GatewayIdentity(BotIdentity Own, string Url, int Intents, ShardPlan Plan, Func<GatewayEvent, Task> OnEvent);
