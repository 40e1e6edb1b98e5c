using Microsoft.Extensions.Logging;
using NemoBot.Core.Homes;
using NemoBot.Core.Storage;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Supervision;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Gateway;

/// <summary>
/// All shards of this process: of several processes each shard runs in one. This is where a gateway client of a library would go in: it takes an identity and hands every event to
/// <see cref="GatewayIdentity.OnEvent"/>.
/// </summary>
internal sealed class DiscordGateway(
    IdentifyLimiter limiter, GatewaySessionStore sessions, ISoleWork sole, DiscordOptions options, HealthMonitor health, TimeProvider clock, ILogger<Shard> log)
{
    /// <summary>Runs the shards until cancelled, or until one of them can never connect.</summary>
    /// <param name="identity">How the shards identify.</param>
    /// <param name="limit">How many sessions may be started.</param>
    /// <param name="drain">Returns when every received event has been processed or abandoned.</param>
    /// <param name="cancellationToken">Stops the shards.</param>
    public async Task RunAsync(GatewayIdentity identity, WireSessionLimit? limit, Func<Task> drain, CancellationToken cancellationToken)
    {
        limiter.Update(limit);
        var shards = identity.Plan.Shards.Select(n => new Shard(n, identity, limiter, sessions, options, health, clock, log)).ToList();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = shards.Select(s => sole.RunAsync(GatewaySessionStore.Name(s.Number), s.RunAsync, stop.Token)).ToList();
        try
        {
            await await Task.WhenAny(running);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(running).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            await drain();
            foreach (var shard in shards.Where(s => s.HasRun))
            {
                await SaveAsync(shard);
            }
        }
    }

    /// <summary>A shard that another process runs by now has its position saved there.</summary>
    private static async Task SaveAsync(Shard shard)
    {
        try
        {
            await shard.SaveAsync(CancellationToken.None);
        }
        catch (LaneLostException)
        {
            // What was not acknowledged is delivered there again.
        }
    }
}
