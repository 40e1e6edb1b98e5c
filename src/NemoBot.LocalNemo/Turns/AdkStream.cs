using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using NemoBot.LocalNemo.Http;

namespace NemoBot.LocalNemo.Turns;

/// <summary>
/// Writes the events of one turn as the Agent Development Kit's API server does. A client that goes away does not end the turn:
/// what is written after that is dropped.
/// </summary>
internal sealed class AdkStream(HttpResponse response, TimeProvider clock)
{
    private const string Author = "nemo_agent";
    private const int DeltaLength = 24;

    private readonly string _invocation = "e-" + Guid.NewGuid();
    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <summary>Sends the headers.</summary>
    public Task BeginAsync()
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache";
        return TryAsync(() => response.StartAsync(response.HttpContext.RequestAborted));
    }

    /// <summary>Writes that tools are at work.</summary>
    /// <returns>The calls' ids, for the responses.</returns>
    public async Task<IReadOnlyList<string>> WriteCallsAsync(IReadOnlyList<Step> steps)
    {
        List<string> ids = [.. steps.Select(_ => "adk-" + Guid.NewGuid())];
        await WriteEventAsync("model", null, json =>
        {
            foreach (var (step, id) in steps.Zip(ids))
            {
                json.WriteStartObject();
                json.WriteStartObject("functionCall");
                json.WriteString("name", step.Tool);
                json.WriteStartObject("args");
                WriteArguments(json, step);
                json.WriteEndObject();
                json.WriteString("id", id);
                json.WriteEndObject();
                json.WriteEndObject();
            }
        });
        return ids;
    }

    /// <summary>Writes that the tools are done and what became of the draft.</summary>
    public Task WriteResponsesAsync(IReadOnlyList<Step> steps, IReadOnlyList<string> ids, string? draft) => WriteEventAsync("user", draft, json =>
    {
        foreach (var (step, id) in steps.Zip(ids))
        {
            json.WriteStartObject();
            json.WriteStartObject("functionResponse");
            json.WriteString("id", id);
            json.WriteString("name", step.Tool);
            json.WriteStartObject("response");
            json.WriteString("status", "ok");
            WriteArguments(json, step);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }
    });

    /// <summary>Writes a text: in pieces, then whole.</summary>
    public async Task WriteTextAsync(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(DeltaLength, text.Length - at);
            if (at + length < text.Length && char.IsHighSurrogate(text[at + length - 1]))
            {
                length++;
            }

            var piece = text.Substring(at, length);
            await WriteTextEventAsync(piece, partial: true);
            at += length;
        }

        await WriteTextEventAsync(text, partial: false);
    }

    /// <summary>Writes a heartbeat.</summary>
    public Task WriteHeartbeatAsync() => WriteObjectAsync(json => json.WriteString("type", "heartbeat"));

    /// <summary>Writes how far a slow edit is, as a call that is still at work.</summary>
    public Task WriteProgressAsync(double share) => WriteEventAsync("model", null, json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("functionCall");
        json.WriteString("name", "analyze_media");
        json.WriteStartObject("args");
        json.WriteNumber("progress", Math.Round(share, 2));
        json.WriteEndObject();
        json.WriteString("id", "adk-" + Guid.NewGuid());
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>Sends progress, and heartbeats where there is none, until a task is done.</summary>
    public async Task<T> KeepAliveAsync<T>(Task<T> task, TurnProgress progress, TimeSpan interval, CancellationToken cancellationToken)
    {
        while (!task.IsCompleted)
        {
            using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var beat = Task.Delay(interval, clock, done.Token);
            var news = progress.News;
            var first = await Task.WhenAny(task, news, beat);
            if (first == news)
            {
                await WriteProgressAsync(progress.Take());
            }
            else if (first == beat && !cancellationToken.IsCancellationRequested)
            {
                await WriteHeartbeatAsync();
            }

            await done.CancelAsync();
        }

        return await task;
    }

    /// <summary>Writes requests that can be sent next. A client that does not know the call ignores it.</summary>
    public Task WriteOffersAsync(IReadOnlyList<string> offers) => WriteEventAsync("model", null, json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("functionCall");
        json.WriteString("name", "offer_requests");
        json.WriteStartObject("args");
        json.WriteStartArray("requests");
        foreach (var offer in offers)
        {
            json.WriteStringValue(offer);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteString("id", "adk-" + Guid.NewGuid());
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>Writes an error in the middle of the stream.</summary>
    public Task WriteErrorAsync(int code, string message) => WriteObjectAsync(json =>
    {
        json.WriteNumber("code", code);
        json.WriteString("message", message);
    });

    private static void WriteArguments(Utf8JsonWriter json, Step step)
    {
        foreach (var (name, value) in step.Arguments)
        {
            json.WriteString(name, value);
        }
    }

    private static async Task TryAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The client is gone; it will read the state.
        }
    }

    private Task WriteTextEventAsync(string text, bool partial) => WriteEventAsync(
        "model",
        null,
        json =>
        {
            json.WriteStartObject();
            json.WriteString("text", text);
            json.WriteEndObject();
        },
        partial,
        finished: !partial);

    private Task WriteEventAsync(string role, string? draft, Action<Utf8JsonWriter> parts, bool partial = false, bool finished = false) =>
        WriteObjectAsync(json =>
        {
            json.WriteString("invocationId", _invocation);
            json.WriteString("author", Author);
            json.WriteString("id", RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 8));
            json.WriteStartObject("content");
            json.WriteString("role", role);
            json.WriteStartArray("parts");
            parts(json);
            json.WriteEndArray();
            json.WriteEndObject();
            WriteActions(json, draft);
            json.WriteStartArray("longRunningToolIds");
            json.WriteEndArray();
            json.WriteNumber("timestamp", clock.GetUtcNow().ToUnixTimeMilliseconds());
            json.WriteBoolean("partial", partial);
            if (finished)
            {
                json.WriteString("finishReason", "STOP");
            }
        });

    private static void WriteActions(Utf8JsonWriter json, string? draft)
    {
        json.WriteStartObject("actions");
        json.WriteStartObject("stateDelta");
        if (draft is not null)
        {
            json.WritePropertyName("draft");
            json.WriteRawValue(draft);
        }

        json.WriteEndObject();
        foreach (var name in (ReadOnlySpan<string>)["artifactDelta", "requestedAuthConfigs", "requestedToolConfirmations"])
        {
            json.WriteStartObject(name);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private Task WriteObjectAsync(Action<Utf8JsonWriter> members)
    {
        _buffer.ResetWrittenCount();
        _buffer.Write("data: "u8);
        using (var json = new Utf8JsonWriter(_buffer, Envelope.Writing))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        _buffer.Write("\n\n"u8);
        return TryAsync(async () => await response.Body.WriteAsync(_buffer.WrittenMemory, response.HttpContext.RequestAborted));
    }
}
