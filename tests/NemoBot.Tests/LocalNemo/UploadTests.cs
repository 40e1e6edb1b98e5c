using System.Net;
using System.Text;
using NemoBot.Core.Media;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

public sealed class UploadTests
{
    [Fact]
    public async Task Several_files_in_one_request_are_told_with_their_facts()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await bench.BeginSessionAsync();
        using var response = await bench.UploadAsync(session, ("clip.mp4", FakeMediaTools.Video(20.5)), ("cover.png", FakeMediaTools.Image()));
        var data = (await LocalBench.ReadAsync(response)).GetProperty("data");
        Assert.True(data.GetProperty("session_state_applied").GetBoolean());
        var (video, image) = (data.GetProperty("files")[0], data.GetProperty("files")[1]);
        Assert.Equal(("video", 20.5, 1280, 720, 25.0), (video.GetProperty("file_type").GetString(), video.GetProperty("duration").GetDouble(), video.GetProperty("width").GetInt32(), video.GetProperty("height").GetInt32(), video.GetProperty("fps").GetDouble()));
        Assert.Equal("image", image.GetProperty("file_type").GetString());
        Assert.Equal(64, image.GetProperty("hash").GetString()!.Length);
        using var plain = new HttpClient();
        Assert.Equal(FakeMediaTools.Image(), await plain.GetByteArrayAsync(image.GetProperty("cdn_url").GetString()));
        using var unsigned = await plain.GetAsync(image.GetProperty("cdn_url").GetString()!.Split('?')[0]);
        Assert.Equal(HttpStatusCode.Forbidden, unsigned.StatusCode);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("just some words", "cannot be read")]
    [InlineData("text", "not an audio, video or picture file")]
    [InlineData("audio flac 10 -", "type")]
    [InlineData("audio mp3 0 -", "not an audio, video or picture file")]
    public async Task A_file_that_is_no_good_is_refused_and_nothing_of_it_stays(string content, string expected)
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await bench.BeginSessionAsync();
        var message = await LocalBench.ExpectErrorAsync(
            await bench.UploadAsync(session, ("good.mp3", FakeMediaTools.Audio()), ("bad.mp3", Encoding.UTF8.GetBytes(content))), 400, 4001);
        Assert.Contains(expected, message);
        Assert.Contains("bad.mp3", message);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(bench.Folder, "files")));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(bench.Folder, "incoming")));
        using var next = await bench.UploadAsync(session, ("good.mp3", FakeMediaTools.Audio()));
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Theory]
    [InlineData("words.srt", "1\n00:00:01,000 --> 00:00:02,500\nHello\n", 2.5)]
    [InlineData("words.vtt", "WEBVTT\n\n00:01.000 --> 00:02.500\nHello\n", 2.5)]
    [InlineData("words.lrc", "[00:01.00]Hello\n[00:02.50]\n", 2.5)]
    [InlineData("words.ass", "[Events]\nDialogue: 0,0:00:01.00,0:00:02.50,Default,,0,0,0,,Hello\n", 2.5)]
    [InlineData("words.txt", "Hello\nyou\n", 0)]
    public async Task Captions_are_taken(string name, string content, double seconds)
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await bench.BeginSessionAsync();
        using var response = await bench.UploadAsync(session, ("song.mp3", FakeMediaTools.Audio()), (name, Encoding.UTF8.GetBytes(content)));
        var file = (await LocalBench.ReadAsync(response)).GetProperty("data").GetProperty("files")[1];
        var duration = file.TryGetProperty("duration", out var told) ? told.GetDouble() : 0;
        Assert.Equal(("text", seconds, name), (file.GetProperty("file_type").GetString(), duration, file.GetProperty("filename").GetString()));
    }

    [Fact]
    public async Task A_caption_file_without_captions_is_refused()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await bench.BeginSessionAsync();
        var message = await LocalBench.ExpectErrorAsync(await bench.UploadAsync(session, ("words.srt", "\n\n"u8.ToArray())), 400, 4001);
        Assert.Contains("no captions", message);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(bench.Folder, "files")));
    }

    [Fact]
    public async Task A_file_over_the_limit_is_cut_off_while_it_comes()
    {
        await using var bench = await LocalBench.StartAsync(o => o.MaxUploadBytes = 1024 * 1024);
        var session = await bench.BeginSessionAsync();
        Assert.Contains("larger than 1 MB", await LocalBench.ExpectErrorAsync(await bench.UploadAsync(session, ("big.mp3", new byte[1024 * 1024 + 1])), 413, 4002));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(bench.Folder, "incoming")));
    }

    [Fact]
    public async Task A_full_disk_and_a_missing_ffmpeg_are_said_in_plain_words()
    {
        await using var full = await LocalBench.StartAsync(o => o.MinFreeBytes = long.MaxValue);
        var session = await full.BeginSessionAsync();
        Assert.Contains("disk", await LocalBench.ExpectErrorAsync(await full.UploadAsync(session, ("a.mp3", FakeMediaTools.Audio())), 507, 507));

        await using var bare = await LocalBench.StartAsync();
        bare.Media.Problem = MediaProblem.ToolMissing;
        session = await bare.BeginSessionAsync();
        Assert.Contains("FFmpeg is not installed", await LocalBench.ExpectErrorAsync(await bare.UploadAsync(session, ("a.mp3", FakeMediaTools.Audio())), 503, 5031));

        // A lack of handles or memory is none of the file's faults.
        bare.Media.Problem = MediaProblem.Killed;
        Assert.Contains("no resources left", await LocalBench.ExpectErrorAsync(await bare.UploadAsync(session, ("a.mp3", FakeMediaTools.Audio())), 503, 503));
    }

    [Theory]
    [InlineData("../../../etc/cron.d/x.mp3", "x.mp3")]
    [InlineData("my 'best' song; really.mp3", "my 'best' song; really.mp3")]
    [InlineData("早安 🎵.mp3", "早安 🎵.mp3")]
    public async Task Names_never_reach_the_disk(string name, string expected)
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await bench.BeginSessionAsync();
        using var response = await bench.UploadAsync(session, (name, FakeMediaTools.Audio()));
        var told = (await LocalBench.ReadAsync(response)).GetProperty("data").GetProperty("files")[0].GetProperty("filename").GetString()!;
        Assert.Equal(expected, told);
        Assert.DoesNotContain('/', told);
        Assert.All(Directory.EnumerateFiles(bench.Folder, "*.mp3", SearchOption.AllDirectories), f => Assert.StartsWith("ast_", Path.GetFileName(f)));
    }

    [Fact]
    public async Task Links_are_fetched_and_those_into_the_network_are_not()
    {
        await using var source = await LocalBench.StartAsync();
        var other = await source.BeginSessionAsync();
        using var there = await source.UploadAsync(other, ("talk.mp3", FakeMediaTools.Audio()));
        var url = (await LocalBench.ReadAsync(there)).GetProperty("data").GetProperty("files")[0].GetProperty("cdn_url").GetString()!;

        await using var open = await LocalBench.StartAsync(o => o.AllowPrivateAddresses = true);
        var session = await open.BeginSessionAsync();
        using var fetched = await open.PostAsync($"/api/upload-video/nemo_agent/me/{session}", new { urls = new[] { url }, source_type = "url" });
        Assert.Equal("audio", (await LocalBench.ReadAsync(fetched)).GetProperty("data").GetProperty("files")[0].GetProperty("file_type").GetString());
        using var gone = await open.PostAsync($"/api/upload-video/nemo_agent/me/{session}", new { urls = new[] { url.Split('?')[0] }, source_type = "url" });
        Assert.Contains("403", await LocalBench.ExpectErrorAsync(gone, 400, 4012));

        await using var closed = await LocalBench.StartAsync();
        session = await closed.BeginSessionAsync();
        foreach (var bad in new[] { url, "http://localhost:1/x", "http://169.254.169.254/latest", "http://[::1]/x" })
        {
            using var refused = await closed.PostAsync($"/api/upload-video/nemo_agent/me/{session}", new { urls = new[] { bad }, source_type = "url" });
            Assert.Contains("not on the public internet", await LocalBench.ExpectErrorAsync(refused, 400, 400));
        }

        using var file = await closed.PostAsync($"/api/upload-video/nemo_agent/me/{session}", new { urls = new[] { "file:///etc/passwd" }, source_type = "url" });
        Assert.Contains("http", await LocalBench.ExpectErrorAsync(file, 400, 400));
    }

    [Theory]
    [InlineData("song.opus", "ogg", "audio/ogg")]
    [InlineData("song.flac", "flac", "application/octet-stream")]
    [InlineData("song.wma", "asf", "audio/x-ms-wma")]
    public async Task Linked_files_are_taken_in_any_format(string name, string container, string type)
    {
        await using var source = await OneFile.ServeAsync(FakeMediaTools.Audio(20, container), type);
        await using var bench = await LocalBench.StartAsync(o => o.AllowPrivateAddresses = true);
        var session = await bench.BeginSessionAsync();
        using var response = await bench.PostAsync($"/api/upload-video/nemo_agent/me/{session}", new { urls = new[] { $"{source.Address}{name}" }, source_type = "url" });

        Assert.Equal(name, (await LocalBench.ReadAsync(response)).GetProperty("data").GetProperty("files")[0].GetProperty("filename").GetString());
    }

    [Fact]
    public async Task A_form_that_is_broken_is_refused()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await bench.BeginSessionAsync();
        using var content = new ByteArrayContent("--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.mp3\"\r\n\r\nabc"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        using var response = await bench.Http.PostAsync($"/api/upload-video/nemo_agent/me/{session}", content);
        await LocalBench.ExpectErrorAsync(response, 400, 400);
        using var wrong = new MultipartFormDataContent { { new ByteArrayContent(FakeMediaTools.Audio()), "file", "a.mp3" } };
        using var field = await bench.Http.PostAsync($"/api/upload-video/nemo_agent/me/{session}", wrong);
        await LocalBench.ExpectErrorAsync(field, 400, 400);
    }
}
