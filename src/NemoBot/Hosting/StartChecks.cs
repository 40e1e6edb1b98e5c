using NemoBot.Core.Platforms;
using NemoBot.Core.Recovery;
using NemoBot.Core.Status;

namespace NemoBot.Hosting;

/// <summary>
/// Checks the platforms before the start, all at once. One that cannot work does not keep the others from running: it is reported and tried again
/// later. A bot none of whose platforms can work does not start.
/// </summary>
internal static class StartChecks
{
    /// <returns>A sentence for each platform that cannot work.</returns>
    /// <exception cref="PlatformStartException">No platform can work.</exception>
    public static async Task<IReadOnlyList<string>> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var health = services.GetRequiredService<LoopHealth>();
        var platforms = services.GetRequiredService<PlatformDirectory>().All;
        var problems = (await Task.WhenAll(platforms.Select(p => CheckAsync(p, health, cancellationToken))).ConfigureAwait(false)).OfType<string>().ToList();
        return problems.Count < platforms.Count ? problems : throw new PlatformStartException(string.Join(Environment.NewLine, problems));
    }

    private static async Task<string?> CheckAsync(IChatPlatform platform, LoopHealth health, CancellationToken cancellationToken)
    {
        try
        {
            if (platform is IStartCheck check)
            {
                await check.CheckAsync(cancellationToken).ConfigureAwait(false);
            }

            health.Succeeded(platform.Name);
            return null;
        }
        catch (PlatformStartException exception)
        {
            health.Failed(platform.Name, exception.Message);
            return exception.Message;
        }
    }
}
