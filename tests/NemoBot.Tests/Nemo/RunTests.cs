using System.Net;
using System.Net.Sockets;
using System.Text;
using NemoBot.Core.Backend;
using NemoBot.Nemo.Settings;
using Xunit;

namespace NemoBot.Tests.Nemo;

/// <summary>A message is posted once, whatever happens; what comes back ends in a word that can be relied on.</summary>
public sealed class RunTests
{
    [Fact]
    public async Task A_turn_is_told_event_by_event()
    {
        await using var scene = await NemoScene.StartAsync();
        scene.Cloud.Stream("js-aftertool-stream.sse");
        var events = await scene.RunAsync(await scene.SessionAsync(), "add \"music\" 音乐 🎵");
        Assert.Equal(["Let me add some music first. ", "Done: piano at 50%."], Outcome.Of(events).Texts);
        Assert.IsType<BackendEvent.Ended>(events[^1]);
        Assert.Equal(["add \"music\" 音乐 🎵"], scene.Cloud.Messages);
        Assert.Equal(1, scene.Cloud.Count("/run_sse"));
    }

    public static TheoryData<string> Faults { get; } = ["reset", "cut", "mid", "packed", "500", "502", "503", "504", "408", "html", "large"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task After_a_fault_the_message_is_not_posted_again(string fault)
    {
        await using var scene = await NemoScene.StartAsync(c => c with { Limits = new NemoLimits { BreakerCalls = 1000, MaxEventBytes = 4096 } });
        var session = await scene.SessionAsync();
        Prepare(scene.Cloud, fault);
        var events = await scene.Soon(scene.RunAsync(session));
        Assert.IsType<BackendEvent.Lost>(events[^1]);
        Assert.Equal(1, scene.Cloud.Count("/run_sse"));

        // A reset may overtake the bytes that were sent before it.
        var texts = Outcome.Of(events).Texts;
        Assert.True(fault == "cut" ? texts is ["Half"] : texts.Count == 0 || (fault == "mid" && texts is ["Half"]));
        var failed = events.OfType<BackendEvent.Failed>().Select(f => f.Error.Kind);
        Assert.Equal(fault switch { "large" => [BackendErrorKind.Malformed], { Length: 3 } when char.IsDigit(fault[0]) => [BackendErrorKind.Unavailable], _ => [] }, failed);
    }

    [Fact]
    public async Task Ten_minutes_of_heartbeats_are_a_lost_stream()
    {
        await using var scene = await NemoScene.StartAsync();
        var session = await scene.SessionAsync();
        var beating = new TaskCompletionSource();
        scene.Cloud.Stream(async (write, context) =>
        {
            await write(CloudStandIn.Say("Working."));
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await write(": ping\n\ndata: heartbeat\n\nevent: heartbeat\ndata: {}\n\n"u8.ToArray());
                beating.TrySetResult();
                await Task.WhenAny(CloudStandIn.GoneAsync(context), Task.Delay(TimeSpan.FromSeconds(30), scene.Clock));
            }
        });
        var run = scene.RunAsync(session);
        await beating.Task;
        var start = scene.Clock.GetUtcNow();
        var events = await scene.Soon(run, TimeSpan.FromSeconds(10));
        // The clock runs on while the loss is noticed; the limit of every stream is 15 minutes.
        Assert.InRange(scene.Clock.GetUtcNow() - start, TimeSpan.FromMinutes(9.9), TimeSpan.FromMinutes(14.9));
        Assert.IsType<BackendEvent.Lost>(events[^1]);
        Assert.Equal(["Working."], Outcome.Of(events).Texts);
        Assert.Equal(1, scene.Cloud.Count("/run_sse"));
    }

    [Fact]
    public async Task A_stream_with_news_lives_to_the_hard_limit()
    {
        await using var scene = await NemoScene.StartAsync();
        var session = await scene.SessionAsync();
        scene.Cloud.Stream(async (write, context) =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await write(CloudStandIn.Say("Step."));
                await Task.WhenAny(CloudStandIn.GoneAsync(context), Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System));
            }
        });
        var start = scene.Clock.GetUtcNow();
        var events = await scene.Soon(scene.RunAsync(session), TimeSpan.FromSeconds(2));
        Assert.InRange(scene.Clock.GetUtcNow() - start, TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(29));
        Assert.IsType<BackendEvent.Lost>(events[^1]);
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_lost()
    {
        await using var scene = await NemoScene.StartAsync();
        var session = await scene.SessionAsync();
        scene.Cloud.Next("/run_sse", CloudStandIn.GoneAsync);
        var events = await scene.Soon(scene.RunAsync(session), TimeSpan.FromSeconds(10));
        Assert.IsType<BackendEvent.Lost>(Assert.Single(events));
        Assert.Equal(1, scene.Cloud.Count("/run_sse"));
    }

    [Fact]
    public async Task A_connection_that_was_never_made_is_tried_again()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        await using var scene = await NemoScene.StartAsync(c => c with { Token = "nmv_usr_own", Api = new Uri($"http://127.0.0.1:{port}/") });
        var start = scene.Clock.GetUtcNow();
        var error = await scene.FailsAsync(() => scene.RunAsync("1"));
        Assert.Equal(BackendErrorKind.NeverSent, error.Kind);
        Assert.True(scene.Clock.GetUtcNow() - start > TimeSpan.FromSeconds(3), "it was tried again");
    }

    [Fact]
    public async Task A_connection_that_is_not_made_in_time_is_one_that_was_never_made()
    {
        // A queue for one connection, which is full: further ones are not answered at all.
        using var full = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        full.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        full.Listen(0);
        using var first = new TcpClient();
        await first.ConnectAsync((IPEndPoint)full.LocalEndPoint!);
        await using var scene = await NemoScene.StartAsync(c => c with
        {
            Token = "nmv_usr_own",
            Api = new Uri($"http://127.0.0.1:{((IPEndPoint)full.LocalEndPoint!).Port}/"),
            Limits = new NemoLimits { Retries = 0, ConnectTimeout = TimeSpan.FromMilliseconds(100) },
        });
        Assert.Equal(BackendErrorKind.NeverSent, (await Assert.ThrowsAsync<BackendException>(() => scene.RunAsync("1"))).Error.Kind);
        Assert.Equal(BackendErrorKind.NeverSent, (await Assert.ThrowsAsync<BackendException>(() => scene.Backend.GetCreditsAsync(scene.Caller, default))).Error.Kind);
    }

    [Fact]
    public async Task A_message_for_which_there_is_no_token_was_never_sent()
    {
        await using var scene = await NemoScene.StartAsync();
        scene.Cloud.Fail("/api/auth", 503, times: 9);
        Assert.Equal(BackendErrorKind.NeverSent, (await scene.FailsAsync(() => scene.RunAsync("1"))).Kind);
        Assert.Equal(0, scene.Cloud.Count("/run_sse"));
    }

    [Theory]
    [InlineData(500, """{"error":{"code":429,"status":"RESOURCE_EXHAUSTED","message":"the model's quota"}}""")]
    [InlineData(200, """{"error":{"code":429,"status":"RESOURCE_EXHAUSTED","message":"the model's quota"}}""")]
    [InlineData(503, """{"error_code":"RESOURCE_EXHAUSTED"}""")]
    [InlineData(500, """{"error":{"code":401,"message":"the model's key"}}""")]
    [InlineData(200, """{"error":{"code":401,"message":"the model's key"}}""")]
    public async Task A_failure_of_the_model_is_no_refusal(int status, string body)
    {
        await using var scene = await NemoScene.StartAsync();
        var session = await scene.SessionAsync();
        scene.Cloud.Fail("/run_sse", status, body);
        var events = await scene.Soon(scene.RunAsync(session));
        Assert.IsType<BackendEvent.Lost>(events[^1]);
        Assert.Equal(1, scene.Cloud.Count("/run_sse"));
    }

    [Fact]
    public async Task A_failure_of_the_model_in_the_stream_is_no_refusal()
    {
        await using var scene = await NemoScene.StartAsync();
        var session = await scene.SessionAsync();
        scene.Cloud.Fail("/run_sse", 200, "data: {\"error\":{\"code\":401,\"message\":\"the model's key\"}}\n\n", type: "text/event-stream");
        Assert.IsType<BackendEvent.Ended>((await scene.Soon(scene.RunAsync(session)))[^1]);
        Assert.Equal(1, scene.Cloud.Count("/run_sse"));
    }

    [Theory]
    [InlineData(429, "")]
    [InlineData(200, """{"code":429,"message":"slow down"}""")]
    public async Task A_message_that_came_too_fast_is_posted_once_more(int status, string body)
    {
        await using var scene = await NemoScene.StartAsync();
        var session = await scene.SessionAsync();
        scene.Cloud.Fail("/run_sse", status, body);
        Assert.IsType<BackendEvent.Ended>((await scene.Soon(scene.RunAsync(session)))[^1]);
        Assert.Equal(2, scene.Cloud.Count("/run_sse"));
    }

    [Fact]
    public async Task A_kept_connection_that_the_service_closes_is_not_used_for_a_message()
    {
        // A server that answers one request per connection and closes it without a word as soon as it is used again.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var runs = 0;
        async Task ServeAsync(TcpClient client)
        {
            using var stream = client.GetStream();
            for (var isFirst = true; isFirst; isFirst = false)
            {
                var isRun = (await ReadRequestAsync(stream)).StartsWith("POST /run_sse", StringComparison.Ordinal);
                runs += isRun ? 1 : 0;
                var body = isRun ? "data: {\"type\":\"text\",\"content\":\"ok\"}\n\n" : "{\"code\":0,\"data\":{\"available\":1}}";
                var type = isRun ? "text/event-stream" : "application/json";
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
                runs += (await ReadRequestAsync(stream)).StartsWith("POST /run_sse", StringComparison.Ordinal) ? 1 : 0;
            }

            client.Dispose();
        }

        var serving = Task.Run(async () =>
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync());
            }
        });
        await using var scene = await NemoScene.StartAsync(c => c with { Token = "nmv_usr_own", Api = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/") });
        await scene.Backend.GetCreditsAsync(scene.Caller, default);
        var run = scene.RunAsync("1");
        Assert.IsType<BackendEvent.Ended>((await scene.Soon(run))[^1]);
        Assert.Equal(1, runs);
        Assert.False(serving.IsCompleted);
    }

    [Theory]
    [InlineData(401, "")]
    [InlineData(401, """{"code":1001,"message":"expired"}""")]
    [InlineData(200, """{"code":1001,"message":"expired"}""")]
    [InlineData(200, """{"code":1010}""")]
    [InlineData(200, "data: {\"code\":1001,\"message\":\"expired\"}\n\n")]
    public async Task A_token_that_is_refused_is_renewed_and_the_message_posted_once_more(int status, string body)
    {
        await using var scene = await NemoScene.StartAsync();
        var session = await scene.SessionAsync();
        scene.Cloud.Fail("/run_sse", status, body, type: body.StartsWith("data", StringComparison.Ordinal) ? "text/event-stream" : "application/json");
        var events = await scene.RunAsync(session);
        Assert.Equal(["Done."], Outcome.Of(events).Texts);
        Assert.Equal(2, scene.Cloud.Count("/run_sse"));
        Assert.Equal(2, scene.Cloud.Count("/api/auth/anonymous-token"));
        Assert.Single(scene.Cloud.Requests.Where(r => r.Path.EndsWith("anonymous-token", StringComparison.Ordinal)).Select(r => r.Headers["X-Client-Id"]).Distinct());
    }

    [Theory]
    [InlineData("""{"code":1002,"message":"gone"}""", "application/json", 200)]
    [InlineData("""{"code":1002,"message":"gone"}""", "application/json", 404)]
    [InlineData("""{"detail":"Session not found"}""", "application/json", 404)]
    [InlineData("data: {\"code\":1002}\n\n", "text/event-stream", 200)]
    [InlineData("data: {\"error\":\"Session not found: 1\"}\n\n", "text/event-stream", 200)]
    public async Task A_session_that_is_gone_is_told_apart(string body, string type, int status)
    {
        await using var scene = await NemoScene.StartAsync();
        scene.Cloud.Fail("/run_sse", status, body, type: type);
        Assert.Equal(BackendErrorKind.SessionNotFound, (await scene.FailsAsync(() => scene.RunAsync("1"))).Kind);
        Assert.Equal(1, scene.Cloud.Count("/run_sse"));
    }

    [Theory]
    [InlineData("token")]
    [InlineData("session")]
    [InlineData("state")]
    public async Task Out_of_credits_always_names_the_user(string teller)
    {
        await using var scene = await NemoScene.StartAsync();
        scene.Cloud.TellsUser.RemoveWhere(t => t != teller);
        var session = await scene.SessionAsync();
        scene.Cloud.Fail("/run_sse", 200, "data: {\"code\":2001,\"message\":\"no credits\"}\n\n", type: "text/event-stream");
        var failed = (await scene.RunAsync(session)).OfType<BackendEvent.Failed>().Single();
        Assert.Equal((BackendErrorKind.OutOfCredits, "anon_77"), (failed.Error.Kind, failed.Error.UserId));
        scene.Cloud.Fail("/run_sse", 402, """{"code":2001,"message":"no credits"}""");
        var refused = await scene.FailsAsync(() => scene.RunAsync(session));
        Assert.Equal((BackendErrorKind.OutOfCredits, "anon_77"), (refused.Kind, refused.UserId));
    }

    [Fact]
    public async Task A_service_that_does_not_stream_is_understood()
    {
        await using var scene = await NemoScene.StartAsync();
        var session = await scene.SessionAsync();
        scene.Cloud.Fail("/run_sse", 200, """[{"author":"a","content":{"parts":[{"text":"All at once."}]}}]""");
        var events = await scene.RunAsync(session);
        Assert.Equal(["All at once."], Outcome.Of(events).Texts);
        Assert.IsType<BackendEvent.Ended>(events[^1]);
    }

    [Fact]
    public async Task Who_cancels_is_not_told_of_a_loss()
    {
        await using var scene = await NemoScene.StartAsync();
        var session = await scene.SessionAsync();
        var gone = new TaskCompletionSource();
        scene.Cloud.Stream(async (write, context) =>
        {
            await write(CloudStandIn.Say("Begun."));
            await CloudStandIn.GoneAsync(context);
            gone.SetResult();
        });
        using var cancel = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in scene.Backend.RunAsync(scene.Caller, session, "x", cancel.Token))
            {
                Assert.IsNotType<BackendEvent.Lost>(item);
                await cancel.CancelAsync();
            }
        });
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System);
    }

    private static void Prepare(CloudStandIn cloud, string fault)
    {
        var half = """data: {"author":"a","partial":true,"content":{"parts":[{"text":"Half"}]}}""" + "\n\n";
        switch (fault)
        {
            case "reset":
                cloud.Reset("/run_sse");
                break;
            case "cut":
                cloud.Stream(Encoding.UTF8.GetBytes(half + "data: {\"author\":\"a\",\"cont"));
                break;
            case "mid":
                cloud.Stream(async (write, context) =>
                {
                    await write(Encoding.UTF8.GetBytes(half + "data: {\"author\":\"a\",\"cont"));
                    context.Abort();
                });
                break;
            case "packed":
                cloud.Next("/run_sse", async context =>
                {
                    context.Response.ContentType = "text/event-stream";
                    context.Response.Headers.ContentEncoding = "gzip";
                    await context.Response.Body.WriteAsync("data: this is not packed at all\n\n"u8.ToArray());
                });
                break;
            case "large":
                cloud.Stream(Encoding.UTF8.GetBytes("data: " + new string('x', 10_000)));
                break;
            case "html":
                cloud.Fail("/run_sse", 200, "<html>welcome</html>", type: "text/html");
                break;
            default:
                cloud.Fail("/run_sse", int.Parse(fault), "upstream", times: 5, type: "text/plain");
                break;
        }
    }

    private static async Task<string> ReadRequestAsync(NetworkStream stream)
    {
        var buffer = new byte[8192];
        var text = string.Empty;
        while (!text.Contains("\r\n\r\n", StringComparison.Ordinal) || (text.StartsWith("POST", StringComparison.Ordinal) && !text.EndsWith("}}", StringComparison.Ordinal)))
        {
            var read = await stream.ReadAsync(buffer);
            if (read == 0)
            {
                return text;
            }

            text += Encoding.UTF8.GetString(buffer, 0, read);
        }

        return text;
    }
}
