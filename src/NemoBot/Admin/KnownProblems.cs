using NemoBot.Core.Platforms;
using NemoBot.Core.Recovery;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;

namespace NemoBot.Admin;

/// <summary>What the health answers and the admin page tell of.</summary>
internal static class KnownProblems
{
    /// <summary>The problem of each loop and platform by name; null: none. What a platform says of itself goes before how its run ended.</summary>
    public static Dictionary<string, string?> Of(LoopHealth loops, PlatformDirectory platforms)
    {
        var problems = loops.Problems.ToDictionary(StringComparer.Ordinal);
        foreach (var platform in platforms.All)
        {
            if (platform is IPlatformHealth { Problem: { } problem })
            {
                problems[platform.Name] = problem;
            }
        }

        return problems;
    }

    /// <summary>True while the store answers.</summary>
    public static async Task<bool> AnswersAsync(IBotStore store, CancellationToken cancellationToken)
    {
        try
        {
            await store.GetCursorAsync("health", cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (StoreException)
        {
            return false;
        }
    }
}
