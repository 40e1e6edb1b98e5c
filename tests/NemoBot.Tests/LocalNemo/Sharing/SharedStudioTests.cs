using System.Net.Http.Headers;
using NemoBot.LocalNemo.Store;
using NemoBot.Storage.Buckets;
using NemoBot.Tests.Storage.Buckets;
using NemoBot.Tests.Support;
using Xunit;

namespace NemoBot.Tests.LocalNemo.Sharing;

/// <summary>Several studios on one database and one vault answer as one.</summary>
public sealed class SharedStudioTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_session_begun_at_one_goes_on_at_another_and_its_video_comes_from_a_third()
    {
        await using var shared = await SharedBench.StartAsync();
        var clock = new ManualTimeProvider();
        var (first, second, third) = (await shared.AddAsync(renders: false), await shared.AddAsync(renders: false), await shared.AddAsync(renders: true, clock));
        var session = await first.BeginSessionAsync();
        SharedBench.Follow(first, second);
        using var upload = await first.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio()));
        await second.SayAsync(session, "waveform video");
        await first.SayAsync(session, "title 'Morning'");
        var draft = await second.DraftAsync(session);
        Assert.Equal(draft.GetRawText(), (await first.DraftAsync(session)).GetRawText());
        Assert.Contains("Morning", draft.GetRawText(), StringComparison.Ordinal);

        using var submitted = await first.SubmitAsync(session, "render_1", draft);
        Assert.Equal("pending", (await second.PollAsync("render_1")).GetProperty("status").GetString());
        await LocalBench.ExpectErrorAsync(await second.SubmitAsync(session, "render_1", draft), 409, 409);
        await clock.AdvanceUntilAsync(() => third.Renderer.Projects.Count == 1, Second);
        var done = await second.WaitForAsync("render_1");
        Assert.Equal((100, 1000), (done.GetProperty("progress").GetInt32(), done.GetProperty("output").GetProperty("size").GetInt32()));

        // The file that was rendered from is a copy of the uploaded one; the video is read through the one that did not make it.
        Assert.Equal(FakeMediaTools.Audio(), await File.ReadAllBytesAsync(Assert.Single(Assert.Single(third.Renderer.Projects).Clips).Asset.Path));
        using var range = new HttpRequestMessage(HttpMethod.Get, "/api/render/proxy/render_1/download") { Headers = { Range = new RangeHeaderValue(10, 19) } };
        using var part = await first.Http.SendAsync(range);
        Assert.Equal(FakeRenderer.Video[10..20], await part.Content.ReadAsByteArrayAsync());
        var link = new Uri(done.GetProperty("output").GetProperty("url").GetString()!).PathAndQuery;
        using var plain = new HttpClient();
        Assert.Equal(FakeRenderer.Video, await plain.GetByteArrayAsync(new Uri(first.Address, link)));

        // The same again is not rendered again.
        using var again = await second.SubmitAsync(session, "render_2", draft);
        Assert.Equal("completed", (await first.PollAsync("render_2")).GetProperty("status").GetString());
        Assert.Equal("fv", shared.Bundles);

        // The web chat keeps its files in the same vault, and leaves these alone.
        await shared.Spool.RemoveOlderAsync(DateTimeOffset.MaxValue, TestContext.Current.CancellationToken);
        Assert.Equal("fv", shared.Bundles);

        // Forgetting at one forgets everywhere.
        using var erased = await second.Http.DeleteAsync($"/api/sessions/{session}");
        Assert.Equal(6, (await LocalBench.ReadAsync(erased)).GetProperty("data").GetProperty("files").GetInt32());
        Assert.Equal("", shared.Bundles);
        await clock.AdvanceUntilAsync(() => Directory.GetFiles(third.Folder, "ast_*", SearchOption.AllDirectories).Length == 0, TimeSpan.FromSeconds(20));
        await LocalBench.ExpectErrorAsync(await first.Http.GetAsync($"/api/state/nemo_agent/me/{session}/latest"), 404, 1002);
        await LocalBench.ExpectErrorAsync(await first.Http.GetAsync("/api/render/proxy/lambda/render_1"), 404, 404);
    }

    [Fact]
    public async Task A_machine_without_ffmpeg_leaves_renders_alone_says_why_and_begins_once_it_is_installed()
    {
        await using var shared = await SharedBench.StartAsync();
        var clock = new ManualTimeProvider();
        var asked = await shared.AddAsync(renders: false);
        var ffmpeg = Path.Combine(asked.Folder, "ffmpeg");
        var bare = await shared.AddAsync(renders: true, clock, ffmpeg: ffmpeg);
        await SubmitAsync(asked, "render_1");
        await clock.AdvanceUntilAsync(() => shared.LastReadiness!.State != "ok", Second);
        clock.Advance(Second);
        Assert.Equal("claims none: FFmpeg is not installed (apt-get install ffmpeg)", shared.LastReadiness!.State);
        Assert.Equal("pending", (await asked.PollAsync("render_1")).GetProperty("status").GetString());
        Assert.Equal((0, 0), (bare.Renderer.Projects.Count, (await shared.Queue.FindAsync(RenderKeys.Of("render_1"), TestContext.Current.CancellationToken))!.Attempt));

        File.Copy("/bin/true", ffmpeg);
        await clock.AdvanceUntilAsync(() => bare.Renderer.Projects.Count == 1, Second);
        Assert.Equal("completed", (await asked.WaitForAsync("render_1")).GetProperty("status").GetString());
        Assert.Equal("ok", shared.LastReadiness!.State);
    }

    [Fact]
    public async Task One_that_waits_tells_how_many_go_before_it_wherever_they_came_from()
    {
        await using var shared = await SharedBench.StartAsync();
        var (asked, other, worker) = (await shared.AddAsync(renders: false), await shared.AddAsync(renders: false), await shared.AddAsync(renders: true));
        worker.Renderer.Hold();
        await SubmitAsync(asked, "render_1");
        await worker.Renderer.Started.WaitAsync(TestContext.Current.CancellationToken);
        await SubmitAsync(other, "render_2");
        var waiting = await other.PollAsync("render_2");
        Assert.Equal(("pending", 1), (waiting.GetProperty("status").GetString(), waiting.GetProperty("ahead").GetInt32()));
        Assert.False((await asked.PollAsync("render_1")).TryGetProperty("ahead", out _));
        worker.Renderer.Release();
        Assert.False((await other.WaitForAsync("render_2")).TryGetProperty("ahead", out _));
    }

    [Fact]
    public async Task What_a_machine_made_after_it_lost_the_render_is_dropped()
    {
        await using var shared = await SharedBench.StartAsync();
        var (asked, frozen) = (await shared.AddAsync(renders: false), await shared.AddAsync(renders: true));
        frozen.Renderer.Hold();
        await SubmitAsync(asked, "render_1");
        await frozen.Renderer.Started.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("processing", (await asked.PollAsync("render_1")).GetProperty("status").GetString());
        await shared.LoseClaimsAsync();
        var next = await shared.AddAsync(renders: true);
        await next.Renderer.Started.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("completed", (await asked.WaitForAsync("render_1")).GetProperty("status").GetString());
        frozen.Renderer.Release();
        await shared.StopAsync(frozen);
        Assert.Equal("fv", shared.Bundles);
        Assert.Equal(2, (await shared.Queue.FindAsync(RenderKeys.Of("render_1"), TestContext.Current.CancellationToken))!.Attempt);
    }

    [Fact]
    public async Task A_render_is_cancelled_from_anywhere_and_its_machine_stops()
    {
        await using var shared = await SharedBench.StartAsync();
        var clock = new ManualTimeProvider();
        var (asked, worker) = (await shared.AddAsync(renders: false), await shared.AddAsync(renders: true, clock));
        worker.Renderer.Hold();
        await SubmitAsync(asked, "render_1");
        await clock.AdvanceUntilAsync(() => worker.Renderer.Projects.Count == 1, Second);
        using var cancelled = await asked.Http.PostAsync("/api/render/proxy/lambda/render_1/cancel", null);
        Assert.Equal("cancelled", (await asked.PollAsync("render_1")).GetProperty("status").GetString());
        await clock.AdvanceUntilAsync(() => worker.Renderer.Cancelled == 1, Second);
        Assert.Equal("f", shared.Bundles);
    }

    [Fact]
    public async Task A_machine_that_is_stopped_gives_its_render_back_at_once()
    {
        await using var shared = await SharedBench.StartAsync();
        var (asked, stopped) = (await shared.AddAsync(renders: false), await shared.AddAsync(renders: true));
        stopped.Renderer.Hold();
        await SubmitAsync(asked, "render_1");
        await stopped.Renderer.Started.WaitAsync(TestContext.Current.CancellationToken);
        await shared.StopAsync(stopped);
        Assert.Equal("pending", (await asked.PollAsync("render_1")).GetProperty("status").GetString());
        await shared.AddAsync(renders: true);
        Assert.Equal("completed", (await asked.WaitForAsync("render_1")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Files_may_be_in_a_bucket()
    {
        await using var server = await BucketStandIn.StartAsync(TimeProvider.System);
        using var bucket = new BucketVault(BucketStandIn.OptionsFor(server), TimeProvider.System);
        await using var shared = await SharedBench.StartAsync(bucket);
        var (asked, worker) = (await shared.AddAsync(renders: false), await shared.AddAsync(renders: true));
        var session = await SubmitAsync(asked, "render_1");
        var done = await asked.WaitForAsync("render_1");
        Assert.Equal("completed", done.GetProperty("status").GetString());
        Assert.Equal(FakeMediaTools.Audio(), await File.ReadAllBytesAsync(Assert.Single(Assert.Single(worker.Renderer.Projects).Clips).Asset.Path, TestContext.Current.CancellationToken));
        using var range = new HttpRequestMessage(HttpMethod.Get, "/api/render/proxy/render_1/download") { Headers = { Range = new RangeHeaderValue(10, 19) } };
        using var part = await asked.Http.SendAsync(range);
        Assert.Equal(FakeRenderer.Video[10..20], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal(4, server.Objects.Count);
        using var erased = await asked.Http.DeleteAsync($"/api/sessions/{session}");
        Assert.Empty(server.Objects);
    }

    [Fact]
    public async Task A_machine_makes_as_many_at_a_time_as_it_may_and_goes_on_after_an_error()
    {
        await using var shared = await SharedBench.StartAsync();
        var (asked, worker) = (await shared.AddAsync(renders: false), await shared.AddAsync(renders: true, configure: o => o.RenderConcurrency = 2));

        // The first one finds no place for its scratch files.
        var scratch = Path.Combine(worker.Folder, "scratch");
        await File.WriteAllTextAsync(scratch, "", TestContext.Current.CancellationToken);
        await SubmitAsync(asked, "render_1");
        while ((await shared.Queue.FindAsync(RenderKeys.Of("render_1"), TestContext.Current.CancellationToken))!.Attempt == 0)
        {
            await Task.Yield();
        }

        File.Delete(scratch);
        worker.Renderer.Hold();
        await SubmitAsync(asked, "render_2");
        await SubmitAsync(asked, "render_3");
        await worker.Renderer.Started.WaitAsync(TestContext.Current.CancellationToken);
        await worker.Renderer.Started.WaitAsync(TestContext.Current.CancellationToken);
        worker.Renderer.Release();
        Assert.Equal("completed", (await asked.WaitForAsync("render_2")).GetProperty("status").GetString());
        Assert.Equal("completed", (await asked.WaitForAsync("render_3")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_render_that_machines_die_of_is_given_up()
    {
        await using var shared = await SharedBench.StartAsync();
        var asked = await shared.AddAsync(renders: false);
        await SubmitAsync(asked, "render_1");
        for (var i = 0; i < 3; i++)
        {
            Assert.NotNull(await shared.Queue.ClaimAsync("lost", TimeSpan.Zero, 4, TestContext.Current.CancellationToken));
        }

        var last = await shared.AddAsync(renders: true);
        var failed = await asked.WaitForAsync("render_1");
        Assert.Equal(("failed", "The video could not be rendered."), (failed.GetProperty("status").GetString(), failed.GetProperty("error").GetString()));
        Assert.Empty(last.Renderer.Projects);
    }

    [Fact]
    public async Task Uploads_that_were_used_longest_ago_leave_a_full_machine_and_come_back()
    {
        await using var shared = await SharedBench.StartAsync();
        var studio = await shared.AddAsync(renders: true, configure: o => o.CacheBytes = 0);
        var session = await SubmitAsync(studio, "render_1");
        await studio.WaitForAsync("render_1");
        await studio.SayAsync(session, "title 'Later'");
        using var second = await studio.SubmitAsync(session, "render_2", await studio.DraftAsync(session));
        Assert.Equal("completed", (await studio.WaitForAsync("render_2")).GetProperty("status").GetString());
        using var upload = await studio.UploadAsync(session, ("other.mp3", FakeMediaTools.Audio(20)));
        await studio.SayAsync(session, "use other.mp3 only");
        using var third = await studio.SubmitAsync(session, "render_3", await studio.DraftAsync(session));
        await studio.WaitForAsync("render_3");
        Assert.Single(Directory.GetFiles(Path.Combine(studio.Folder, "cache")));
    }

    [Fact]
    public async Task What_nobody_used_for_long_is_dropped_with_its_files()
    {
        await using var shared = await SharedBench.StartAsync();
        var clock = new ManualTimeProvider();
        var studio = await shared.AddAsync(renders: true, clock, o => o.TokenLifetime = TimeSpan.FromDays(3650));
        var session = await SubmitAsync(studio, "render_1");
        await studio.WaitForAsync("render_1");
        await clock.AdvanceUntilAsync(() => shared.Bundles.Length == 0, TimeSpan.FromDays(10));
        await LocalBench.ExpectErrorAsync(await studio.Http.GetAsync($"/api/state/nemo_agent/me/{session}/latest"), 404, 1002);
    }

    private static async Task<string> SubmitAsync(LocalBench bench, string id)
    {
        var session = await bench.BeginSessionAsync();
        using var upload = await bench.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio()));
        await bench.SayAsync(session, "waveform video");
        using var submitted = await bench.SubmitAsync(session, id, await bench.DraftAsync(session));
        return session;
    }
}
