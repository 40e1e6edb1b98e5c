using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace NemoBot.Tests.Discord.StandIn;

/// <summary>The gateway of the stand-in: sessions that outlive their connections.</summary>
internal sealed class StandInGateway(DiscordStandIn discord)
{
    private readonly ConcurrentDictionary<string, StandInSession> _sessions = new();
    private readonly ConcurrentDictionary<int, StandInSession> _byShard = new();

    /// <summary>What the bot sent: op and data.</summary>
    public ConcurrentQueue<JsonObject> Received { get; } = new();

    /// <summary>The codes the bot closed with.</summary>
    public ConcurrentQueue<int> Closed { get; } = new();

    /// <summary>The query of each connection.</summary>
    public ConcurrentQueue<string> Queries { get; } = new();

    /// <summary>Whether heartbeats are acknowledged.</summary>
    public bool Acknowledges { get; set; } = true;

    /// <summary>Whether connections are refused.</summary>
    public bool IsDown { get; set; }

    /// <summary>The code to close with after an identify, or 0.</summary>
    public int IdentifyCloses { get; set; }

    /// <summary>Events that follow READY.</summary>
    public Func<int, int, IEnumerable<(string Name, JsonNode Data)>> Burst { get; set; } = (_, _) => [];

    /// <summary>How many sessions were started, and resumed.</summary>
    public int Identified => Received.Count(r => (int)r["op"]! == 2);

    public int Resumed => Received.Count(r => (int)r["op"]! == 6);

    public bool IsConnected => _byShard.Values.Any(s => s.Socket is not null);

    /// <summary>Tells an event to the shard that it belongs to; it is kept for a resume.</summary>
    public void Dispatch(string name, JsonNode data, string? guild = null)
    {
        var count = Math.Max(1, _byShard.Count);
        var shard = guild is null ? 0 : (int)((ulong.Parse(guild) >> 22) % (ulong)count);
        _byShard[shard].Dispatch(name, data);
    }

    /// <summary>Hands the last event over once more, as a new one.</summary>
    public void Repeat(string name) => _byShard[0].Repeat(name);

    /// <summary>Sends an op without an event.</summary>
    public void Send(int op, JsonNode? data)
    {
        foreach (var session in _byShard.Values)
        {
            session.Send(new JsonObject { ["op"] = op, ["d"] = data?.DeepClone() });
        }
    }

    /// <summary>Breaks all connections; the sessions stay.</summary>
    public void Drop()
    {
        foreach (var session in _byShard.Values)
        {
            session.Socket?.Abort();
        }
    }

    /// <summary>Closes all connections with a code.</summary>
    public async Task CloseAsync(int code)
    {
        foreach (var session in _byShard.Values.Where(s => s.Socket is not null))
        {
            await session.Socket!.CloseOutputAsync(code);
        }
    }

    /// <summary>Lets go of events that were told.</summary>
    public void ForgetEvents()
    {
        foreach (var session in _byShard.Values)
        {
            session.ForgetEvents();
        }
    }

    /// <summary>Forgets the sessions, so that nothing can be resumed.</summary>
    public void Forget() => _sessions.Clear();

    public async Task AcceptAsync(HttpContext http)
    {
        if (IsDown)
        {
            http.Response.StatusCode = 503;
            return;
        }

        var query = http.Request.QueryString.Value ?? "";
        Queries.Enqueue(query);
        if (!query.Contains("v=10", StringComparison.Ordinal) || !query.Contains("encoding=json", StringComparison.Ordinal)
            || !http.Request.Headers.UserAgent.ToString().StartsWith("DiscordBot (", StringComparison.Ordinal))
        {
            http.Response.StatusCode = 400;
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var connection = new StandInSocket(socket, query.Contains("zlib-stream", StringComparison.Ordinal));
        connection.Send(new JsonObject { ["op"] = 10, ["d"] = new JsonObject { ["heartbeat_interval"] = 41250 } });
        StandInSession? session = null;
        try
        {
            while (await connection.ReceiveAsync() is { } text)
            {
                var frame = (JsonObject)JsonNode.Parse(text)!;
                session = await FrameAsync(connection, session, (int)frame["op"]!, frame["d"]);

                // Only now: a test that counts frames must find their effect, and must not read a node that is parsed lazily here.
                Received.Enqueue(frame);
            }

            Closed.Enqueue((int?)socket.CloseStatus ?? 0);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            Closed.Enqueue(0);
        }
        finally
        {
            session?.Detach(connection);
        }
    }

    private async Task<StandInSession?> FrameAsync(StandInSocket connection, StandInSession? session, int op, JsonNode? data)
    {
        switch (op)
        {
            case 1 when Acknowledges:
                connection.Send(new JsonObject { ["op"] = 11 });
                return session;
            case 1:
                return session;
            case 2 when (string?)data!["token"] != DiscordStandIn.Token:
                await connection.CloseOutputAsync(4004);
                return null;
            case 2 when IdentifyCloses != 0:
                await connection.CloseOutputAsync(IdentifyCloses);
                return null;
            case 2 when ((int)data["intents"]! & (1 << 15)) != 0 && (discord.Flags & (3 << 18)) == 0:
                await connection.CloseOutputAsync(4014);
                return null;
            case 2:
                return Start(connection, (int)data["shard"]![0]!, (int)data["shard"]![1]!);
            case 6 when _sessions.TryGetValue((string)data!["session_id"]!, out var known) && (string?)data["token"] == DiscordStandIn.Token:
                known.Resume(connection, (long)data["seq"]!);
                return known;
            case 6:
                connection.Send(new JsonObject { ["op"] = 9, ["d"] = false });
                return null;
            default:
                await connection.CloseOutputAsync(session is null ? 4003 : 4001);
                return session;
        }
    }

    private StandInSession Start(StandInSocket connection, int shard, int shards)
    {
        var session = new StandInSession("session" + discord.NextId());
        _sessions[session.Id] = session;
        session.Resume(connection, long.MaxValue);
        session.Dispatch("READY", new JsonObject
        {
            ["v"] = 10,
            ["user"] = new JsonObject { ["id"] = DiscordStandIn.Self, ["username"] = "nemobot", ["bot"] = true },
            ["guilds"] = new JsonArray(),
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = discord.Address.Replace("http", "ws", StringComparison.Ordinal) + "/gateway/resume",
            ["shard"] = new JsonArray(shard, shards),
            ["application"] = new JsonObject { ["id"] = DiscordStandIn.Application, ["flags"] = discord.Flags },
        });

        // Only now do people's events go to it: nothing comes before READY.
        _byShard[shard] = session;
        foreach (var (name, data) in Burst(shard, shards))
        {
            session.Dispatch(name, data);
        }

        return session;
    }
}
