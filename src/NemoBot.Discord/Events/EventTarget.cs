using NemoBot.Core.Platforms;
using NemoBot.Discord.Gateway;

namespace NemoBot.Discord.Events;

/// <summary>Where the events of one run of the platform go.</summary>
/// <param name="Sink">The engine's inbox.</param>
/// <param name="Queues">Keep the order of each channel.</param>
/// <param name="Plan">The shards of this process.</param>
/// <param name="Stopping">Cancelled when the run ends.</param>
internal sealed record EventTarget(IInboundSink Sink, ChannelQueues Queues, ShardPlan Plan, CancellationToken Stopping);
