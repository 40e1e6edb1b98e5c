using NemoBot.LocalNemo.Captioning;
using NemoBot.LocalNemo.Captioning.Files;
using NemoBot.LocalNemo.Captioning.Fonts;
using NemoBot.LocalNemo.Captioning.Transcribing;
using NemoBot.LocalNemo.Rendering;
using NemoBot.Tests.Media;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

/// <summary>The captions as a file of their own: words in, a file out.</summary>
public sealed class CaptionFileTests : IDisposable
{
    private readonly FontCoverage _fonts = new(TimeProvider.System);

    public void Dispose() => _fonts.Dispose();

    private const string Words = "1\n00:00:00,500 --> 00:00:02,000\nHello & welcome\n\n2\n00:00:02,500 --> 00:00:04,000\n下一句\n";

    [Theory]
    [InlineData("can I have the subtitle file?", "video.srt", "application/x-subrip", "1\r\n00:00:00,500 --> 00:00:02,000\r\nHello & welcome\r\n\r\n2\r\n00:00:02,500 --> 00:00:04,000\r\n下一句\r\n\r\n")]
    [InlineData("给我vtt字幕", "video.vtt", "text/vtt", "WEBVTT\n\n00:00:00.500 --> 00:00:02.000\nHello &amp; welcome\n\n00:00:02.500 --> 00:00:04.000\n下一句\n\n")]
    public async Task The_captions_of_a_finished_video_come_alone_and_the_next_change_gives_a_video_again(string words, string name, string mime, string text)
    {
        await using var bench = await StartAsync();
        var session = await bench.BeginSessionAsync();
        await CaptionedAsync(bench, session, "waveform video with these subtitles");
        var answer = LocalBench.Texts(await bench.SayAsync(session, words))[^1];
        Assert.Contains(name == "video.srt" ? "file of their own (SRT)" : "单独的字幕文件（VTT）", answer);
        Assert.DoesNotContain("1.", answer);
        Assert.Equal(text, await RenderAsync(bench, session, name, mime));
        var given = (await bench.DraftAsync(session)).GetRawText();
        Assert.Equal(answer, LocalBench.Texts(await bench.SayAsync(session, words))[^1]);
        Assert.NotEqual(given, (await bench.DraftAsync(session)).GetRawText());
        var next = LocalBench.Texts(await bench.SayAsync(session, "add the title 'Hello'"))[^1];
        Assert.DoesNotContain("MP4", next);
        Assert.Equal("mp4", (await bench.DraftAsync(session)).GetProperty("output").GetProperty("format").GetString() ?? "mp4");
    }

    [Fact]
    public async Task They_come_beside_a_video_that_changes_in_the_same_request_and_only_then()
    {
        await using var bench = await StartAsync();
        var session = await bench.BeginSessionAsync();
        await CaptionedAsync(bench, session, "waveform video with these subtitles");
        Assert.Contains("yellow", LocalBench.Texts(await bench.SayAsync(session, "make the captions yellow and send me the srt file"))[^1]);
        Assert.Equal("MP4 SRT", await FormatsAsync(bench, session));
        await bench.SayAsync(session, "make it square");
        Assert.Equal("", await FormatsAsync(bench, session));
        await bench.SayAsync(session, "send me the srt file");
        Assert.Contains("(WebVTT)", LocalBench.Texts(await bench.SayAsync(session, "as vtt please"))[^1]);
        await bench.SayAsync(session, "make the captions bigger and send me the srt file");
        Assert.Equal("MP4 SRT", await FormatsAsync(bench, session));
        await bench.SayAsync(session, "undo");
        Assert.DoesNotContain("Nothing", LocalBench.Texts(await bench.SayAsync(session, "what did you change?"))[^1]);
    }

    [Fact]
    public async Task A_changed_line_survives_a_change_of_the_look_of_captions_from_a_file()
    {
        await using var bench = await StartAsync();
        var session = await bench.BeginSessionAsync();
        await CaptionedAsync(bench, session, "waveform video with these subtitles");
        await bench.SayAsync(session, "line 1: Good evening");
        Assert.Contains("yellow", LocalBench.Texts(await bench.SayAsync(session, "make the captions yellow"))[^1]);
        Assert.Contains("Good evening", (await bench.DraftAsync(session)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_captions_there_is_no_file_of_them()
    {
        await using var bench = await StartAsync();
        var session = await bench.BeginSessionAsync();
        using var upload = await bench.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio()));
        await bench.SayAsync(session, "waveform video");
        Assert.Contains("There are no captions", LocalBench.Texts(await bench.SayAsync(session, "give me the srt"))[^1]);
        Assert.Equal("", await FormatsAsync(bench, session));
    }

    private static async Task CaptionedAsync(LocalBench bench, string session, string words)
    {
        using var sound = await bench.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio()));
        using var captions = await bench.UploadAsync(session, ("words.srt", System.Text.Encoding.UTF8.GetBytes(Words)));
        await bench.SayAsync(session, words);
    }

    private static async Task<string> RenderAsync(LocalBench bench, string session, string name, string mime)
    {
        var id = "render_" + Guid.NewGuid().ToString("N");
        using var submitted = await bench.SubmitAsync(session, id, await bench.DraftAsync(session));
        var done = await bench.WaitForAsync(id);
        Assert.Equal("completed", done.GetProperty("status").GetString());
        var url = new Uri(done.GetProperty("output").GetProperty("url").GetString()!);
        Assert.Equal(name, url.Segments[^1]);
        using var plain = new HttpClient();
        using var answer = await plain.GetAsync(url);
        Assert.Equal(mime, answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<string> FormatsAsync(LocalBench bench, string session) =>
        (await bench.DraftAsync(session)).TryGetProperty("output", out var output) && output.TryGetProperty("formats", out var formats)
            ? string.Join(' ', formats.EnumerateArray().Select(f => f.GetString())) : "";

    private Task<LocalBench> StartAsync() =>
        LocalBench.StartAsync(renderer: new ProjectRenderer(MediaUnderTest.Processes()), captions: new CaptionTools(new NoTranscriber(), new CaptionReader(), _fonts));

    private sealed class NoTranscriber : ITranscriber
    {
        public Task<Transcript> TranscribeAsync(NemoBot.LocalNemo.Projects.Asset asset, string? language, IProgress<double> progress, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
