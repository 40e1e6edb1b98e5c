using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NemoBot.Bench.Telegram;

/// <summary>A Bot API server that answers at once and writes down when what came.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<JsonObject> _updates = new();
    private readonly ConcurrentDictionary<long, DateTimeOffset> _blocked = new();
    private long _ids;

    private BenchServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Map("/bot{token}/{method}", AnswerAsync);
    }

    public string Address { get; private set; } = "";

    /// <summary>Chat, text and time of every message and edit.</summary>
    public ConcurrentQueue<(long Chat, string Text, DateTimeOffset At)> Taken { get; } = new();

    public int Refused { get; private set; }

    public static async Task<BenchServer> StartAsync()
    {
        var server = new BenchServer();
        await server._app.StartAsync();
        server.Address = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return server;
    }

    public void Say(long chat, string text)
    {
        var id = Interlocked.Increment(ref _ids);
        _updates.Enqueue(new JsonObject
        {
            ["update_id"] = id,
            ["message"] = new JsonObject
            {
                ["message_id"] = id,
                ["from"] = new JsonObject { ["id"] = chat, ["is_bot"] = false, ["first_name"] = "Ana" },
                ["chat"] = new JsonObject { ["id"] = chat, ["type"] = "private" },
                ["text"] = text,
            },
        });
    }

    public void Block(long chat, TimeSpan duration) => _blocked[chat] = TimeProvider.System.GetUtcNow() + duration;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var method = (string)context.Request.RouteValues["method"]!;
        var fields = context.Request.ContentType is null ? [] : (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        JsonNode result = method switch
        {
            "getMe" => new JsonObject { ["id"] = 1, ["is_bot"] = true, ["first_name"] = "Bench", ["username"] = "BenchBot" },
            "getUpdates" => await PollAsync(context),
            "sendMessage" or "editMessageText" => Take(context, fields),
            _ => JsonValue.Create(true),
        };
        context.Response.ContentType = "application/json";
        var body = context.Response.StatusCode == 429
            ? result
            : new JsonObject { ["ok"] = true, ["result"] = result };
        await context.Response.WriteAsync(body.ToJsonString());
    }

    private JsonObject Take(HttpContext context, JsonObject fields)
    {
        var chat = (long)fields["chat_id"]!;
        var now = TimeProvider.System.GetUtcNow();
        if (_blocked.TryGetValue(chat, out var until) && until > now)
        {
            Refused++;
            context.Response.StatusCode = 429;
            var seconds = (int)Math.Ceiling((until - now).TotalSeconds);
            return new JsonObject
            {
                ["ok"] = false,
                ["error_code"] = 429,
                ["description"] = "Too Many Requests",
                ["parameters"] = new JsonObject { ["retry_after"] = seconds },
            };
        }

        Taken.Enqueue((chat, (string)fields["text"]!, now));
        return new JsonObject
        {
            ["message_id"] = (long?)fields["message_id"] ?? Interlocked.Increment(ref _ids),
            ["chat"] = new JsonObject { ["id"] = chat, ["type"] = "private" },
        };
    }

    private async Task<JsonArray> PollAsync(HttpContext context)
    {
        for (var i = 0; i < 50 && _updates.IsEmpty; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, context.RequestAborted);
        }

        JsonArray batch = [];
        while (batch.Count < 100 && _updates.TryDequeue(out var update))
        {
            batch.Add(update);
        }

        return batch;
    }
}
