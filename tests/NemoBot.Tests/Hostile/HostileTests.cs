using System.Globalization;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.Hostile;

/// <summary>
/// Files that were made or damaged to do harm, sent to the real bot: each is refused or rendered, none takes over a minute or a gigabyte.
/// The test command sends a few; <c>tests/hostile.sh</c> sends hundreds.
/// </summary>
public sealed class HostileTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    private static readonly int Damaged = int.Parse(Environment.GetEnvironmentVariable("NEMOBOT_HOSTILE_FILES") ?? "0", CultureInfo.InvariantCulture);

    /// <summary>More than the machine has processors: most of the time of a file is waiting.</summary>
    private const int AtOnce = 3;

    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("NEMOBOT_HOSTILE_SEED") ?? "16", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Each_is_refused_or_rendered_and_the_bot_goes_on()
    {
        var files = Damaged > 0 ? HostileFiles.All(samples, Seed, Damaged) : HostileFiles.Few(samples, Seed);
        await using var run = await HostileRun.StartAsync();
        await Parallel.ForEachAsync(files.Index(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (f, _) => await run.SendAsync(f.Index, f.Item));

        HostileRun.Report(await run.CheckAsync(samples.Tone(1)));
    }
}
