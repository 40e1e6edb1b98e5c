using System.Net;
using System.Text.Json;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

public sealed class MainPathTests
{
    [Fact]
    public async Task A_file_and_words_become_a_video()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await bench.BeginSessionAsync();
        using var upload = await bench.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio()));
        var file = (await LocalBench.ReadAsync(upload)).GetProperty("data").GetProperty("files")[0];
        Assert.Equal(("talk.mp3", "audio", 180.0), (file.GetProperty("filename").GetString(), file.GetProperty("file_type").GetString(), file.GetProperty("duration").GetDouble()));

        var events = await bench.SayAsync(session, "convert my audio file into a video with a waveform visualizer and background image, title 'Morning Show'");
        var text = Assert.Single(LocalBench.Texts(events));
        Assert.Contains("Morning Show", text);
        Assert.Contains("No picture was uploaded", text);

        var draft = await bench.DraftAsync(session);
        using var submitted = await bench.SubmitAsync(session, "render_1", draft);
        Assert.Equal(HttpStatusCode.OK, submitted.StatusCode);
        var done = await bench.WaitForAsync("render_1");
        Assert.Equal("completed", done.GetProperty("status").GetString());
        Assert.Equal(180, done.GetProperty("output").GetProperty("duration").GetDouble());

        using var anonymous = new HttpClient();
        Assert.Equal(FakeRenderer.Video, await anonymous.GetByteArrayAsync(done.GetProperty("output").GetProperty("url").GetString()));
        var project = Assert.Single(bench.Renderer.Projects);
        Assert.Equal("Morning Show", Assert.Single(project.Titles).Text);
    }

    [Fact]
    public async Task The_draft_reads_well_in_a_summary()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await bench.BeginSessionAsync();
        using var upload = await bench.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio()));
        await bench.SayAsync(session, "waveform video, title 'Morning Show'");
        var state = await bench.StateAsync(session);
        var draft = state.GetProperty("state").GetProperty("draft");
        var tracks = draft.GetProperty("t").EnumerateArray().ToList();
        Assert.Equal([0, 1, 7], tracks.Select(t => t.GetProperty("tt").GetInt32()));
        string Label(JsonElement track, string key) => track.GetProperty("sg")[0].GetProperty("m").GetProperty(key).GetString()!;
        Assert.Equal(["Waveform bars over gradient", "talk.mp3", "Morning Show"], [Label(tracks[0], "title"), Label(tracks[1], "title"), Label(tracks[2], "text")]);
        Assert.All(tracks, t => Assert.Equal((0, 180_000), (t.GetProperty("sg")[0].GetProperty("s").GetInt32(), t.GetProperty("sg")[0].GetProperty("d").GetInt32())));
        Assert.Equal(1, tracks[1].GetProperty("sg")[0].GetProperty("m").GetProperty("volume").GetDouble());
        Assert.Equal((1920, 1080), (state.GetProperty("state").GetProperty("canvas_config").GetProperty("width").GetInt32(), state.GetProperty("state").GetProperty("canvas_config").GetProperty("height").GetInt32()));
    }
}
