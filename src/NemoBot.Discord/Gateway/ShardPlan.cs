using NemoBot.Core.Platforms;
using System.Globalization;

namespace NemoBot.Discord.Gateway;

/// <summary>The shards of this process.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last, inclusive.</param>
/// <param name="Total">The shards of all processes together.</param>
internal sealed record ShardPlan(int First, int Last, int Total)
{
    public IEnumerable<int> Shards => Enumerable.Range(First, Last - First + 1);

    /// <summary>Parses the setting: blank, a number, or a part such as <c>0-1/4</c>.</summary>
    /// <exception cref="PlatformStartException">The range is impossible.</exception>
    public static ShardPlan Make(string setting, int recommended)
    {
        var text = setting.Trim();
        if (text.Length == 0)
        {
            return new ShardPlan(0, Math.Max(1, recommended) - 1, Math.Max(1, recommended));
        }

        var slash = text.Split('/');
        var total = int.Parse(slash[^1], CultureInfo.InvariantCulture);
        var range = slash.Length == 1 ? [0, total - 1] : slash[0].Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return total > 0 && range[0] <= range[^1] && range[^1] < total
            ? new ShardPlan(range[0], range[^1], total)
            : throw new PlatformStartException("NemoBot:Discord:Shards names shards that do not exist: leave it blank, or write for example 4 or 0-1/4.");
    }

    /// <summary>The shard that receives a server's events; direct messages arrive on the first.</summary>
    public int ShardOf(ulong guild) => (int)((guild >> 22) % (ulong)Total);
}
