using System.Globalization;
using NemoBot.Core.Media;
using NemoBot.Media.Processes;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.Media;

public sealed class MediaProcessTests(SampleMedia samples) : IClassFixture<SampleMedia>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_missing_tool_is_told_as_missing()
    {
        var tools = MediaUnderTest.Tools(o => (o.FfmpegPath, o.FfprobePath) = ("/nowhere/ffmpeg", "ffprobe-that-is-not-there"));
        Assert.Null(await tools.FindVersionAsync(Stop));
        var e = await Assert.ThrowsAsync<MediaException>(() => tools.ProbeAsync(samples.Tone(), Stop));
        Assert.Equal(MediaProblem.ToolMissing, e.Problem);
    }

    [Fact]
    public async Task A_start_that_fails_in_a_way_nobody_foresaw_reaches_its_caller_and_the_next_one_works()
    {
        using var starter = new StarterThread();
        await Assert.ThrowsAsync<NotSupportedException>(() => starter.RunAsync<int>(() => throw new NotSupportedException()));
        Assert.Equal(1, await starter.RunAsync(() => 1));
    }

    [Fact]
    public async Task A_full_disk_is_told_as_full_and_leaves_nothing()
    {
        var fake = MediaUnderTest.Script(
            samples.Folder, "for last; do :; done; echo half > \"${last#file:}\"; echo 'av_interleaved_write_frame(): No space left on device' >&2; exit 1");
        var folder = samples.NewFolder();
        using var processes = MediaUnderTest.Processes();
        var facts = await MediaUnderTest.Tools().ProbeAsync(samples.Tone(), Stop);
        using var full = MediaUnderTest.Processes(o => o.FfmpegPath = fake);
        var converter = new NemoBot.Media.Converting.MediaConverter(full);
        var e = await Assert.ThrowsAsync<MediaException>(() => converter.ConvertAsync(samples.Tone(), facts, folder, null, Stop));
        Assert.Equal(MediaProblem.DiskFull, e.Problem);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task The_time_limit_ends_it()
    {
        var clock = new ManualTimeProvider();
        var fake = MediaUnderTest.Script(samples.Folder, "sleep 100");
        using var processes = MediaUnderTest.Processes(o => (o.FfmpegPath, o.StallTimeout) = (fake, TimeSpan.FromHours(1)), clock);
        await using var process = await processes.StartAsync(new MediaCommand(MediaTool.Ffmpeg, [], TimeSpan.FromMinutes(5)), Stop);
        var waiting = process.WaitAsync();
        clock.Advance(TimeSpan.FromMinutes(4));
        Assert.False(waiting.IsCompleted);
        clock.Advance(TimeSpan.FromMinutes(2));
        var e = await Assert.ThrowsAsync<MediaException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(10), Stop));
        Assert.Equal(MediaProblem.TimedOut, e.Problem);
    }

    [Fact]
    public async Task Cancel_ends_the_children_too_and_leaves_nothing()
    {
        var pids = Path.Combine(samples.NewFolder(), "pids");
        var fake = MediaUnderTest.Script(samples.Folder, $"sleep 100 & echo $$ $! > {pids}.new; mv {pids}.new {pids}; wait");
        using var processes = MediaUnderTest.Processes(o => o.FfmpegPath = fake);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var running = processes.RunAsync(new MediaCommand(MediaTool.Ffmpeg, [], TimeSpan.FromMinutes(5)), TimeSpan.Zero, null, cancel.Token);
        while (!File.Exists(pids))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Stop);
        }

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        foreach (var pid in (await File.ReadAllTextAsync(pids, Stop)).Split(' '))
        {
            Assert.False(await IsAliveAsync(int.Parse(pid)), pid);
        }
    }

    [Fact]
    public async Task Complaints_are_kept_only_at_their_end()
    {
        var fake = MediaUnderTest.Script(samples.Folder, "i=0; while [ $i -lt 20000 ]; do echo complaint $i >&2; i=$((i+1)); done; exit 3");
        using var processes = MediaUnderTest.Processes(o => o.FfmpegPath = fake);
        var e = await Assert.ThrowsAsync<MediaException>(() =>
            processes.RunAsync(new MediaCommand(MediaTool.Ffmpeg, [], TimeSpan.FromMinutes(5)), TimeSpan.Zero, null, Stop));
        Assert.Equal(MediaProblem.Failed, e.Problem);
        Assert.True(e.Message.Length < 10_000);
        Assert.Contains("complaint 19999", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Processes_are_nice_and_die_with_the_bot()
    {
        using var processes = MediaUnderTest.Processes(o => o.FfmpegPath = MediaUnderTest.Script(samples.Folder, "nice; exec cat"));
        await using var process = await processes.StartAsync(
            new MediaCommand(MediaTool.Ffmpeg, [], TimeSpan.FromMinutes(1)) { FeedsInput = true }, Stop);
        using var reader = new StreamReader(process.Output, leaveOpen: true);
        // Relative to the suite's own niceness, which a loaded machine may have raised; the kernel's highest value is 19.
        Assert.Equal(Math.Min(19, OwnNiceness() + 10).ToString(CultureInfo.InvariantCulture), await reader.ReadLineAsync(Stop));
    }

    private static int OwnNiceness() => int.Parse(File.ReadAllText("/proc/self/stat").Split(") ")[^1].Split(' ')[16], CultureInfo.InvariantCulture);

    private static async Task<bool> IsAliveAsync(int pid)
    {
        // A killed orphan may wait a moment for its new parent to reap it; a zombie is not alive.
        for (var i = 0; i < 50; i++)
        {
            try
            {
                if ((await File.ReadAllTextAsync($"/proc/{pid}/stat", Stop)).Split(") ")[1][0] == 'Z')
                {
                    return false;
                }
            }
            catch (IOException)
            {
                return false;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Stop);
        }

        return true;
    }
}
