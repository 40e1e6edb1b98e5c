using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NemoBot.Tests.Telegram.StandIn;

/// <summary>
/// A Bot API server on loopback, as strict as the real one: limits, parse errors, 429 per chat, 409, moved and closed chats.
/// The other parts: what calls do (Calls), what the service hands over (Updates), what people do (People).
/// </summary>
internal sealed partial class TelegramStandIn : IAsyncDisposable
{
    public const string Token = "4242:stand-in_SECRET-token";
    public const long BotId = 4242;
    public const string BotName = "NemoTestBot";

    /// <summary>A path below which the server answers too, as behind a proxy.</summary>
    public const string Prefix = "/proxy/bot-api";

    private readonly Lock _lock = new();
    private readonly TimeProvider _clock;
    private readonly WebApplication _app;

    private TelegramStandIn(TimeProvider clock)
    {
        _clock = clock;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(k => k.Limits.MaxRequestBodySize = null);
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            Requests.Enqueue(context.Request.Path);
            return next();
        });
        _app.UsePathBase(Prefix);
        _app.UseRouting();
        _app.Map("/bot{token}/{method}", AnswerAsync);
        _app.MapGet("/file/bot{token}/{**path}", DownloadAsync);
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>The paths of all requests.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Everything that the real service would refuse or silently ignore; a test ends with none.</summary>
    public ConcurrentQueue<string> Violations { get; } = new();

    public ConcurrentQueue<StandInCall> Calls { get; } = new();

    /// <summary>Privacy mode is off.</summary>
    public bool ReadsAll { get; set; }

    /// <summary>The token was revoked.</summary>
    public bool RefusesToken { get; set; }

    /// <summary>Largest body; 0: none.</summary>
    public long LargestBody { get; set; } = 50 << 20;

    /// <summary>A server in local mode: files by path, both ways.</summary>
    public bool IsLocal { get; set; }

    /// <summary>Answers a call in another way: gets method and fields, returns a status and body, or null for the usual.</summary>
    public Func<string, JsonObject, (int Status, string Body)?> Override { get; set; } = (_, _) => null;

    /// <summary>The service performs the call, but a proxy answers with this status and a page of its own.</summary>
    public Func<string, int?> AnswerLost { get; set; } = _ => null;

    /// <summary>Where pages of a proxy redirect to.</summary>
    public Uri? RedirectTo { get; set; }

    /// <summary>The <c>Retry-After</c> of pages that a proxy answers with (<see cref="Override"/> with HTML).</summary>
    public int? PageRetryAfter { get; set; }

    /// <summary>Holds a call's answer back.</summary>
    public Func<string, JsonObject, Task> Delay { get; set; } = (_, _) => Task.CompletedTask;

    public static async Task<TelegramStandIn> StartAsync(TimeProvider clock)
    {
        var standIn = new TelegramStandIn(clock);
        await standIn._app.StartAsync();
        standIn.Address = new Uri(standIn._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return standIn;
    }

    public IEnumerable<StandInCall> CallsTo(string method) => Calls.Where(c => c.Method == method);

    public async ValueTask DisposeAsync()
    {
        StopWaiting();
        using var patience = new CancellationTokenSource();
        await patience.CancelAsync();
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var method = (string)context.Request.RouteValues["method"]!;
        var status = 200;
        string body;
        JsonObject fields = [];
        try
        {
            Admit(context);
            (fields, var files) = await CallReader.ReadAsync(context.Request, context.RequestAborted);
            foreach (var violation in FieldRules.Check(method, fields))
            {
                Violations.Enqueue(violation);
            }

            await Delay(method, fields);
            (status, body) = Override(method, fields) ?? (200, await PerformAsync(method, fields, files, context.RequestAborted));
            (status, body) = AnswerLost(method) is { } lost ? (lost, "<html><h1>Gateway</h1></html>") : (status, body);
        }
        catch (BotApiError error)
        {
            status = error.Code;
            body = Body(error);
            if (error.RetryAfter is { } seconds)
            {
                context.Response.Headers.RetryAfter = seconds.ToString();
            }
        }

        if (body.StartsWith('<') && PageRetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = wait.ToString();
        }

        if (RedirectTo is not null)
        {
            context.Response.Headers.Location = new Uri(RedirectTo, context.Request.Path).AbsoluteUri;
        }

        Calls.Enqueue(new StandInCall(_clock.GetUtcNow(), method, fields, status));
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body, context.RequestAborted);
    }

    private void Admit(HttpContext context)
    {
        if (RefusesToken || (string)context.Request.RouteValues["token"]! != Token)
        {
            throw new BotApiError(401, "Unauthorized");
        }

        if (LargestBody > 0 && context.Request.ContentLength > LargestBody)
        {
            throw new BotApiError(413, "Request Entity Too Large");
        }
    }

    private async Task<string> PerformAsync(string method, JsonObject fields, Dictionary<string, StandInFile> files, CancellationToken stop) =>
        Ok(method switch
        {
            "getMe" => new JsonObject
            {
                ["id"] = BotId,
                ["is_bot"] = true,
                ["first_name"] = "Nemo",
                ["username"] = BotName,
                ["can_join_groups"] = true,
                ["can_read_all_group_messages"] = ReadsAll,
                ["supports_inline_queries"] = false,
            },
            "getUpdates" => await GetUpdatesAsync(fields, stop),
            "setWebhook" => SetWebhook(fields),
            "deleteWebhook" => DeleteWebhook(),
            "setMyCommands" => SetCommands(fields),
            "answerCallbackQuery" => AnswerCallback(fields),
            "getFile" => GetFile(fields),
            "getChatMember" => GetMember(fields),
            "deleteMessage" => Delete(fields),
            "editMessageText" => Edit(fields, "text", 4096),
            "editMessageCaption" => Edit(fields, "caption", 1024),
            "sendMessage" => Send(fields, "text", "text", 4096, files),
            "sendVideo" => Send(fields, "video", "caption", 1024, files),
            "sendPhoto" => Send(fields, "photo", "caption", 1024, files),
            "sendDocument" => Send(fields, "document", "caption", 1024, files),
            _ => throw new BotApiError(404, "Not Found"),
        });

    private static string Ok(JsonNode result) => new JsonObject { ["ok"] = true, ["result"] = result }.ToJsonString();

    private static string Body(BotApiError error)
    {
        JsonObject parameters = [];
        if (error.RetryAfter is { } seconds)
        {
            parameters["retry_after"] = seconds;
        }

        if (error.MigrateTo is { } chat)
        {
            parameters["migrate_to_chat_id"] = chat;
        }

        var body = new JsonObject { ["ok"] = false, ["error_code"] = error.Code, ["description"] = error.Message };
        if (parameters.Count > 0)
        {
            body["parameters"] = parameters;
        }

        return body.ToJsonString();
    }
}
