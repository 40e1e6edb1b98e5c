using NemoBot.Core.Backend;
using NemoBot.Core.Homes;
using NemoBot.Core.Platforms;
using NemoBot.Core.Recovery;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;

namespace NemoBot.Hosting;

/// <summary>
/// <c>GET /health/ready</c>: a line for the store, the backend, each platform and each loop, and for the cluster
/// if the process is part of one. 503 while messages cannot be worked on: the
/// store or the backend does not answer, or no platform runs.
/// </summary>
internal static class Readiness
{
    private const string Fine = "ok";

    public static async Task<IResult> AnswerAsync(
        IBotStore store, BackendDirectory backends, LoopHealth loops, PlatformDirectory platforms, IEnumerable<IHealthLine> more, CancellationToken cancellationToken)
    {
        var ofStore = await AskAsync(store, cancellationToken).ConfigureAwait(false);
        var ofBackend = backends.Chosen.IsAvailable ? Fine : "does not answer";
        var ofPlatforms = platforms.All.Select(p => (p.Name, State: StateOf(p, loops))).ToList();
        var ofLoops = loops.Problems.Where(l => ofPlatforms.All(p => p.Name != l.Key)).Select(l => (l.Key, State: l.Value ?? Fine));
        var isReady = ofStore == Fine && ofBackend == Fine && ofPlatforms.Exists(p => p.State == Fine);
        List<(string Name, string State)> lines = [("store", ofStore), ($"backend {backends.Chosen.Traits.Name}", ofBackend), .. ofPlatforms, .. ofLoops, .. more.Select(l => (l.Name, l.State))];
        var text = string.Concat(lines.Select(l => $"\n{l.Name}: {l.State}"));
        return Results.Text((isReady ? "ready" : "not ready") + text, statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static string StateOf(IChatPlatform platform, LoopHealth loops) =>
        !loops.Problems.TryGetValue(platform.Name, out var problem) ? "starts" : (platform as IPlatformHealth)?.Problem ?? problem ?? Fine;

    private static async Task<string> AskAsync(IBotStore store, CancellationToken cancellationToken)
    {
        try
        {
            await store.GetCursorAsync("health", cancellationToken).ConfigureAwait(false);
            return Fine;
        }
        catch (StoreException)
        {
            return "does not answer";
        }
    }
}
