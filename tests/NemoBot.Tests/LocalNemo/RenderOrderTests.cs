using NemoBot.LocalNemo.Renders;
using NemoBot.LocalNemo.Store;
using Xunit;

namespace NemoBot.Tests.LocalNemo;

public sealed class RenderOrderTests
{
    [Fact]
    public void Short_renders_go_first_and_long_ones_get_their_turn()
    {
        List<RenderJob> jobs = [Job("long", 3600)];
        List<string> order = [];
        for (var i = 0; i < RenderOrder.MostOvertaken + 2; i++)
        {
            jobs.Add(Job($"short{i}", 30));
            var next = RenderOrder.Next(jobs)!;
            order.Add(next.Record.Id);
            jobs.Remove(next);
        }

        Assert.Equal("short0", order[0]);
        Assert.Equal(RenderOrder.MostOvertaken, order.IndexOf("long"));
    }

    [Fact]
    public void A_waiting_render_knows_its_place()
    {
        List<RenderJob> jobs = [Job("runs", 900), Job("long", 60), Job("long2", 5, "long"), Job("short", 30)];
        jobs[0].Running = true;
        Assert.Equal([null, 2, 3, 1], jobs.Select(j => RenderOrder.Ahead(jobs, j)));
        Assert.Null(RenderOrder.Ahead(jobs, null));
        jobs[1].Overtaken = RenderOrder.MostOvertaken;
        Assert.Equal([null, 1, 2, 3], jobs.Select(j => RenderOrder.Ahead(jobs, j)));
    }

    [Fact]
    public void Renders_of_one_session_run_one_after_the_other_in_order()
    {
        List<RenderJob> jobs = [Job("a", 60, "s"), Job("b", 5, "s")];
        var first = RenderOrder.Next(jobs)!;
        first.Running = true;
        Assert.Equal(("a", null), (first.Record.Id, RenderOrder.Next(jobs)));
    }

    [Fact]
    public async Task A_record_that_cannot_be_written_costs_neither_its_video_nor_another()
    {
        await using var bench = await LocalBench.StartAsync();
        var session = await bench.BeginSessionAsync();
        using var upload = await bench.UploadAsync(session, ("talk.mp3", FakeMediaTools.Audio()));
        await bench.SayAsync(session, "waveform video");
        var draft = await bench.DraftAsync(session);
        bench.Renderer.Hold();
        using var first = await bench.SubmitAsync(session, "render_1", draft);
        await bench.Renderer.Started.WaitAsync();
        using var second = await bench.SubmitAsync(session, "render_2", draft);
        var record = Directory.GetFiles(bench.Folder, "render.json", SearchOption.AllDirectories).Single(f => File.ReadAllText(f).Contains("render_1", StringComparison.Ordinal));
        File.Delete(record);
        Directory.CreateDirectory(record);
        bench.Renderer.Release();
        var done = await bench.WaitForAsync("render_2");
        Assert.Equal("completed", done.GetProperty("status").GetString());
        Assert.Equal("completed", (await bench.PollAsync("render_1")).GetProperty("status").GetString());
        Assert.Equal(FakeRenderer.Video, await bench.Http.GetByteArrayAsync("/api/render/proxy/render_1/download"));
    }

    private static RenderJob Job(string id, int seconds, string? session = null) => new(
        new RenderRecord { Id = id, UserId = "u", SessionId = session ?? id, Draft = "{}", CreatedAt = DateTimeOffset.UnixEpoch },
        TimeSpan.FromSeconds(seconds));
}
