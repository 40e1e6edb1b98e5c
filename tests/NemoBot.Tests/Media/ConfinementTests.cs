using System.Globalization;
using NemoBot.Core.Media;
using NemoBot.Media.Processes;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.Media;

/// <summary>What a file that was made to do harm can take from the machine.</summary>
public sealed class ConfinementTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_that_needs_more_memory_than_allowed_is_over_the_limit()
    {
        var picture = samples.Make("huge.png", "-f lavfi -i color=red:s=6000x6000:d=1 -frames:v 1");
        using var tools = MediaUnderTest.Tools(o => o.MaxMemoryBytes = 80L << 20);
        var e = await Assert.ThrowsAsync<MediaException>(() => tools.ProbeAsync(picture, Stop));
        Assert.Equal(MediaProblem.OverLimit, e.Problem);
    }

    [Fact]
    public async Task An_output_without_an_end_is_over_the_limit()
    {
        var target = Path.Combine(samples.NewFolder(), "endless.raw");
        using var processes = MediaUnderTest.Processes(o => o.MaxOutputBytes = 1 << 20);
        string[] arguments = [.. FfmpegArguments.Start, .. FfmpegArguments.Progress, "-f", "lavfi", "-i", "color=red:s=640x480", "-f", "rawvideo", target];
        var e = await Assert.ThrowsAsync<MediaException>(() =>
            processes.RunAsync(new MediaCommand(MediaTool.Ffmpeg, arguments, TimeSpan.FromMinutes(5)), TimeSpan.Zero, null, Stop));
        Assert.Equal(MediaProblem.OverLimit, e.Problem);
        Assert.InRange(new FileInfo(target).Length, 1, 1 << 20);
    }

    [Fact]
    public async Task Limits_are_set_before_the_tool_starts()
    {
        var lines = await AskAsync(o => o.MaxMemoryBytes = 300L << 20, "ulimit -c; ulimit -d; ulimit -t", TimeSpan.FromMinutes(2));
        var seconds = (120 * Environment.ProcessorCount) + 1;
        Assert.Equal(["0", (300 * 1024).ToString(CultureInfo.InvariantCulture), seconds.ToString(CultureInfo.InvariantCulture)], lines);
    }

    [Fact]
    public async Task Memory_without_a_limit_is_possible() =>
        Assert.Equal(["unlimited"], await AskAsync(o => o.MaxMemoryBytes = 0, "ulimit -d", TimeSpan.FromMinutes(2)));

    [Fact]
    public async Task There_is_no_network_where_the_system_permits_to_take_it_away()
    {
        Assert.SkipUnless(CanLeaveNetwork(), "The system does not permit it.");
        var devices = await AskAsync(_ => { }, "sed -n '3,$s/:.*//p' /proc/net/dev", TimeSpan.FromMinutes(2));
        Assert.Equal(["lo"], devices.Select(d => d.Trim()));
    }

    [Fact]
    public async Task The_system_ends_it_before_the_bot_when_memory_runs_out()
    {
        using var processes = MediaUnderTest.Processes(o => o.FfmpegPath = MediaUnderTest.Script(samples.Folder, "read go; cat /proc/$$/oom_score_adj"));
        await using var process = await processes.StartAsync(new MediaCommand(MediaTool.Ffmpeg, [], TimeSpan.FromMinutes(1)) { FeedsInput = true }, Stop);
        await process.Input.WriteAsync("go\n"u8.ToArray(), Stop);
        using var reader = new StreamReader(process.Output, leaveOpen: true);
        Assert.Equal("500", await reader.ReadLineAsync(Stop));
    }

    [Fact]
    public async Task One_that_was_killed_from_outside_is_told_as_killed()
    {
        using var processes = MediaUnderTest.Processes(o => o.FfmpegPath = MediaUnderTest.Script(samples.Folder, "kill -9 $$"));
        var e = await Assert.ThrowsAsync<MediaException>(() =>
            processes.RunAsync(new MediaCommand(MediaTool.Ffmpeg, [], TimeSpan.FromMinutes(5)), TimeSpan.Zero, null, Stop));
        Assert.Equal(MediaProblem.Killed, e.Problem);
    }

    [Fact]
    public async Task One_that_hangs_is_ended_long_before_its_time_limit()
    {
        var clock = new ManualTimeProvider();
        using var processes = MediaUnderTest.Processes(o => o.FfmpegPath = MediaUnderTest.Script(samples.Folder, "exec sleep 100"), clock);
        var running = processes.RunAsync(new MediaCommand(MediaTool.Ffmpeg, [], TimeSpan.FromDays(10)), TimeSpan.Zero, null, Stop);
        var e = await Assert.ThrowsAsync<MediaException>(() => clock.AdvanceUntilAsync(running, processes.Options.StallTimeout / 4));
        Assert.Equal(MediaProblem.TimedOut, e.Problem);
        Assert.Contains("hung", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_of_several_processes_has_one_time_limit()
    {
        var clock = new ManualTimeProvider();
        using var processes = MediaUnderTest.Processes(clock: clock);
        var work = processes.WithinAsync(
            TimeSpan.FromMinutes(1),
            async token =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, clock, token);
                return true;
            },
            Stop);
        clock.Advance(TimeSpan.FromMinutes(1));
        var e = await Assert.ThrowsAsync<MediaException>(() => work);
        Assert.Equal(MediaProblem.TimedOut, e.Problem);
    }

    private static bool CanLeaveNetwork() =>
        new[] { "--net", "--user --net" }.Any(way =>
        {
            using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("unshare", way + " true") { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        });

    private async Task<string[]> AskAsync(Action<MediaOptions> change, string script, TimeSpan limit)
    {
        using var processes = MediaUnderTest.Processes(o =>
        {
            o.FfmpegPath = MediaUnderTest.Script(samples.Folder, script);
            change(o);
        });
        var output = await processes.ReadAsync(new MediaCommand(MediaTool.Ffmpeg, [], limit), 10_000, Stop);
        return System.Text.Encoding.UTF8.GetString(output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
