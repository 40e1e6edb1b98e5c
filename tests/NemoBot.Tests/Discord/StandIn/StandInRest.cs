using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace NemoBot.Tests.Discord.StandIn;

/// <summary>The REST side of the stand-in.</summary>
internal sealed class StandInRest(DiscordStandIn discord)
{
    private readonly StandInTokens _tokens = new(discord);

    /// <summary>Answers a request in place of the stand-in; returns false to let it through.</summary>
    public Func<HttpContext, string, Task<bool>> Before { get; set; } = (_, _) => Task.FromResult(false);

    /// <summary>Looks at a request that was carried out, before it is answered.</summary>
    public Action<HttpContext> After { get; set; } = _ => { };

    /// <summary>The commands as last registered.</summary>
    public JsonArray? Commands { get; private set; }

    /// <summary>The boost tier that servers have when asked by REST.</summary>
    public int PremiumTier { get; set; }

    /// <summary>What <c>/gateway/bot</c> says.</summary>
    public JsonObject GatewayBot { get; set; } = new()
    {
        ["shards"] = 1,
        ["session_start_limit"] = new JsonObject { ["total"] = 1000, ["remaining"] = 999, ["reset_after"] = 14400000, ["max_concurrency"] = 1 },
    };

    public async Task HandleAsync(HttpContext http, string path)
    {
        if (await Before(http, path))
        {
            return;
        }

        var parts = path.Split('/');
        if (parts[0] is "interactions" or "webhooks")
        {
            await (parts[0] == "interactions" ? _tokens.CallbackAsync(http, parts) : _tokens.WebhookAsync(http, parts));
            return;
        }

        if (http.Request.Headers.Authorization != "Bot " + DiscordStandIn.Token)
        {
            await ErrorAsync(http, 401, 0, "401: Unauthorized");
            return;
        }

        var answer = (http.Request.Method, parts) switch
        {
            ("GET", ["users", "@me"]) => OkAsync(http, new JsonObject { ["id"] = DiscordStandIn.Self, ["username"] = "nemobot", ["bot"] = true }),
            ("GET", ["applications", "@me"]) => OkAsync(http, new JsonObject { ["id"] = DiscordStandIn.Application, ["flags"] = discord.Flags, ["name"] = "NemoBot" }),
            ("GET", ["gateway", "bot"]) => GatewayAsync(http),
            ("PUT", ["applications", DiscordStandIn.Application, "commands"]) => CommandsAsync(http),
            ("GET", ["guilds", var guild]) => OkAsync(http, Guild(guild)),
            ("GET", ["guilds", _, "members", var user]) => OkAsync(http, new JsonObject { ["user"] = new JsonObject { ["id"] = user }, ["roles"] = new JsonArray(user == "2000000000000000009" ? ["77"] : []) }),
            (_, ["channels", var id, .. var rest]) => ChannelAsync(http, id, rest),
            _ => ErrorAsync(http, 404, 0, "404: Not Found"),
        };
        await answer;
    }

    public static Task ErrorAsync(HttpContext http, int status, int code, string message) =>
        WriteAsync(http, status, new JsonObject { ["code"] = code, ["message"] = message });

    /// <summary>Says that the limit is reached.</summary>
    public static Task LimitAsync(HttpContext http, TimeSpan wait, string scope)
    {
        http.Response.Headers["X-RateLimit-Scope"] = scope;
        http.Response.Headers["Retry-After"] = Math.Ceiling(wait.TotalSeconds).ToString();
        return WriteAsync(http, 429, new JsonObject { ["message"] = "You are being rate limited.", ["retry_after"] = wait.TotalSeconds, ["global"] = scope == "global" });
    }

    public static async Task<JsonNode?> BodyAsync(HttpContext http) => await JsonNode.ParseAsync(http.Request.Body);

    private static JsonObject Guild(string id, int tier) => new()
    {
        ["id"] = id,
        ["premium_tier"] = tier,
        ["owner_id"] = "2000000000000000008",
        ["roles"] = new JsonArray(new JsonObject { ["id"] = id, ["name"] = "@everyone", ["permissions"] = "1024" }, new JsonObject { ["id"] = "77", ["name"] = "Studio Crew", ["permissions"] = "16" }),
    };

    private JsonObject Guild(string id) => Guild(id, PremiumTier);

    private Task GatewayAsync(HttpContext http)
    {
        GatewayBot["url"] = discord.Address.Replace("http", "ws", StringComparison.Ordinal) + "/gateway";
        return OkAsync(http, GatewayBot);
    }

    private async Task CommandsAsync(HttpContext http)
    {
        Commands = (JsonArray)(await BodyAsync(http))!;
        await (StandInForms.Commands(Commands) is { } broken ? ErrorAsync(http, 400, 50035, broken) : OkAsync(http, Commands));
    }

    private async Task ChannelAsync(HttpContext http, string id, string[] rest)
    {
        if (!discord.Channels.TryGetValue(id, out var channel))
        {
            await ErrorAsync(http, 404, 10003, "Unknown Channel");
            return;
        }

        var left = channel.LimitedUntil - discord.Clock.GetUtcNow();
        if (left > TimeSpan.Zero)
        {
            await LimitAsync(http, left, "user");
            return;
        }

        if (channel.Refusal != 0)
        {
            await ErrorAsync(http, 403, channel.Refusal, "Missing Access");
            return;
        }

        var answer = (http.Request.Method, rest) switch
        {
            ("GET", []) => OkAsync(http, new JsonObject { ["id"] = channel.Id, ["type"] = channel.Type, ["guild_id"] = channel.Guild }),
            ("PATCH", []) => OkAsync(http, new JsonObject { ["id"] = channel.Id, ["type"] = channel.Type }),
            ("POST", ["messages"]) => CreateAsync(http, channel),
            ("GET", ["messages"]) => AfterAsync(http, channel),
            (_, ["messages", var message]) => MessageAsync(http, channel, message),
            ("POST", ["messages", var message, "threads"]) => ThreadAsync(http, channel, message),
            _ => ErrorAsync(http, 404, 0, "404: Not Found"),
        };
        await answer;
    }

    private async Task CreateAsync(HttpContext http, StandInChannel channel)
    {
        var (body, files) = await ReadMessageAsync(http);
        if (body is null)
        {
            return;
        }

        var nonce = (string?)body["nonce"];
        if (nonce is not null && (bool?)body["enforce_nonce"] == true && channel.Nonces.TryGetValue(nonce, out var known))
        {
            After(http);
            await OkAsync(http, channel.Messages[known]);
            return;
        }

        var message = Post(channel, body, files);
        if (nonce is not null)
        {
            channel.Nonces[nonce] = (string)message["id"]!;
        }

        After(http);
        await OkAsync(http, message);
    }

    public JsonObject Post(StandInChannel channel, JsonObject body, JsonArray files)
    {
        var message = (JsonObject)body.DeepClone();
        message["id"] = discord.NextId();
        message["type"] = 0;
        message["channel_id"] = channel.Id;
        message["author"] = new JsonObject { ["id"] = DiscordStandIn.Self, ["username"] = "nemobot", ["bot"] = true };
        message["attachments"] = files;
        channel.Messages[(string)message["id"]!] = message;
        return message;
    }

    /// <summary>Reads and checks a message; has answered if it is not right.</summary>
    public async Task<(JsonObject? Body, JsonArray Files)> ReadMessageAsync(HttpContext http)
    {
        var files = new JsonArray();
        JsonObject? body;
        if (http.Request.HasFormContentType)
        {
            if (http.Request.ContentLength > discord.UploadLimit + 20_000)
            {
                await ErrorAsync(http, 413, 40005, "Request entity too large");
                return (null, files);
            }

            var form = await http.Request.ReadFormAsync();
            body = (JsonObject)JsonNode.Parse(form["payload_json"].ToString())!;
            foreach (var file in form.Files)
            {
                using var copy = new MemoryStream();
                await file.CopyToAsync(copy);
                files.Add(discord.AddFile("0", file.FileName, file.ContentType, copy.ToArray()));
            }
        }
        else
        {
            body = await BodyAsync(http) as JsonObject;
        }

        var broken = body is null ? "no object" : StandInForms.Message(body, http.Request.Method == "POST", files.Count > 0);
        if (broken is not null)
        {
            await ErrorAsync(http, 400, 50035, "Invalid Form Body: " + broken);
            return (null, files);
        }

        return (body, files);
    }

    private static async Task AfterAsync(HttpContext http, StandInChannel channel)
    {
        var after = ulong.Parse(http.Request.Query["after"].ToString());
        var limit = int.Parse(http.Request.Query["limit"].ToString());
        var page = channel.Read().Where(m => ulong.Parse((string)m["id"]!) > after).Take(limit).Reverse().Select(m => m.DeepClone()).ToArray();
        await OkAsync(http, new JsonArray(page));
    }

    private async Task MessageAsync(HttpContext http, StandInChannel channel, string id)
    {
        if (!channel.Messages.TryGetValue(id, out var message))
        {
            await ErrorAsync(http, 404, 10008, "Unknown Message");
            return;
        }

        switch (http.Request.Method)
        {
            case "GET":
                foreach (var file in (message["attachments"] as JsonArray ?? []).OfType<JsonObject>())
                {
                    file["url"] = discord.Sign(channel.Id, (string)file["id"]!, (string)file["filename"]!);
                }

                await OkAsync(http, message);
                break;
            case "DELETE" when (string)message["author"]!["id"]! == DiscordStandIn.Self || channel.Guild is null:
                channel.Messages.TryRemove(id, out _);
                http.Response.StatusCode = 204;
                break;
            case "PATCH" when channel.EditRefusal != 0:
                await ErrorAsync(http, channel.EditRefusal == 30046 ? 429 : 400, channel.EditRefusal, "refused");
                break;
            case "PATCH" when (string)message["author"]!["id"]! == DiscordStandIn.Self:
                if ((await ReadMessageAsync(http)).Body is { } body)
                {
                    Merge(message, body);
                    await OkAsync(http, message);
                }

                break;
            default:
                await ErrorAsync(http, 403, 50013, "Missing Permissions");
                break;
        }
    }

    public static void Merge(JsonObject message, JsonObject body)
    {
        foreach (var (key, value) in body)
        {
            message[key] = value?.DeepClone();
        }
    }

    private async Task ThreadAsync(HttpContext http, StandInChannel channel, string message)
    {
        var name = (string?)(await BodyAsync(http))!["name"];
        if (name?.Length is not (> 0 and <= 100))
        {
            await ErrorAsync(http, 400, 50035, "name");
        }
        else if (!discord.Channels.TryAdd(message, new StandInChannel(message, 11, channel.Guild) { Name = name }))
        {
            await ErrorAsync(http, 400, 160004, "A thread has already been created for this message");
        }
        else
        {
            await OkAsync(http, new JsonObject { ["id"] = message, ["type"] = 11, ["name"] = name });
        }
    }

    public static Task OkAsync(HttpContext http, JsonNode body) => WriteAsync(http, 200, body);

    private static async Task WriteAsync(HttpContext http, int status, JsonNode body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(body.ToJsonString());
    }
}
