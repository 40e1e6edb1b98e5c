using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Rendering;
using NemoBot.LocalNemo.Rendering.Checking;
using NemoBot.LocalNemo.Renders;
using NemoBot.LocalNemo.Sound;
using NemoBot.LocalNemo.Sound.Mixing;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

/// <summary>Kinds of files and their tags, with the real FFmpeg: a file and words in, a file out.</summary>
public sealed class OutputTests : IDisposable
{
    private readonly SampleMedia _media = new();
    private string _note = "";

    public void Dispose() => _media.Dispose();

    [Theory]
    [InlineData("only the audio, as m4a", "video.m4a", "audio/mp4", "aac")]
    [InlineData("提取音频", "video.mp3", "audio/mpeg", "mp3")]
    public async Task Sound_alone_carries_title_artist_and_cover_of_the_song(string words, string name, string mime, string codec)
    {
        await using var bench = await StartAsync();
        var session = await bench.BeginSessionAsync();
        await UploadAsync(bench, session, Song());
        await bench.SayAsync(session, "make a music visualizer video");
        var answer = LocalBench.Texts(await bench.SayAsync(session, words))[^1];
        Assert.Contains(codec == "aac" ? "M4A" : "MP3", answer);
        var file = await RenderAsync(bench, session, name, mime);
        Assert.Equal("Übermut|Zoë & Co|" + codec, $"{Tag(file, "title")}|{Tag(file, "artist")}|{Stream(file, "a:0", "codec_name")}");
        Assert.Equal("64,64", Stream(file, "v:0", "width,height"));
    }

    [Fact]
    public async Task A_tagged_song_shows_its_title_unless_another_is_asked_for()
    {
        await using var bench = await StartAsync();
        var session = await bench.BeginSessionAsync();
        await UploadAsync(bench, session, Song());
        var answer = LocalBench.Texts(await bench.SayAsync(session, "waveform video, 240p"))[^1];
        Assert.Contains("“Übermut”", answer);
        Assert.Contains("file's tags", answer);
        var file = await RenderAsync(bench, session, "video.mp4", "video/mp4");
        Assert.Equal("Übermut|Zoë & Co|1", $"{Tag(file, "title")}|{Tag(file, "artist")}|{Stream(file, "v:1", "disposition=attached_pic")}");

        var other = await bench.CreateSessionAsync();
        session = other.GetProperty("session_id").GetString()!;
        await UploadAsync(bench, session, Song());
        answer = LocalBench.Texts(await bench.SayAsync(session, "waveform video with the title \"Live: 50% / more\""))[^1];
        Assert.DoesNotContain("Übermut", answer);
        Assert.Equal("Live: 50% / more", (await bench.DraftAsync(session)).GetProperty("output").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_gif_moves_is_small_and_ends_in_time()
    {
        await using var bench = await StartAsync();
        var session = await bench.BeginSessionAsync();
        await UploadAsync(bench, session, _media.Tone(16));
        await bench.SayAsync(session, "waveform video, 240p");
        var answer = LocalBench.Texts(await bench.SayAsync(session, "as a gif"))[^1];
        Assert.Contains("first 15 s", answer);
        var file = await RenderAsync(bench, session, "video.gif", "image/gif");
        Assert.Equal("gif,426,240", Stream(file, "v:0", "codec_name,width,height"));
        var frames = SampleMedia.Run("ffmpeg", ["-v", "error", "-i", file, "-vf", "scale=32:18,format=gray", "-f", "rawvideo", "-"]);
        Assert.InRange(frames.Length / (32 * 18), 180, 190);
        Assert.True(frames.Chunk(32 * 18).Take(40).Distinct(new Same()).Count() > 5);
    }

    [Theory]
    [InlineData("export it as mp4 and gif", "MP4 GIF")]
    [InlineData("as mp4 and mp3 please", "MP4 MP3")]
    [InlineData("I need it in 9:16 and 1:1", "9:16 1:1")]
    [InlineData("make it for reels and youtube", "9:16 16:9")]
    [InlineData("both landscape and portrait versions please", "9:16 16:9")]
    [InlineData("横屏竖屏都要", "9:16 16:9")]
    [InlineData("做成9:16和1:1两个版本", "9:16 1:1")]
    [InlineData("make it vertical for youtube shorts", "")]
    public async Task Several_formats_of_one_request_are_formats_of_one_draft(string words, string formats)
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await bench.BeginSessionAsync();
        using var upload = await bench.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio()));
        await bench.SayAsync(session, "waveform video");
        var answer = LocalBench.Texts(await bench.SayAsync(session, words))[^1];
        Assert.Equal(formats, await FormatsAsync(bench, session));
        Assert.True(formats.Length == 0 || formats.Split(' ').All(f => answer.Contains(f, StringComparison.Ordinal)), answer);
        await bench.SayAsync(session, "add the title 'Hello'");
        Assert.Equal(formats, await FormatsAsync(bench, session));
        await bench.SayAsync(session, "undo");
        await bench.SayAsync(session, "undo");
        Assert.Equal("", await FormatsAsync(bench, session));
    }

    [Fact]
    public async Task Naming_one_shape_ends_the_other_formats()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await bench.BeginSessionAsync();
        using var upload = await bench.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio()));
        await bench.SayAsync(session, "waveform video, 9:16 and 1:1");
        Assert.Equal("9:16 1:1", await FormatsAsync(bench, session));
        Assert.Contains("one format now: 16:9", LocalBench.Texts(await bench.SayAsync(session, "make it 16:9"))[^1]);
        Assert.Equal("", await FormatsAsync(bench, session));
        await bench.SayAsync(session, "9:16 and 1:1");
        Assert.DoesNotContain("one format", LocalBench.Texts(await bench.SayAsync(session, "give me just the audio"))[^1]);
        Assert.Equal("", await FormatsAsync(bench, session));
    }

    [Fact]
    public async Task Each_format_is_a_file_of_its_own()
    {
        await using var bench = await StartAsync();
        var session = await bench.BeginSessionAsync();
        await UploadAsync(bench, session, _media.Tone(1));
        await bench.SayAsync(session, "waveform video in 240p, 9:16 and 1:1");
        Assert.Equal("240,426", Stream(await RenderAsync(bench, session, "video.mp4", "video/mp4"), "v:0", "width,height"));
        Assert.Equal("240,240", Stream(await RenderAsync(bench, session, "video.mp4", "video/mp4", "1:1"), "v:0", "width,height"));
        Assert.Equal("gif", Stream(await RenderAsync(bench, session, "video.gif", "image/gif", "GIF"), "v:0", "codec_name"));
    }

    [Fact]
    public async Task A_file_stays_below_the_size_that_was_asked_for_and_says_its_own()
    {
        await using var bench = await StartAsync();
        var session = await bench.BeginSessionAsync();
        await UploadAsync(bench, session, _media.Make("busy.mp4", "-f lavfi -i testsrc2=s=426x240:r=30:d=3,noise=alls=40:allf=t -f lavfi -i sine=f=300:d=3 -c:v libx264 -preset ultrafast -crf 20 -c:a aac -shortest"));
        await bench.SayAsync(session, "use this clip, 240p");
        Assert.Contains("does not fit into 20 KB", LocalBench.Texts(await bench.SayAsync(session, "make it under 20 KB"))[^1]);
        Assert.Equal("The file stays under 200 KB.", LocalBench.Texts(await bench.SayAsync(session, "make it under 200 KB"))[^1]);
        var file = await RenderAsync(bench, session, "video.mp4", "video/mp4");
        Assert.InRange(new FileInfo(file).Length, 60_000, 200_000);
        Assert.Equal("426,240,30/1", Stream(file, "v:0", "width,height,r_frame_rate"));
        Assert.Contains("📦 1", _note);

        Assert.Contains("426x240，15 fps", LocalBench.Texts(await bench.SayAsync(session, "压到60KB以内"))[^1]);
        Assert.InRange(new FileInfo(await RenderAsync(bench, session, "video.mp4", "video/mp4")).Length, 20_000, 60_000);
        Assert.Contains("200 KB", LocalBench.Texts(await bench.SayAsync(session, "undo"))[^1]);
    }

    [Fact]
    public void Only_a_file_with_sound_has_a_loudness()
    {
        var result = new RenderResult(new MixReport(-30, -16, -1, -16, new Dictionary<string, SoundProblems> { ["a.mp3"] = SoundProblems.Clipped }), OutputFlaws.None);
        Assert.Null(RenderNotes.Of(result, new Output { Format = OutputFormat.Gif }, 1000, chinese: false));
        Assert.Equal("🔊 Loudness −30 → −16 LUFS. “a.mp3” is distorted: its peaks are cut off.", RenderNotes.Of(result, new Output(), 1000, chinese: false));
    }

    [Fact]
    public async Task Changing_the_picture_after_the_sound_alone_gives_a_video_again()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await bench.BeginSessionAsync();
        using var upload = await bench.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio()));
        await bench.SayAsync(session, "waveform video");
        await bench.SayAsync(session, "as mp3");
        await bench.SayAsync(session, "cut the first 5 seconds");
        Assert.Equal("Mp3", await FormatAsync(bench, session), ignoreCase: true);
        Assert.Contains("MP4", LocalBench.Texts(await bench.SayAsync(session, "add the title 'Hello'"))[^1]);
        Assert.Equal("mp4", await FormatAsync(bench, session));
    }

    private static async Task<string> FormatAsync(LocalBench bench, string session) =>
        (await bench.DraftAsync(session)) is var draft && draft.TryGetProperty("output", out var output) && output.TryGetProperty("format", out var format) ? format.GetString()! : "";

    private static async Task<string> FormatsAsync(LocalBench bench, string session) =>
        (await bench.DraftAsync(session)) is var draft && draft.TryGetProperty("output", out var output) && output.TryGetProperty("formats", out var formats)
            ? string.Join(' ', formats.EnumerateArray().Select(f => f.GetString())) : "";

    private static Task<LocalBench> StartAsync() =>
        LocalBench.StartAsync(media: MediaUnderTest.Tools(), renderer: new ProjectRenderer(MediaUnderTest.Processes()));

    private static async Task UploadAsync(LocalBench bench, string session, string path)
    {
        using var upload = await bench.UploadAsync(session, (Path.GetFileName(path), await File.ReadAllBytesAsync(path)));
        Assert.True(upload.IsSuccessStatusCode);
    }

    private string Song() => _media.Make(
        "song.mp3",
        ["-f", "lavfi", "-i", "sine=f=330:d=2", "-f", "lavfi", "-i", "color=c=orange:s=64x64:r=1:d=1", "-map", "0", "-map", "1", "-c:v", "mjpeg", "-disposition:v", "attached_pic",
            "-metadata", "title=Übermut", "-metadata", "artist=Zoë & Co", "-metadata", "comment=secret"]);

    private async Task<string> RenderAsync(LocalBench bench, string session, string name, string mime, string? variant = null)
    {
        var id = "render_" + Guid.NewGuid().ToString("N");
        using var submitted = await bench.SubmitAsync(session, id, await bench.DraftAsync(session), variant);
        var done = await bench.WaitForAsync(id);
        Assert.Equal("completed", done.GetProperty("status").GetString());
        _note = System.Text.RegularExpressions.Regex.Unescape(done.ToString());
        var url = new Uri(done.GetProperty("output").GetProperty("url").GetString()!);
        Assert.Equal(name, url.Segments[^1]);
        using var plain = new HttpClient();
        using var answer = await plain.GetAsync(url);
        Assert.Equal(mime, answer.Content.Headers.ContentType?.MediaType);
        return _media.Write(id + Path.GetExtension(name), await answer.Content.ReadAsByteArrayAsync());
    }

    private static string Tag(string file, string name) => SampleMedia.RunText("ffprobe", "-v", "error", "-show_entries", "format_tags=" + name, "-of", "csv=p=0", file);

    private static string Stream(string file, string stream, string entries) =>
        SampleMedia.RunText("ffprobe", "-v", "error", "-select_streams", stream, "-show_entries", entries.Contains('=') ? "stream_" + entries : "stream=" + entries, "-of", "csv=p=0", file);

    private sealed class Same : IEqualityComparer<byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x!.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] frame) => frame.Sum(b => b);
    }
}
