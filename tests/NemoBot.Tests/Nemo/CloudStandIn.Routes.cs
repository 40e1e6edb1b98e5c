using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace NemoBot.Tests.Nemo;

/// <summary>What the service does.</summary>
public sealed partial class CloudStandIn
{
    private readonly ConcurrentDictionary<string, string> _tokens = new();
    private readonly ConcurrentDictionary<string, string> _sessions = new();
    private readonly ConcurrentDictionary<string, int> _renders = new();
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _streams = new();
    private readonly ConcurrentDictionary<string, (string Text, DateTimeOffset Since)> _running = new();
    private int _number;

    /// <summary>The draft of every session, as JSON text; null: none yet.</summary>
    public string? Draft { get; set; }

    public long Available { get; set; } = 400;

    public long Frozen { get; set; }

    /// <summary>The user id of anonymous users.</summary>
    public string UserId { get; set; } = "anon_77";

    /// <summary>Which answers tell the user id: <c>token</c>, <c>session</c>, <c>state</c>.</summary>
    public HashSet<string> TellsUser { get; } = ["token", "session", "state"];

    /// <summary>How long anonymous tokens live.</summary>
    public TimeSpan TokenLife { get; set; } = TimeSpan.FromDays(7);

    /// <summary>The service's clock.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>A token that is not taken is answered with HTTP 401; false: with an envelope in an HTTP 200.</summary>
    public bool RefusesByStatus { get; set; } = true;

    /// <summary>The drafts of single sessions; for the others <see cref="Draft"/> counts.</summary>
    public ConcurrentDictionary<string, string> Drafts { get; } = new();

    /// <summary>Answers messages for which no stream was set: gets session, text and request.</summary>
    public Func<string, string, HttpContext, Task>? Script { get; set; }

    /// <summary>How many polls of a render are answered with progress before it is done.</summary>
    public int PollsUntilDone { get; set; }

    /// <summary>A pause in the middle of the finished video.</summary>
    public TimeSpan VideoPause { get; set; }

    /// <summary>The answers to the polls of a render, one after the other; the last one stays.</summary>
    public IReadOnlyList<string> RenderAnswers { get; set; } = [];

    /// <summary>The finished video.</summary>
    public byte[] Video { get; set; } = [.. Enumerable.Range(0, 300_000).Select(i => (byte)i)];

    /// <summary>Answers a message for which no stream was set.</summary>
    public Func<string, HttpContext, Task> Otherwise { get; set; } = async (_, context) => await context.Response.Body.WriteAsync(Say("Done."));

    /// <summary>Uploaded files: name, type, bytes.</summary>
    public ConcurrentQueue<(string Name, string Type, long Bytes)> Uploads { get; } = new();

    /// <summary>Texts of messages that were let in.</summary>
    public ConcurrentQueue<string> Messages { get; } = new();

    public int ForeignRequests { get; private set; }

    /// <summary>What the foreign host answers.</summary>
    public Func<HttpContext, Task> ForeignAnswer { get; set; } = _ => Task.CompletedTask;

    /// <summary>The next message is answered with a capture.</summary>
    public void Stream(string capture) => Stream(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Nemo", "wire", capture)));

    /// <summary>The next message is answered with these bytes.</summary>
    public void Stream(byte[] body) => Stream(async (write, _) => await write(body));

    /// <summary>The next message is answered with what a script writes, as it writes it.</summary>
    public void Stream(Func<Func<byte[], Task>, HttpContext, Task> script) => _streams.Enqueue(async context =>
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.Body.FlushAsync();
        await script(
            async bytes =>
            {
                await context.Response.Body.WriteAsync(bytes);
                await context.Response.Body.FlushAsync();
            },
            context);
    });

    /// <summary>One plain event that says a text.</summary>
    public static byte[] Say(string text) => Encoding.UTF8.GetBytes($"data: {JsonSerializer.Serialize(new { type = "text", content = text })}\n\n");

    /// <summary>Makes a token that a person has.</summary>
    public void Register(string token) => _tokens[token] = "user_1";

    /// <summary>No token that was given so far is taken any more.</summary>
    public void ForgetTokens() => _tokens.Clear();

    /// <summary>No session is known any more.</summary>
    public void ForgetSessions() => _sessions.Clear();

    private async Task RouteAsync(HttpContext context, string path, string body)
    {
        if (path == "/api/auth/anonymous-token")
        {
            await TokenAsync(context);
            return;
        }

        var token = context.Request.Headers.Authorization.ToString();
        if (!token.StartsWith("Bearer ", StringComparison.Ordinal) || !_tokens.ContainsKey(token["Bearer ".Length..]))
        {
            context.Response.StatusCode = RefusesByStatus ? 401 : 200;
            await WriteAsync(context, "{\"code\":1001,\"message\":\"token expired\"}");
            return;
        }

        await (path switch
        {
            "/api/tasks/me/with-session/nemo_agent" => SessionAsync(context, body),
            "/run_sse" => RunAsync(context, body),
            "/api/credits/balance/simple" => WriteAsync(context, $"{{\"code\":0,\"message\":\"ok\",\"data\":{{\"available\":{Available},\"frozen\":{Frozen},\"total\":{Available + Frozen}}}}}"),
            "/api/render/proxy/lambda" => SubmitAsync(context, body),
            "/api/auth/claim-token" => ClaimAsync(context, body),
            _ when path.StartsWith("/api/upload-video/nemo_agent/me/", StringComparison.Ordinal) => UploadAsync(context, path, body),
            _ when path.StartsWith("/api/state/nemo_agent/me/", StringComparison.Ordinal) => StateAsync(context, path.Split('/')[5]),
            _ when path.StartsWith("/api/render/proxy/", StringComparison.Ordinal) => RenderAsync(context, path),
            _ => ProblemAsync(context, "no such path"),
        });
    }

    private static async Task WriteAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
    }

    private async Task TokenAsync(HttpContext context)
    {
        var client = context.Request.Headers["X-Client-Id"].ToString();
        if (client.Length is 0 or > 64 || context.Request.Headers.ContainsKey("Authorization") || context.Request.ContentLength > 0)
        {
            await ProblemAsync(context, "not a proper request for an anonymous token");
            return;
        }

        var token = $"nmv_usr_anon{Interlocked.Increment(ref _number)}";
        _tokens[token] = UserId;
        var user = TellsUser.Contains("token") ? $"\"user_id\":\"{UserId}\"," : string.Empty;
        var end = (Clock.GetUtcNow() + TokenLife).ToString("yyyy-MM-ddTHH:mm:ssZ");
        await WriteAsync(context, $"{{\"code\":0,\"data\":{{\"token\":\"{token}\",{user}\"credits\":100,\"expires_at\":\"{end}\"}}}}");
    }

    private async Task SessionAsync(HttpContext context, string body)
    {
        using var json = JsonDocument.Parse(body);
        if (!json.RootElement.TryGetProperty("task_name", out _) || !json.RootElement.TryGetProperty("language", out var language))
        {
            await ProblemAsync(context, "task_name and language are needed");
            return;
        }

        var id = (5529798706024415232 + Interlocked.Increment(ref _number)).ToString();
        _sessions[id] = language.GetString()!;
        var user = TellsUser.Contains("session") ? $",\"user_id\":\"{UserId}\"" : string.Empty;
        await WriteAsync(context, $"{{\"code\":0,\"data\":{{\"task_id\":\"task_{id}\",\"session_id\":\"{id}\"{user}}}}}");
    }

    private async Task RunAsync(HttpContext context, string body)
    {
        using var json = JsonDocument.Parse(body);
        var root = json.RootElement;
        var parts = root.GetProperty("new_message").GetProperty("parts");
        if (root.GetProperty("app_name").GetString() != "nemo_agent" || root.GetProperty("user_id").GetString() != "me"
            || !context.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.Ordinal))
        {
            await ProblemAsync(context, "not a proper message");
            return;
        }

        var session = root.GetProperty("session_id").GetString()!;
        if (!_sessions.ContainsKey(session))
        {
            await WriteAsync(context, "{\"code\":1002,\"message\":\"session not found\"}");
            return;
        }

        var text = parts[0].GetProperty("text").GetString()!;
        var now = TimeProvider.System.GetUtcNow();
        if (!_running.TryAdd(session, (text, now)))
        {
            var other = _running.GetValueOrDefault(session);
            await ProblemAsync(context, $"two messages at once on one session: '{text}' {(now - other.Since).TotalSeconds:0.0} s after '{other.Text}'");
            return;
        }

        try
        {
            Messages.Enqueue(text);
            if (_streams.IsEmpty && Script is { } script)
            {
                await script(session, text, context);
                return;
            }

            if (_streams.TryDequeue(out var stream))
            {
                await stream(context);
            }
            else
            {
                context.Response.ContentType = "text/event-stream";
                await context.Response.Body.FlushAsync();
                await Otherwise(text, context);
            }
        }
        finally
        {
            _running.TryRemove(session, out _);
        }
    }

    private async Task UploadAsync(HttpContext context, string path, string body)
    {
        if (!_sessions.ContainsKey(path.Split('/')[5]))
        {
            await WriteAsync(context, "{\"code\":1002,\"message\":\"session not found\"}");
            return;
        }

        var names = new List<string>();
        if (!context.Request.HasFormContentType)
        {
            using var json = JsonDocument.Parse(body);
            names.AddRange(json.RootElement.GetProperty("urls").EnumerateArray().Select(u => u.GetString()!));
            if (json.RootElement.GetProperty("source_type").GetString() != "url")
            {
                await ProblemAsync(context, "source_type must be url");
                return;
            }
        }
        else
        {
            var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(context.Request.ContentType).Boundary).Value!;
            var reader = new MultipartReader(boundary, context.Request.Body);
            while (await reader.ReadNextSectionAsync() is { } section)
            {
                var disposition = section.GetContentDispositionHeader()!;
                if (disposition.Name != "files" || !disposition.IsFileDisposition())
                {
                    await ProblemAsync(context, $"field {disposition.Name}");
                    return;
                }

                var name = disposition.FileName.Value!;
                Uploads.Enqueue((name, section.ContentType!, await CountAsync(section.Body)));
                names.Add(name);
            }
        }

        var files = string.Join(",", names.Select(n => $"{{\"filename\":{JsonSerializer.Serialize(n)},\"file_type\":\"audio\",\"cdn_url\":\"https://cdn.invalid/x\",\"duration\":30.5}}"));
        await WriteAsync(context, $"{{\"code\":0,\"data\":{{\"files\":[{files}],\"session_state_applied\":true}}}}");
    }

    private static async Task<long> CountAsync(Stream stream)
    {
        var buffer = new byte[64 * 1024];
        var total = 0L;
        while (await stream.ReadAsync(buffer) is var read and > 0)
        {
            total += read;
        }

        return total;
    }

    private async Task StateAsync(HttpContext context, string session)
    {
        if (!_sessions.ContainsKey(session))
        {
            await WriteAsync(context, "{\"code\":1002,\"message\":\"session not found\"}");
            return;
        }

        var user = TellsUser.Contains("state") ? $"\"user_id\":\"{UserId}\"," : string.Empty;
        await WriteAsync(
            context,
            $"{{\"code\":0,\"data\":{{\"session_id\":\"{session}\",\"task_id\":\"task_{session}\",{user}\"state\":{{\"draft\":{Drafts.GetValueOrDefault(session) ?? Draft ?? "null"},\"canvas_config\":{{\"width\":1080,\"height\":1920}}}}}}}}");
    }

    private async Task ClaimAsync(HttpContext context, string body)
    {
        using var json = JsonDocument.Parse(body);
        var proper = json.RootElement.GetProperty("task_id").GetString() == $"task_{json.RootElement.GetProperty("session_id").GetString()}";
        await (proper ? WriteAsync(context, "{\"code\":0,\"data\":{\"claim_token\":\"clm_abc/1\",\"expires_in\":604800}}") : ProblemAsync(context, "task and session do not belong together"));
    }

    private async Task SubmitAsync(HttpContext context, string body)
    {
        using var json = JsonDocument.Parse(body);
        var id = json.RootElement.GetProperty("id").GetString()!;
        if (!_sessions.ContainsKey(json.RootElement.GetProperty("sessionId").GetString()!) || !id.StartsWith("render_", StringComparison.Ordinal)
            || json.RootElement.GetProperty("output").GetProperty("format").GetString() != "mp4"
            || json.RootElement.GetProperty("draft").GetProperty("t").GetArrayLength() == 0)
        {
            await ProblemAsync(context, "not a proper export");
            return;
        }

        if (!_renders.TryAdd(id, 0))
        {
            context.Response.StatusCode = 409;
            await WriteAsync(context, "{\"code\":409,\"message\":\"duplicate id\"}");
            return;
        }

        await WriteAsync(context, $"{{\"success\":true,\"data\":{{\"id\":\"{id}\",\"status\":\"pending\"}}}}");
    }

    private async Task RenderAsync(HttpContext context, string path)
    {
        var names = path.Split('/');
        var id = names[4] == "lambda" ? names[5] : names[4];
        if (!_renders.TryGetValue(id, out var polls))
        {
            context.Response.StatusCode = 404;
            await WriteAsync(context, "{\"success\":false,\"error\":\"render not found\"}");
        }
        else if (path.EndsWith("/download", StringComparison.Ordinal))
        {
            context.Response.ContentType = "video/mp4";
            context.Response.ContentLength = Video.Length;
            await context.Response.Body.WriteAsync(Video.AsMemory(0, Video.Length / 2));
            await Task.Delay(VideoPause, TimeProvider.System);
            await context.Response.Body.WriteAsync(Video.AsMemory(Video.Length / 2));
        }
        else if (path.EndsWith("/cancel", StringComparison.Ordinal))
        {
            await WriteAsync(context, "{\"code\":0,\"data\":{}}");
        }
        else
        {
            _renders[id] = polls + 1;
            var done = $"{{\"taskId\":\"{id}\",\"status\":\"completed\",\"progress\":1,\"output\":{{\"url\":\"{Address}api/render/proxy/{id}/download\",\"duration\":12.5,\"size\":{Video.Length}}}}}";
            await WriteAsync(context, polls < PollsUntilDone ? $"{{\"taskId\":\"{id}\",\"status\":\"processing\",\"progress\":0.5}}" : RenderAnswers.Count == 0 ? done : RenderAnswers[Math.Min(polls, RenderAnswers.Count - 1)]);
        }
    }
}
