using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NemoBot.Tests.Discord.StandIn;

/// <summary>
/// A small Discord on loopback: REST and gateway, as strict as the real one where it matters: forms, tokens, deadlines, limits,
/// mentions, close codes.
/// </summary>
internal sealed class DiscordStandIn : IAsyncDisposable
{
    public const string Token = "MTIz.stand.in-token";
    public const string Self = "1000000000000000001";
    public const string Application = "1000000000000000002";

    private readonly WebApplication _app;
    private long _ids = 300_000_000_000;

    private DiscordStandIn(WebApplication app, TimeProvider clock)
    {
        (_app, Clock) = (app, clock);
        Rest = new StandInRest(this);
        Gateway = new StandInGateway(this);
    }

    public TimeProvider Clock { get; }

    public StandInRest Rest { get; }

    public StandInGateway Gateway { get; }

    public string Address => _app.Urls.First();

    public Uri Api => new(Address + "/api/v10/");

    /// <summary>Channels by id.</summary>
    public ConcurrentDictionary<string, StandInChannel> Channels { get; } = new();

    /// <summary>Interactions by token.</summary>
    public ConcurrentDictionary<string, StandInInteraction> Interactions { get; } = new();

    /// <summary>Files of the content network by id.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = new();

    /// <summary>Every request: method and path.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>The application's flags; Message Content is on with 1 &lt;&lt; 18.</summary>
    public long Flags { get; set; }

    /// <summary>The largest file.</summary>
    public long UploadLimit { get; set; } = 10 * 1024 * 1024;

    public static async Task<DiscordStandIn> StartAsync(TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(k => k.Limits.MaxRequestBodySize = null);
        var app = builder.Build();
        var standIn = new DiscordStandIn(app, clock);
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        app.Run(standIn.HandleAsync);
        await app.StartAsync();
        return standIn;
    }

    /// <summary>A new id; ids grow.</summary>
    public string NextId() => (Interlocked.Increment(ref _ids) << 22).ToString();

    public StandInChannel AddChannel(int type = 0, string? guild = null)
    {
        var channel = new StandInChannel(NextId(), type, guild);
        Channels[channel.Id] = channel;
        return channel;
    }

    /// <summary>A person says something; the gateway tells it.</summary>
    public JsonObject Say(StandInChannel channel, string content, Action<JsonObject>? change = null, bool dispatch = true)
    {
        var message = new JsonObject
        {
            ["id"] = NextId(),
            ["type"] = 0,
            ["channel_id"] = channel.Id,
            ["content"] = content,
            ["author"] = new JsonObject { ["id"] = "2000000000000000001", ["username"] = "ana", ["global_name"] = "Ana" },
            ["mentions"] = new JsonArray(content.Contains($"<@{Self}>", StringComparison.Ordinal)
                ? [new JsonObject { ["id"] = Self, ["username"] = "nemobot", ["bot"] = true }]
                : []),
            ["attachments"] = new JsonArray(),
            ["timestamp"] = "2026-03-01T12:00:00+00:00",
        };
        change?.Invoke(message);
        channel.Messages[message["id"]!.GetValue<string>()] = message;
        if (dispatch)
        {
            var told = (JsonObject)message.DeepClone();
            if (channel.Guild is not null)
            {
                told["guild_id"] = channel.Guild;
                told["member"] = new JsonObject { ["nick"] = null, ["roles"] = new JsonArray() };
            }

            Gateway.Dispatch("MESSAGE_CREATE", told, channel.Guild);
        }

        return message;
    }

    /// <summary>A file on the content network, signed for a day.</summary>
    public JsonObject AddFile(string channel, string name, string mime, byte[] content)
    {
        var id = NextId();
        Files[id] = content;
        return new JsonObject
        {
            ["id"] = id,
            ["filename"] = name,
            ["content_type"] = mime,
            ["size"] = content.Length,
            ["url"] = Sign(channel, id, name),
        };
    }

    public string Sign(string channel, string id, string name) =>
        $"{Address}/attachments/{channel}/{id}/{Uri.EscapeDataString(name)}?ex={Clock.GetUtcNow().AddDays(1).ToUnixTimeSeconds():x}&is=1&hm=abc";

    /// <summary>Somebody uses a command, presses, types or submits.</summary>
    public StandInInteraction Interact(StandInChannel channel, int type, JsonObject data, Action<JsonObject>? change = null)
    {
        var interaction = new StandInInteraction(NextId(), "tok" + NextId(), channel, type, Clock.GetUtcNow());
        Interactions[interaction.Token] = interaction;
        var user = new JsonObject { ["id"] = "2000000000000000001", ["username"] = "ana", ["global_name"] = "Ana" };
        var body = new JsonObject
        {
            ["id"] = interaction.Id,
            ["application_id"] = Application,
            ["type"] = type,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["data"] = data,
            ["channel_id"] = channel.Id,
            ["channel"] = new JsonObject { ["id"] = channel.Id, ["type"] = channel.Type },
            ["locale"] = "en-US",
            ["app_permissions"] = "309237763072",
            ["attachment_size_limit"] = UploadLimit,
            ["context"] = channel.Guild is null ? 1 : 0,
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = channel.Guild ?? "0" },
        };
        if (channel.Guild is null)
        {
            body["user"] = user;
        }
        else
        {
            body["guild_id"] = channel.Guild;
            body["member"] = new JsonObject { ["user"] = user, ["nick"] = "Annie", ["roles"] = new JsonArray(), ["permissions"] = "2048" };
        }

        change?.Invoke(body);
        Gateway.Dispatch("INTERACTION_CREATE", body, channel.Guild);
        return interaction;
    }

    public async ValueTask DisposeAsync()
    {
        Gateway.Drop();
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (path.StartsWith("/gateway", StringComparison.Ordinal))
        {
            await Gateway.AcceptAsync(http);
            return;
        }

        Requests.Enqueue(http.Request.Method + " " + path);
        if (!System.Text.RegularExpressions.Regex.IsMatch(http.Request.Headers.UserAgent.ToString(), @"^DiscordBot \(\S+, \S+\)$"))
        {
            http.Response.StatusCode = 403;
            return;
        }

        if (path.StartsWith("/attachments/", StringComparison.Ordinal))
        {
            await ServeAsync(http, path.Split('/')[3]);
            return;
        }

        if (!path.StartsWith("/api/v10/", StringComparison.Ordinal))
        {
            await StandInRest.ErrorAsync(http, 404, 0, "404: Not Found");
            return;
        }

        await Rest.HandleAsync(http, path["/api/v10/".Length..]);
    }

    private async Task ServeAsync(HttpContext http, string id)
    {
        var expires = Convert.ToInt64(http.Request.Query["ex"], 16);
        if (http.Request.Headers.Authorization.Count > 0 || expires <= Clock.GetUtcNow().ToUnixTimeSeconds() || !Files.TryGetValue(id, out var content))
        {
            http.Response.StatusCode = http.Request.Headers.Authorization.Count > 0 ? 400 : 404;
            return;
        }

        http.Response.ContentLength = content.Length;
        await http.Response.Body.WriteAsync(content);
    }
}
