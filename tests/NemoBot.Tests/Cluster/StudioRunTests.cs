using System.Text.Json;
using NemoBot.Storage.Postgres;
using NemoBot.Tests.LocalNemo.Sharing;
using NemoBot.Tests.Media;
using NemoBot.Tests.Storage.Postgres;
using Xunit;

namespace NemoBot.Tests.Cluster;

/// <summary>Real processes that share the embedded studio, with the real FFmpeg.</summary>
public sealed class StudioRunTests
{
    [Theory(Explicit = true)]
    [InlineData("KILL", "00:00:01", 1)]
    [InlineData("TERM", "00:05:00", 0)]
    [InlineData("STOP", "00:00:01", 1)]
    public async Task A_render_of_a_machine_that_ends_or_freezes_is_made_by_another_and_posted_once(string signal, string lease, int losses)
    {
        using var media = new SampleMedia();
        var files = Directory.CreateTempSubdirectory("nemobot-files-").FullName;
        var connection = (await PostgresServer.SharedAsync()).NewSchema();
        var settings = new Dictionary<string, string>
        {
            ["NEMOBOT__Cluster__Database"] = connection,
            ["NEMOBOT__Web__DataFolder"] = files,
            ["NEMOBOT__LocalNemo__RenderLease"] = lease,
            ["NEMOBOT__LocalNemo__Simulation__RenderDelay"] = "00:00:03",
        };
        Task<Instance> StartAsync(string roles) => Instance.StartAsync(new Dictionary<string, string>(settings) { ["NEMOBOT__Cluster__Roles"] = roles });
        var instances = await Task.WhenAll(StartAsync("chat,receive"), StartAsync("render"), StartAsync("render"));
        await using var chat = instances[0];
        await using var one = instances[1];
        await using var two = instances[2];
        using var database = await SharedBench.OpenDatabaseAsync(connection);

        // One that keeps its files apart is not let in.
        var apart = new Dictionary<string, string>(settings) { ["NEMOBOT__Web__DataFolder"] = media.NewFolder() };
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => Instance.StartAsync(apart));
        Assert.Contains("The other instances keep files and videos elsewhere", refused.Message, StringComparison.Ordinal);

        // Any instance takes a message; the one with the role works on it, and one of the others makes the video.
        Assert.Equal(System.Net.HttpStatusCode.Accepted, await two.SayAsync("room", "waveform video, 240p", files: [media.Tone(2)]));
        var owner = "";
        await ClusterRun.UntilAsync(async () => (owner = await ReadOwnerAsync(database)).Length > 0, () => "Nobody claimed the render." + chat.Output);
        var (ended, left) = owner.Contains($"-{one.Id}-", StringComparison.Ordinal) ? (one, two) : (two, one);
        Assert.Contains($"-{ended.Id}-", owner, StringComparison.Ordinal);
        ended.Signal(signal);
        await ClusterRun.UntilAsync(async () => (await VideosAsync(left)).Count > 0, () => "There is no video." + left.Output);
        Assert.Equal((2, losses), (await ReadAsync(database, "attempt"), await ReadAsync(database, "losses")));

        var video = Assert.Single(await VideosAsync(chat));
        var path = media.Write("video.mp4", await left.Http.GetByteArrayAsync(video.GetProperty("attachments")[0].GetProperty("url").GetString()));
        if (signal == "STOP")
        {
            // It goes on with a render that is not its own any more, and then makes the next one or leaves it to the other.
            ended.Signal("CONT");
            await left.SayAsync("room", "add the title 'Again'");
            await ClusterRun.UntilAsync(async () => (await VideosAsync(chat)).Count == 2, () => "There is no second video." + left.Output);
            ended.Signal("TERM");
            await ended.ExitedAsync();
            Assert.Equal(2, (await VideosAsync(chat)).Count);
            Assert.Equal(2, Directory.GetDirectories(files, "v*", SearchOption.AllDirectories).Count(d => File.Exists(Path.Combine(d, "content")) && Path.GetFileName(Path.GetDirectoryName(d)) == "studio"));
        }

        Assert.Equal("240", SampleMedia.RunText("ffprobe", "-v", "error", "-select_streams", "V", "-show_entries", "stream=height", "-of", "csv=p=0", path));
        Directory.Delete(files, recursive: true);
    }

    private static async Task<List<JsonElement>> VideosAsync(Instance through) =>
        [.. (await through.ReadAsync("room")).Where(m => m.GetProperty("kind").GetString() == "video")];

    private static async Task<int> ReadAsync(PostgresDatabase database, string column) =>
        (int)(await database.ReadAsync(s => s.ScalarAsync($"SELECT {column} FROM studio_renders"), CancellationToken.None))!;

    private static async Task<string> ReadOwnerAsync(PostgresDatabase database) =>
        await database.ReadAsync(s => s.ScalarAsync("SELECT owner FROM studio_renders WHERE owner <> ''"), CancellationToken.None) as string ?? "";
}
