using System.Runtime.CompilerServices;
using NemoBot.Core.Platforms;
using NemoBot.Core.Status;

namespace NemoBot.Checking;

/// <summary>Has each chat platform verify its token by a call that changes nothing.</summary>
internal sealed class PlatformCheck(PlatformDirectory platforms) : ICheck
{
    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (platforms.All.Count == 0)
        {
            yield return Finding.Fail("platforms", "nothing is switched on: set TELEGRAM_TOKEN or DISCORD_TOKEN, or leave the web chat on");
        }

        foreach (var platform in platforms.All)
        {
            yield return platform is IStartCheck check
                ? await CheckAsync(platform.Name, check, cancellationToken).ConfigureAwait(false)
                : Finding.Ok(platform.Name, "needs no account");
        }
    }

    private static async Task<Finding> CheckAsync(string name, IStartCheck check, CancellationToken cancellationToken)
    {
        try
        {
            return await check.CheckAsync(cancellationToken).ConfigureAwait(false)
                ? Finding.Ok(name, "the token is accepted")
                : Finding.Warn(name, "the service does not answer; the bot starts and keeps trying");
        }
        catch (PlatformStartException exception)
        {
            return Finding.Fail(name, exception.Message);
        }
    }
}
