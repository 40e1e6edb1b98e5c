using NemoBot.Admin;
using NemoBot.Core.Homes;
using NemoBot.Core.Recovery;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;

namespace NemoBot.Hosting;

/// <summary>
/// <c>GET /health/ready</c>: a line for the store, the backend, each platform and each loop, and for the cluster if the process is part of one.
/// 503 while messages cannot be worked on: the store or the backend does not answer, the embedded one has no FFmpeg, or no platform runs.
/// </summary>
internal static class Readiness
{
    private const string Fine = "ok";

    public static async Task<IResult> AnswerAsync(
        IBotStore store, BackendHealth backend, LoopHealth loops, PlatformDirectory platforms, IEnumerable<IHealthLine> more, CancellationToken cancellationToken)
    {
        var ofStore = await KnownProblems.AnswersAsync(store, cancellationToken).ConfigureAwait(false) ? Fine : "does not answer";
        var ofBackend = backend.Problem ?? Fine;
        var problems = KnownProblems.Of(loops, platforms);
        var ofPlatforms = platforms.All.Select(p => (p.Name, State: loops.Problems.ContainsKey(p.Name) ? problems[p.Name] ?? Fine : "starts")).ToList();
        var ofLoops = problems.Where(l => ofPlatforms.All(p => p.Name != l.Key)).Select(l => (l.Key, State: l.Value ?? Fine));
        var isReady = ofStore == Fine && ofBackend == Fine && ofPlatforms.Exists(p => p.State == Fine);
        List<(string Name, string State)> lines = [("store", ofStore), ($"backend {backend.Name}", ofBackend), .. ofPlatforms, .. ofLoops, .. more.Select(l => (l.Name, l.State))];
        var text = string.Concat(lines.Select(l => $"\n{l.Name}: {l.State}"));
        return Results.Text((isReady ? "ready" : "not ready") + text, statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
