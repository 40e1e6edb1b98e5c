using System.Diagnostics;
using System.Globalization;
using System.Net;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.Host;

/// <summary>The real bot with a disk that is full, a folder that is read-only, too few file handles: it says so, and works again afterwards.</summary>
public sealed class StarvationTests
{
    private const string OnSmallDisk = "mkdir -p \"$0\" && mount -t tmpfs -o size=96m tmpfs \"$0\" && exec \"$@\"";

    /// <summary>Root may write everywhere.</summary>
    private const string AsNobody = "mkdir -p \"$0\" && chown 65534:65534 \"$0/..\" \"$0\" && exec setpriv --reuid 65534 --regid 65534 --clear-groups \"$@\"";

    [Fact]
    public async Task A_full_disk_refuses_or_ends_in_words_what_it_cannot_keep_and_the_bot_goes_on_when_there_is_room()
    {
        Assert.SkipUnless(await CanMountAsync(), "Mounts are not permitted here.");
        await using var scene = await Scene.StartAsync("unshare", "-rm", "sh", "-c", OnSmallDisk);
        await scene.MakeAsync("room");
        var fill = $"/proc/{scene.Bot.Id}/root{scene.Bot.Folder}/data/fill";
        Fill(fill);
        var refused = await scene.PostAsync("room", "add the title 'One'");
        Assert.Equal(HttpStatusCode.InsufficientStorage, refused.Status);
        Assert.Contains("disk is full", refused.Body, StringComparison.Ordinal);

        File.Delete(fill);
        await scene.MakeAsync("other");

        // Full again, in the middle of the work.
        Assert.Equal(HttpStatusCode.Accepted, (await scene.PostAsync("room", "add the title 'Two'")).Status);
        Fill(fill);
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        File.Delete(fill);
        await scene.EndAsync("room", 2);
        await scene.MakeAsync("room", "add the title 'Three'");
    }

    [Fact]
    public async Task A_folder_that_becomes_read_only_refuses_in_words_and_the_bot_goes_on_when_it_may_write()
    {
        var probe = Directory.CreateTempSubdirectory("nemobot-nobody-");
        var mayBecomeNobody = await WorksAsync("sh", "-c", AsNobody, Path.Combine(probe.FullName, "data"), "true");
        probe.Delete(recursive: true);
        Assert.SkipUnless(mayBecomeNobody || !Environment.IsPrivilegedProcess, "Everything is writable for this user.");
        await using var scene = await Scene.StartAsync(mayBecomeNobody ? ["sh", "-c", AsNobody] : []);
        await scene.MakeAsync("room");
        SetMode(scene.Bot.Folder, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        var refused = await scene.PostAsync("room", "make a waveform video in 240p", withFile: true);
        Assert.InRange((int)refused.Status, 500, 599);
        Assert.Contains("nothing was kept", refused.Body, StringComparison.Ordinal);

        SetMode(scene.Bot.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        await scene.MakeAsync("room", "add the title 'Two'");
    }

    [Fact]
    public async Task Too_few_file_handles_cost_the_requests_of_that_time_only()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Limits of a running process are set by prlimit.");
        await using var scene = await Scene.StartAsync();
        await scene.MakeAsync("room");
        var hard = File.ReadLines($"/proc/{scene.Bot.Id}/limits").First(l => l.StartsWith("Max open files", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[4];
        var open = Directory.GetFileSystemEntries($"/proc/{scene.Bot.Id}/fd").Length;
        await LimitAsync(scene.Bot, (open + 4).ToString(CultureInfo.InvariantCulture));
        var accepted = 0;
        foreach (var title in new[] { "One", "Two" })
        {
            accepted += (await scene.PostAsync("room", $"add the title '{title}'")).Status == HttpStatusCode.Accepted ? 1 : 0;
        }

        await LimitAsync(scene.Bot, hard);
        await scene.EndAsync("room", 1 + accepted);
        Assert.DoesNotContain(await scene.Bot.ReadAsync(), m => m.GetProperty("text").GetString()!.Contains("installed", StringComparison.Ordinal));
        await scene.MakeAsync("room", "add the title 'Three'");
    }

    private static async Task<bool> CanMountAsync()
    {
        var folder = Directory.CreateTempSubdirectory("nemobot-mount-");
        try
        {
            return await WorksAsync("unshare", "-rm", "sh", "-c", OnSmallDisk, folder.FullName, "true");
        }
        finally
        {
            folder.Delete();
        }
    }

    private static void Fill(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write);
            var block = new byte[64 << 10];
            for (long at = 0; ; at += block.Length)
            {
                RandomAccess.Write(file, block, at);
            }
        }
        catch (IOException)
        {
            // Full: that is what was wanted.
        }
    }

    private static void SetMode(string folder, UnixFileMode mode)
    {
        foreach (var path in Directory.EnumerateDirectories(Path.Combine(folder, "data"), "*", SearchOption.AllDirectories).Append(Path.Combine(folder, "data")).ToList())
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, mode);
            }
        }
    }

    private static async Task LimitAsync(HostProcess bot, string handles) => Assert.True(await WorksAsync("prlimit", "--pid", $"{bot.Id}", $"--nofile={handles}:"));

    private static async Task<bool> WorksAsync(params string[] line)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(line[0], line[1..]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>The bot with a recording to send, and its web chat.</summary>
    private sealed class Scene : IAsyncDisposable
    {
        private readonly SampleMedia _media = new();

        public HostProcess Bot { get; private init; } = null!;

        public static async Task<Scene> StartAsync(params string[] launcher) => new()
        {
            Bot = await HostProcess.StartAsync(
                new()
                {
                    ["HOME"] = Path.GetTempPath(),
                    ["NEMOBOT__Web__MinFreeBytes"] = "0",
                    ["NEMOBOT__Work__MinFreeBytes"] = "0",
                    ["NEMOBOT__LocalNemo__MinFreeBytes"] = "0",
                    ["NEMOBOT__Rendering__FirstPoll"] = "00:00:00.2",
                },
                launcher),
        };

        public Task<(HttpStatusCode Status, string Body)> PostAsync(string channel, string text, bool withFile = false) =>
            Bot.PostAsync(channel, text, withFile ? [_media.Tone(1)] : []);

        /// <summary>Asks for a video and waits for it.</summary>
        public async Task MakeAsync(string channel, string? edit = null)
        {
            var before = (await Bot.ReadAsync(channel)).Count(m => HostProcess.Has(m, "video"));
            var answer = await PostAsync(channel, edit ?? "make a waveform video in 240p", withFile: edit is null);
            Assert.True(answer.Status == HttpStatusCode.Accepted, answer.Body);
            await Bot.WaitForAsync(channel, all => all.Count(m => HostProcess.Has(m, "video")) > before);
        }

        /// <summary>Waits until as many requests as said have their final answer and nothing is in progress.</summary>
        public Task EndAsync(string channel, int requests) => Bot.WaitForAsync(
            channel,
            all =>
            {
                var statuses = all.Where(m => m.GetProperty("kind").GetString() == "status").ToList();
                return statuses.Count >= requests && statuses.TrueForAll(m => m.GetProperty("final").GetBoolean());
            });

        public async ValueTask DisposeAsync()
        {
            await Bot.DisposeAsync();
            _media.Dispose();
        }
    }
}
