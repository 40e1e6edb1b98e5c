using Microsoft.Extensions.Logging;
using NemoBot.Core.Storage;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Rest;

namespace NemoBot.Discord.Gateway;

/// <summary>All shards of this process.</summary>
internal sealed class DiscordGateway(DiscordApi api, IPlatformCursors cursors, DiscordOptions options, TimeProvider clock, ILoggerFactory logs)
{
    /// <summary>Runs the shards until cancelled, or until one of them can never work.</summary>
    /// <param name="identity">How the shards introduce themselves.</param>
    /// <param name="limit">How many sessions may be started.</param>
    /// <param name="drain">Returns when every event that came in has been dealt with.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task RunAsync(GatewayIdentity identity, Wire.WireSessionLimit? limit, Func<Task> drain, CancellationToken cancellationToken)
    {
        using var gate = new IdentifyGate(api, options, clock, logs.CreateLogger<IdentifyGate>());
        gate.Learn(limit);
        var shelf = new SessionShelf(cursors, options);
        var log = logs.CreateLogger<Shard>();
        var shards = identity.Plan.Shards.Select(n => new Shard(n, identity, gate, shelf, options, clock, log)).ToList();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = shards.Select(s => s.RunAsync(stop.Token)).ToList();
        try
        {
            await await Task.WhenAny(running);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(running).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            await drain();
            foreach (var shard in shards)
            {
                await shard.SaveAsync(CancellationToken.None);
            }
        }
    }
}
