using System.Globalization;
using Xunit;

namespace NemoBot.Tests.Host.Chaos;

/// <summary>The real bot is killed at random moments, on all platforms, and started again: nothing is lost and nothing happens twice.</summary>
public sealed class ChaosTests
{
    /// <summary>How often to kill; <c>tests/chaos.sh</c> asks for more.</summary>
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("NEMOBOT_CHAOS_KILLS") ?? "8", CultureInfo.InvariantCulture);

    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("NEMOBOT_CHAOS_SEED") ?? "16", CultureInfo.InvariantCulture);

    [Fact]
    public Task Kills_while_a_service_renders_lose_nothing_and_post_nothing_twice() => RunAsync(isCloud: true, (Kills * 3 + 3) / 4);

    [Fact]
    public Task Kills_while_this_machine_renders_lose_nothing_and_leave_no_process() => RunAsync(isCloud: false, Kills / 4);

    private static async Task RunAsync(bool isCloud, int kills)
    {
        await using var world = await ChaosWorld.StartAsync(Seed, isCloud);

        // Every second kill hits a start: what is taken up then must survive as well.
        for (var i = 0; i < kills; i += 2)
        {
            await world.KillAsync(isStartKilled: i + 1 < kills);
        }

        var figures = await world.CheckAsync(kills);
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
        if (Environment.GetEnvironmentVariable("NEMOBOT_CHAOS_REPORT") is { Length: > 0 } report)
        {
            await File.AppendAllTextAsync(report, figures + "\n");
        }
    }
}
