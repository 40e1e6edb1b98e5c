using System.Text.Json;
using NemoBot.Core.Backend;
using NemoBot.Core.Media;
using NemoBot.Nemo.Settings;
using Xunit;

namespace NemoBot.Tests.Nemo;

/// <summary>Sessions, credits, state, files and renders over the wire.</summary>
public sealed class CallTests
{
    // Keys that nobody knows, numbers in odd forms, escapes, odd order and spaces: all of it must come through as it is.
    private const string OddDraft =
        """{ "z":1.0, "t":[ {"tt":0,"sg":[{"d":4e3,"x":1E+2,"m":{"title":"caf\u00e9 \/ \u0041 草稿 \ud83c\udfac"}}] , "unknown":null} ],"a":[],"big":12345678901234567890.000,"t2":-0.0,"esc":"\u003c\"" }""";

    [Fact]
    public async Task Sessions_credits_state_and_link()
    {
        await using var scene = await NemoScene.StartAsync();
        scene.Cloud.Frozen = 40;
        var session = await scene.Backend.CreateSessionAsync(scene.Caller, "zh-CN", default);
        Assert.Equal("task_" + session.SessionId, session.TaskId);
        Assert.Equal(new CreditBalance(400, 40), await scene.Backend.GetCreditsAsync(scene.Caller, default));
        Assert.Null((await scene.Backend.GetStateAsync(scene.Caller, session.SessionId, default)).DraftJson);
        scene.Cloud.Draft = OddDraft;
        Assert.Equal(new BackendState(OddDraft, "anon_77", session.TaskId, 1080, 1920), await scene.Backend.GetStateAsync(scene.Caller, session.SessionId, default));
        Assert.Equal(
            "https://web.example/workspace/claim?ct=clm_abc%2F1",
            (await scene.Backend.GetProjectLinkAsync(scene.Caller, session with { TaskId = null }, default))!.AbsoluteUri);
        Assert.Equal("zh-CN", JsonDocument.Parse(scene.Cloud.Requests.First(r => r.Path.StartsWith("/api/tasks", StringComparison.Ordinal)).Body).RootElement.GetProperty("language").GetString());
    }

    [Theory]
    [InlineData(3000, 1)]
    [InlineData(1, 20_000)]
    public async Task A_state_that_is_too_deep_or_too_large_is_told_apart_from_a_broken_one(int depth, int length)
    {
        await using var scene = await NemoScene.StartAsync(c => c with { Limits = new NemoLimits { MaxAnswerBytes = 16 * 1024 } });
        var session = await scene.SessionAsync();
        scene.Cloud.Draft = $$"""{"t":{{new string('[', depth)}}"{{new string('x', length)}}"{{new string(']', depth)}}}""";
        Assert.Equal(BackendErrorKind.Oversized, (await scene.FailsAsync(() => scene.Backend.GetStateAsync(scene.Caller, session, default))).Kind);
        scene.Cloud.Fail("/api/state", 200, new string('[', 3000) + "]");
        Assert.Equal(BackendErrorKind.Malformed, (await scene.FailsAsync(() => scene.Backend.GetStateAsync(scene.Caller, session, default))).Kind);
    }

    [Fact]
    public async Task The_draft_is_exported_byte_for_byte()
    {
        await using var scene = await NemoScene.StartAsync();
        var session = await scene.SessionAsync();
        scene.Cloud.Draft = OddDraft;
        var draft = (await scene.Backend.GetStateAsync(scene.Caller, session, default)).DraftJson!;
        await scene.Backend.SubmitRenderAsync(scene.Caller, session, "render_1", draft, RenderVariant.Whole, default);
        var body = scene.Cloud.Requests.Single(r => r.Path == "/api/render/proxy/lambda").Body;
        Assert.Contains("\"draft\":" + OddDraft + ",", body, StringComparison.Ordinal);
        Assert.Equal(BackendErrorKind.DuplicateId, (await scene.FailsAsync(() => scene.Backend.SubmitRenderAsync(scene.Caller, session, "render_1", draft, RenderVariant.Whole, default))).Kind);
        Assert.Equal(2, scene.Cloud.Count("/api/render/proxy/lambda"));
    }

    [Theory]
    [InlineData("""{"taskId":"1","status":"pending","progress":0}""", RenderState.Pending, 0.0, null)]
    [InlineData("""{"success":true,"data":{"id":"1","status":"Processing","progress":0.25}}""", RenderState.Processing, 0.25, null)]
    [InlineData("""{"code":0,"data":{"id":"1","status":"RENDERING","progress":"50%"}}""", RenderState.Processing, 0.5, null)]
    [InlineData("""{"code":0,"data":{"id":"1","status":"in-progress","progress":80}}""", RenderState.Processing, 0.8, null)]
    [InlineData("""{"status":"queued","progress":null}""", RenderState.Pending, null, null)]
    [InlineData("""{"taskId":"1","status":"completed","output":{"url":"https://x/v.mp4","duration":"12.5","size":99}}""", RenderState.Completed, 1.0, "https://x/v.mp4")]
    [InlineData("""{"success":true,"data":{"status":"success","outputUrl":"https://x/v.mp4"}}""", RenderState.Completed, 1.0, "https://x/v.mp4")]
    [InlineData("""{"taskId":"1","status":"failed","error":"encoder crashed"}""", RenderState.Failed, null, null)]
    [InlineData("""{"success":false,"data":{"status":"error","error":{"message":"encoder crashed"}}}""", RenderState.Failed, null, null)]
    [InlineData("""{"status":"canceled"}""", RenderState.Cancelled, null, null)]
    public async Task Renders_are_understood_in_every_form(string answer, RenderState state, double? progress, string? url)
    {
        await using var scene = await NemoScene.StartAsync();
        scene.Cloud.Fail("/api/render", 200, answer);
        var status = await scene.Backend.GetRenderAsync(scene.Caller, "render_1", default);
        Assert.Equal((state, progress, url), (status.State, status.Progress, status.Url));
        Assert.Equal(state == RenderState.Failed ? "encoder crashed" : null, status.Message);
    }

    public static TheoryData<int, string, BackendErrorKind> Errors { get; } = new()
    {
        { 200, """{"code":1002}""", BackendErrorKind.SessionNotFound },
        { 404, """{"code":1002}""", BackendErrorKind.SessionNotFound },
        { 200, """{"code":2001}""", BackendErrorKind.OutOfCredits },
        { 402, """{"code":2001}""", BackendErrorKind.OutOfCredits },
        { 402, """{"code":402}""", BackendErrorKind.ExportBlocked },
        { 402, "", BackendErrorKind.ExportBlocked },
        { 200, """{"code":"402"}""", BackendErrorKind.ExportBlocked },
        { 400, """{"code":4001}""", BackendErrorKind.UnsupportedFile },
        { 200, """{"code":4002}""", BackendErrorKind.FileTooLarge },
        { 413, "<html>", BackendErrorKind.FileTooLarge },
        { 200, """{"success":false,"error":"no"}""", BackendErrorKind.Other },
        { 200, """{"code":7777,"message":"new"}""", BackendErrorKind.Other },
        { 403, "", BackendErrorKind.Other },
        { 200, "<html>", BackendErrorKind.Malformed },
        { 200, """{"code":0,"data":{}}""", BackendErrorKind.Malformed },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task Errors_mean_the_same_in_every_form(int status, string body, BackendErrorKind kind)
    {
        await using var scene = await NemoScene.StartAsync();
        scene.Cloud.Fail("/api/credits", status, body);
        Assert.Equal(kind, (await scene.FailsAsync(() => scene.Backend.GetCreditsAsync(scene.Caller, default))).Kind);
        Assert.Equal(1, scene.Cloud.Count("/api/credits"));
    }

    [Fact]
    public async Task Reads_are_repeated_after_outages_and_changes_are_not()
    {
        await using var scene = await NemoScene.StartAsync();
        var session = await scene.SessionAsync();
        scene.Cloud.Fail("/api/credits", 503, times: 2);
        scene.Cloud.Reset("/api/credits");
        await scene.Soon(scene.Backend.GetCreditsAsync(scene.Caller, default));
        Assert.Equal(4, scene.Cloud.Count("/api/credits"));
        scene.Cloud.Fail("/api/render", 503, times: 3);
        Assert.Equal(BackendErrorKind.Unavailable, (await scene.FailsAsync(() => scene.Backend.SubmitRenderAsync(scene.Caller, session, "render_1", "{}", RenderVariant.Whole, default))).Kind);
        Assert.Equal(1, scene.Cloud.Count("/api/render"));
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_left_alone_and_seen_to_return()
    {
        await using var scene = await NemoScene.StartAsync(c => c with { Limits = new NemoLimits { BreakerCalls = 4 } });
        await scene.SessionAsync();
        scene.Cloud.Fail("/api/credits", 503, times: 9);
        while (scene.Backend.IsAvailable)
        {
            Assert.Equal(BackendErrorKind.Unavailable, (await scene.FailsAsync(() => scene.Backend.GetCreditsAsync(scene.Caller, default))).Kind);
        }

        var asked = scene.Cloud.Count("/api/credits");
        var error = await scene.FailsAsync(() => scene.RunAsync("1"));
        Assert.Equal((BackendErrorKind.NeverSent, 0), (error.Kind, scene.Cloud.Count("/run_sse")));
        var waiting = Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            await scene.Backend.WaitUntilAvailableAsync(default);
            return true;
        }));
        await scene.Soon(waiting, TimeSpan.FromSeconds(2));
        Assert.True(scene.Backend.IsAvailable);
        Assert.Equal(10, scene.Cloud.Count("/api/credits"));
        Assert.InRange(asked, 4, 8);
    }

    [Fact]
    public async Task Files_are_streamed_with_their_names()
    {
        await using var scene = await NemoScene.StartAsync();
        var session = await scene.SessionAsync();
        var seen = new List<long>();
        UploadSource File(string name, int size, long? told) =>
            new(name, "audio/mpeg", told, _ => Task.FromResult<Stream>(new MemoryStream(new byte[size])));
        var progress = new InlineProgress(seen.Add);
        var files = await scene.Backend.UploadAsync(
            scene.Caller, session, [File("我的 \"song\" é.mp3", 200_000, 200_000), File("b.mp3", 0, 0)], progress, default);
        Assert.Equal([("我的 %22song%22 é.mp3", "audio/mpeg", 200_000L), ("b.mp3", "audio/mpeg", 0L)], scene.Cloud.Uploads);
        Assert.Equal(new UploadedFile("我的 %22song%22 é.mp3", MediaKind.Audio, TimeSpan.FromSeconds(30.5), null, null), files[0]);
        Assert.Equal(200_000, seen[^1]);
        Assert.True(seen.Count > 2);
        await scene.Backend.UploadAsync(scene.Caller, session, [File("c.mp3", 5, null)], null, default);
        Assert.Equal(5, scene.Cloud.Uploads.Last().Bytes);
        var wrong = await Assert.ThrowsAnyAsync<IOException>(() => scene.Backend.UploadAsync(scene.Caller, session, [File("d.mp3", 5, 9)], null, default));
        Assert.IsNotType<BackendException>(wrong);
        await scene.Backend.UploadLinksAsync(scene.Caller, session, [new Uri("https://example.com/a b.mp3")], default);
        Assert.Contains("https://example.com/a%20b.mp3", scene.Cloud.Requests.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_fails_is_not_taken_for_an_outage()
    {
        await using var scene = await NemoScene.StartAsync();
        var session = await scene.SessionAsync();
        var source = new UploadSource("a.mp3", "audio/mpeg", 10, _ => throw new InvalidOperationException("the chat lost it"));
        var failure = await Assert.ThrowsAsync<IOException>(() => scene.Backend.UploadAsync(scene.Caller, session, [source], null, default));
        Assert.IsType<InvalidOperationException>(failure.InnerException);
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("short")]
    [InlineData("page")]
    [InlineData("empty")]
    [InlineData("none")]
    [InlineData("good")]
    [InlineData("redirect")]
    public async Task Videos_come_from_their_address_or_else_from_the_service(string address)
    {
        await using var scene = await NemoScene.StartAsync();
        var session = await scene.SessionAsync();
        await scene.Backend.SubmitRenderAsync(scene.Caller, session, "render_1", """{"t":[1]}""", RenderVariant.Whole, default);
        scene.Cloud.ForeignAnswer = async context =>
        {
            context.Response.StatusCode = address == "gone" ? 403 : address == "redirect" && context.Request.Path == "/v.mp4" ? 302 : 200;
            context.Response.Headers.Location = address == "redirect" ? "/w.mp4" : default;
            context.Response.ContentType = address == "page" ? "text/html" : "video/mp4";
            context.Response.ContentLength = address == "empty" ? 0 : scene.Cloud.Video.Length;
            await context.Response.Body.WriteAsync(scene.Cloud.Video.AsMemory(0, address switch { "empty" => 0, "short" => 1000, _ => scene.Cloud.Video.Length }));
            await context.Response.Body.FlushAsync();
        };
        var folder = Directory.CreateTempSubdirectory("nemo-");
        try
        {
            var target = Path.Combine(folder.FullName, "v.mp4");
            await scene.Soon(Done(scene.Backend.DownloadAsync(scene.Caller, "render_1", address == "none" ? null : new Uri(scene.Cloud.Foreign, "v.mp4?sig=1").AbsoluteUri, target, null, default)));
            Assert.Equal(scene.Cloud.Video, await File.ReadAllBytesAsync(target));
            Assert.Equal([target], Directory.GetFiles(folder.FullName));
            Assert.Equal(address is "good" or "redirect" ? 0 : 1, scene.Cloud.Count("/api/render/proxy/render_1/download"));
            await scene.Soon(Done(scene.Backend.DownloadAsync(scene.Caller, "render_1", "/api/render/proxy/render_1/download", target, null, default)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_cancel_reaches_the_service_and_one_too_late_is_no_error()
    {
        await using var scene = await NemoScene.StartAsync();
        await scene.Backend.CancelRenderAsync(scene.Caller, "render_9", default);
        Assert.Equal(1, scene.Cloud.Count("/api/render/proxy/lambda/render_9/cancel"));
    }

    private static async Task<bool> Done(Task task)
    {
        await task;
        return true;
    }

    private sealed class InlineProgress(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
