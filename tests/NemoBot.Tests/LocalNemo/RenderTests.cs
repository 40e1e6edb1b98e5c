using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using NemoBot.Core.Media;
using NemoBot.LocalNemo.Rendering.Checking;
using NemoBot.LocalNemo.Sound;
using NemoBot.LocalNemo.Sound.Mixing;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

public sealed class RenderTests
{
    [Fact]
    public async Task A_render_is_polled_and_downloaded_whole_or_in_part()
    {
        await using var bench = await LocalBench.StartAsync();
        var (session, draft) = await WithDraftAsync(bench);
        bench.Renderer.Hold();
        using var submitted = await bench.SubmitAsync(session, "render_1", draft);
        await bench.Renderer.Started.WaitAsync();
        var running = await bench.PollAsync("render_1");
        Assert.Equal(("render_1", "processing"), (running.GetProperty("taskId").GetString(), running.GetProperty("status").GetString()));
        await LocalBench.ExpectErrorAsync(await bench.Http.GetAsync("/api/render/proxy/render_1/download"), 404, 404);
        bench.Renderer.Release();
        var done = await bench.WaitForAsync("render_1");
        Assert.Equal((100, 1000), (done.GetProperty("progress").GetInt32(), done.GetProperty("output").GetProperty("size").GetInt32()));

        using var range = new HttpRequestMessage(HttpMethod.Get, "/api/render/proxy/render_1/download") { Headers = { Range = new RangeHeaderValue(10, 19) } };
        using var part = await bench.Http.SendAsync(range);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(FakeRenderer.Video[10..20], await part.Content.ReadAsByteArrayAsync());
        using var plain = new HttpClient();
        using var forged = await plain.GetAsync(done.GetProperty("output").GetProperty("url").GetString()!.Replace("signature=", "signature=0"));
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
    }

    [Fact]
    public async Task The_second_shape_of_answers_is_there_when_asked_for()
    {
        await using var bench = await LocalBench.StartAsync(o => o.EnvelopedRenders = true);
        var (session, draft) = await WithDraftAsync(bench);
        using var submitted = await bench.SubmitAsync(session, "render_1", draft);
        for (var tries = 0; ; tries++)
        {
            var answer = await bench.PollAsync("render_1");
            Assert.True(answer.GetProperty("success").GetBoolean());
            var data = answer.GetProperty("data");
            if (data.GetProperty("status").GetString() == "completed")
            {
                Assert.StartsWith("http://127.0.0.1:", data.GetProperty("outputUrl").GetString());
                Assert.EndsWith("Z", data.GetProperty("completedAt").GetString());
                return;
            }

            Assert.True(tries < 1000);
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    [Fact]
    public async Task An_id_is_used_once_and_one_render_runs_at_a_time()
    {
        await using var bench = await LocalBench.StartAsync();
        var (session, draft) = await WithDraftAsync(bench);
        bench.Renderer.Hold();
        using var first = await bench.SubmitAsync(session, "render_1", draft);
        using var second = await bench.SubmitAsync(session, "render_2", draft);
        Assert.Contains("Duplicate", await LocalBench.ExpectErrorAsync(await bench.SubmitAsync(session, "render_1", draft), 409, 409));
        await bench.Renderer.Started.WaitAsync();
        var waiting = await bench.PollAsync("render_2");
        Assert.Equal(("pending", 1), (waiting.GetProperty("status").GetString(), waiting.GetProperty("ahead").GetInt32()));
        Assert.False((await bench.PollAsync("render_1")).TryGetProperty("ahead", out _));
        using var cancelWaiting = await bench.Http.PostAsync("/api/render/proxy/lambda/render_2/cancel", null);
        Assert.Equal("cancelled", (await LocalBench.ReadAsync(cancelWaiting)).GetProperty("status").GetString());
        using var cancelRunning = await bench.Http.PostAsync("/api/render/proxy/lambda/render_1/cancel", null);
        Assert.Equal("cancelled", (await bench.WaitForAsync("render_1")).GetProperty("status").GetString());
        bench.Renderer.Release();
        using var third = await bench.SubmitAsync(session, "render_3", draft);
        Assert.Equal("completed", (await bench.WaitForAsync("render_3")).GetProperty("status").GetString());
        Assert.Equal((1, 2), (bench.Renderer.Cancelled, bench.Renderer.Projects.Count));
    }

    [Fact]
    public async Task A_render_cut_off_by_a_restart_is_made_anew()
    {
        await using var bench = await LocalBench.StartAsync();
        var (session, draft) = await WithDraftAsync(bench);
        bench.Renderer.Hold();
        using var submitted = await bench.SubmitAsync(session, "render_1", draft);
        await bench.Renderer.Started.WaitAsync();
        var next = new FakeRenderer();
        await bench.RestartAsync(next);
        Assert.Equal(1, bench.Renderer.Cancelled);
        var done = await bench.WaitForAsync("render_1");
        Assert.Equal("completed", done.GetProperty("status").GetString());
        using var plain = new HttpClient();
        Assert.Equal(FakeRenderer.Video, await plain.GetByteArrayAsync(done.GetProperty("output").GetProperty("url").GetString()));
        Assert.Single(next.Projects);
    }

    [Theory]
    [InlineData(MediaProblem.DiskFull, "no space")]
    [InlineData(MediaProblem.ToolMissing, "FFmpeg is not installed")]
    [InlineData(MediaProblem.Failed, "could not be rendered")]
    public async Task A_failure_is_told_in_plain_words_and_leaves_no_scratch_files(MediaProblem problem, string expected)
    {
        await using var bench = await LocalBench.StartAsync();
        var (session, draft) = await WithDraftAsync(bench);
        bench.Renderer.Failure = new MediaException(problem, "secret detail");
        using var submitted = await bench.SubmitAsync(session, "render_1", draft);
        var failed = await bench.WaitForAsync("render_1");
        Assert.Equal("failed", failed.GetProperty("status").GetString());
        Assert.Contains(expected, failed.GetProperty("error").GetString());
        Assert.DoesNotContain("secret", failed.GetRawText());
        Assert.Empty(Directory.EnumerateFiles(bench.Folder, "scratch", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(3, "completed")]
    [InlineData(4, "failed")]
    public async Task A_render_for_which_the_machine_was_short_of_something_is_repeated(int failures, string end)
    {
        var clock = new ManualTimeProvider();
        await using var bench = await LocalBench.StartAsync(clock: clock);
        var (session, draft) = await WithDraftAsync(bench);
        (bench.Renderer.Failure, bench.Renderer.Failures) = (new MediaException(MediaProblem.Killed, "too many open files"), failures);
        using var submitted = await bench.SubmitAsync(session, "render_1", draft);
        var done = await clock.AdvanceUntilAsync(bench.WaitForAsync("render_1"), TimeSpan.FromSeconds(1));
        Assert.Equal((end, 4), (done.GetProperty("status").GetString(), bench.Renderer.Projects.Count));
    }

    [Fact]
    public async Task A_record_that_could_not_be_written_is_known_and_written_with_the_next()
    {
        await using var bench = await LocalBench.StartAsync();
        var (session, draft) = await WithDraftAsync(bench);
        bench.Renderer.Hold();
        using var submitted = await bench.SubmitAsync(session, "render_1", draft);
        await bench.Renderer.Started.WaitAsync();

        // A file where the folder was: nothing can be written there.
        var folder = Assert.Single(Directory.GetDirectories(Path.Combine(bench.Folder, "renders")));
        Directory.Delete(folder, recursive: true);
        await File.WriteAllTextAsync(folder, "");
        bench.Renderer.Release();
        Assert.Equal("failed", (await bench.WaitForAsync("render_1")).GetProperty("status").GetString());
        Assert.True(File.Exists(folder));

        File.Delete(folder);
        using var another = await bench.SubmitAsync(session, "render_2", draft);
        await bench.WaitForAsync("render_2");
        await bench.RestartAsync();
        Assert.Equal("failed", (await bench.WaitForAsync("render_1")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Files_of_another_user_cannot_be_rendered_nor_their_videos_seen()
    {
        await using var bench = await LocalBench.StartAsync();
        var (session, draft) = await WithDraftAsync(bench);
        using var submitted = await bench.SubmitAsync(session, "render_1", draft);
        await bench.WaitForAsync("render_1");
        await bench.SignInAsync("somebody else");
        var own = (await bench.CreateSessionAsync()).GetProperty("session_id").GetString()!;
        Assert.Contains("not here any more", await LocalBench.ExpectErrorAsync(await bench.SubmitAsync(own, "render_9", draft), 400, 400));
        await LocalBench.ExpectErrorAsync(await bench.Http.GetAsync("/api/render/proxy/lambda/render_1"), 404, 404);
        await LocalBench.ExpectErrorAsync(await bench.Http.GetAsync("/api/render/proxy/render_1/download"), 404, 404);
    }

    [Fact]
    public async Task Any_kept_draft_can_be_exported_in_a_later_session_of_the_same_user()
    {
        await using var bench = await LocalBench.StartAsync();
        var (session, old) = await WithDraftAsync(bench);
        await bench.SayAsync(session, "title 'Later'");
        var next = (await bench.CreateSessionAsync()).GetProperty("session_id").GetString()!;
        using var submitted = await bench.SubmitAsync(next, "render_1", old);
        Assert.Equal("completed", (await bench.WaitForAsync("render_1")).GetProperty("status").GetString());
        Assert.Empty(Assert.Single(bench.Renderer.Projects).Titles);
    }

    [Theory]
    [InlineData("en", "Loudness −27.2 → −16 LUFS", "“talk.mp3” is distorted", "“talk.mp3” has sound on one side only")]
    [InlineData("zh", "响度 −27.2 → −16 LUFS", "“talk.mp3”有削波失真", "“talk.mp3”只有一侧有声音")]
    public async Task What_was_done_to_the_sound_and_what_is_wrong_with_it_is_told_in_one_line(string language, params string[] expected)
    {
        await using var bench = await LocalBench.StartAsync();
        bench.Renderer.Mix = new MixReport(-27.2, -16.02, -1, -16, new Dictionary<string, SoundProblems> { ["talk.mp3"] = SoundProblems.Clipped | SoundProblems.OneChannel });
        var session = await bench.BeginSessionAsync(language);
        using var upload = await bench.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio()));
        await bench.SayAsync(session, language == "en" ? "waveform video" : "做一个波形视频");
        using var submitted = await bench.SubmitAsync(session, "render_1", await bench.DraftAsync(session));
        var note = (await bench.WaitForAsync("render_1")).GetProperty("note").GetString()!;
        Assert.All(expected, e => Assert.Contains(e, note));
        Assert.DoesNotContain('\n', note);
    }

    [Fact]
    public async Task An_unchanged_version_is_handed_out_again_at_once()
    {
        await using var bench = await LocalBench.StartAsync();
        var (session, draft) = await WithDraftAsync(bench);
        using var first = await bench.SubmitAsync(session, "render_1", draft);
        await bench.WaitForAsync("render_1");

        // Even while something else is being rendered.
        await bench.SayAsync(session, "title 'Later'");
        bench.Renderer.Hold();
        using var other = await bench.SubmitAsync(session, "render_2", await bench.DraftAsync(session));
        using var again = await bench.SubmitAsync(session, "render_3", draft);
        var done = await LocalBench.ReadAsync(again);
        Assert.Equal(("completed", 180.0), (done.GetProperty("status").GetString(), done.GetProperty("output").GetProperty("duration").GetDouble()));
        using var plain = new HttpClient();
        Assert.Equal(FakeRenderer.Video, await plain.GetByteArrayAsync(done.GetProperty("output").GetProperty("url").GetString()));
        bench.Renderer.Release();
        await bench.WaitForAsync("render_2");
        Assert.Equal(2, bench.Renderer.Projects.Count);
        await LocalBench.ExpectErrorAsync(await bench.SubmitAsync(session, "render_3", draft), 409, 409);
    }

    [Fact]
    public async Task A_file_that_did_not_pass_its_check_is_not_sent_and_that_is_said()
    {
        await using var bench = await LocalBench.StartAsync();
        var (session, draft) = await WithDraftAsync(bench);
        bench.Renderer.Failure = new FlawedOutputException(OutputFlaws.OutOfSync);
        using var submitted = await bench.SubmitAsync(session, "render_1", draft);
        var failed = await bench.WaitForAsync("render_1");
        Assert.Equal("failed", failed.GetProperty("status").GetString());
        Assert.Contains("did not pass my check", failed.GetProperty("note").GetString());
    }

    [Fact]
    public async Task Simulated_failures_come_every_so_often()
    {
        await using var bench = await LocalBench.StartAsync(o => o.Simulation.FailRenderEvery = 2);
        var (session, draft) = await WithDraftAsync(bench);
        using var first = await bench.SubmitAsync(session, "render_1", draft);
        using var second = await bench.SubmitAsync(session, "render_2", draft);
        Assert.Equal("completed", (await bench.WaitForAsync("render_1")).GetProperty("status").GetString());
        Assert.Equal("failed", (await bench.WaitForAsync("render_2")).GetProperty("status").GetString());
    }

    private static async Task<(string Session, JsonElement Draft)> WithDraftAsync(LocalBench bench)
    {
        var session = await bench.BeginSessionAsync();
        using var upload = await bench.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio()));
        await bench.SayAsync(session, "waveform video");
        return (session, await bench.DraftAsync(session));
    }
}
