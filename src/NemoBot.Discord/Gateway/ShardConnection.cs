using System.Text.Json;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Gateway;

/// <summary>One connection of a shard, from hello to its end.</summary>
internal sealed partial class ShardConnection(
    int shard, GatewayIdentity identity, IdentifyGate gate, Func<ShardSession, Task> onStarted, DiscordOptions options, TimeProvider clock, ILogger log)
{
    private Heart? _heart;
    private bool _useful;
    private bool _resuming;

    /// <summary>The session; null until one has started.</summary>
    public ShardSession? Session { get; private set; }

    /// <summary>Connects and reads until the connection ends.</summary>
    /// <exception cref="PlatformStartException">Discord closed it with a code after which trying again is useless.</exception>
    public async Task<ConnectionEnd> RunAsync(string address, ShardSession? session, CancellationToken cancellationToken)
    {
        Session = session;
        _resuming = session is not null;
        using var socket = new GatewaySocket(options);
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var patience = new CancellationTokenSource(options.HelloTimeout, clock);
        using var stop = patience.Token.Register(() => _ = socket.CloseAsync(isRead: true, clock));
        Task beating = Task.CompletedTask;
        try
        {
            using var connecting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
            await socket.ConnectAsync(address, connecting.Token);
            var end = await ReadAsync(socket, life, patience, b => beating = b);
            await socket.CloseAsync(isRead: false, clock);
            return end;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await socket.CloseAsync(isRead: false, clock);
            throw;
        }
        finally
        {
            await life.CancelAsync();
            await beating;
        }
    }

    private async Task<ConnectionEnd> ReadAsync(GatewaySocket socket, CancellationTokenSource life, CancellationTokenSource patience, Action<Task> beating)
    {
        while (await socket.ReceiveAsync(life.Token) is { } frame)
        {
            using var document = JsonDocument.Parse(frame);
            var root = document.RootElement;
            switch (root.GetProperty("op").GetInt32())
            {
                case 0:
                    await DispatchAsync(root, patience);
                    break;
                case 1:
                    await (_heart?.BeatAsync(life.Token) ?? Task.CompletedTask);
                    break;
                case 7:
                    return new ConnectionEnd(KeepSession: true, WasUseful: true);
                case 9:
                    var keep = root.TryGetProperty("d", out var d) && d.ValueKind == JsonValueKind.True;
                    LogInvalid(log, shard, keep);

                    // Discord asks for a wait of one to five seconds before the next attempt.
                    return new ConnectionEnd(keep, _useful, TimeSpan.FromSeconds(1 + (Random.Shared.NextDouble() * 4)));
                case 10:
                    var hello = root.GetProperty("d").Deserialize(DiscordJson.Default.WireHello)!;
                    _heart = new Heart(socket, options, clock, TimeSpan.FromMilliseconds(hello.HeartbeatInterval), () => Session?.Line.Last);
                    beating(BeatAsync(socket, _heart, life.Token));
                    patience.CancelAfter(Timeout.InfiniteTimeSpan);
                    await IntroduceAsync(socket, life.Token);
                    patience.CancelAfter(options.HelloTimeout);
                    break;
                case 11:
                    _heart?.Acknowledge();
                    break;
            }
        }

        return Ended(socket.CloseCode);
    }

    private async Task IntroduceAsync(GatewaySocket socket, CancellationToken cancellationToken)
    {
        var token = options.Token.Trim();
        if (Session is { } session)
        {
            await socket.SendAsync(GatewayFrames.Resume(token, session.Id, session.Line.Last), cancellationToken);
            return;
        }

        await gate.EnterAsync(shard, cancellationToken);
        await socket.SendAsync(GatewayFrames.Identify(token, identity.Intents, shard, identity.Plan.Total), cancellationToken);
    }

    private async Task DispatchAsync(JsonElement root, CancellationTokenSource patience)
    {
        var name = root.GetProperty("t").GetString() ?? "";
        var data = root.GetProperty("d");
        var sequence = root.TryGetProperty("s", out var s) && s.ValueKind == JsonValueKind.Number ? s.GetInt64() : Session?.Line.Last ?? 0;
        if (name == "READY")
        {
            var ready = data.Deserialize(DiscordJson.Default.WireReady)!;
            Session = new ShardSession(ready.SessionId, ready.ResumeGatewayUrl ?? identity.Url, new SequenceLine(sequence, options.EventBacklog));
            _resuming = false;
            await onStarted(Session);
        }

        if (name is "READY" or "RESUMED")
        {
            _useful = true;
            patience.CancelAfter(Timeout.InfiniteTimeSpan);
            LogReady(log, shard, name);
        }
        else if (_resuming)
        {
            // Missed events are replayed before RESUMED: it is alive.
            patience.CancelAfter(options.HelloTimeout);
        }

        if (Session?.Line is { } line)
        {
            line.Enter(sequence);
            _ = FinishAsync(identity.OnEvent(new GatewayEvent(shard, name, data)), line, sequence);
            await RoomAsync(line);
        }
    }

    private async Task RoomAsync(SequenceLine line)
    {
        var room = line.RoomAsync();
        if (!room.IsCompleted && _heart is not null)
        {
            _heart.ReaderWaits = true;
            await room;
            _heart.ReaderWaits = false;
        }
    }

    /// <summary>What did not get to disk stays open, so that it comes again after a restart.</summary>
    private async Task FinishAsync(Task work, SequenceLine line, long sequence)
    {
        try
        {
            await work;
            line.Leave(sequence);
        }
        catch (OperationCanceledException)
        {
            LogUnfinished(log, shard, sequence);
        }
    }

    private async Task BeatAsync(GatewaySocket socket, Heart heart, CancellationToken cancellationToken)
    {
        try
        {
            await heart.RunAsync(cancellationToken);
            LogDead(log, shard);
            await socket.CloseAsync(isRead: true, clock);
        }
        catch (Exception e) when (e is OperationCanceledException or System.Net.WebSockets.WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The connection ended; the reader says how.
        }
    }

    private ConnectionEnd Ended(int? code)
    {
        LogEnded(log, shard, code ?? 0);
        return code is { } closed && CloseCodes.Fatal(closed) is { } fatal
            ? throw fatal
            : new ConnectionEnd(code is null || !CloseCodes.EndsSession(code.Value), _useful);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord shard {Shard}: {State}")]
    private static partial void LogReady(ILogger logger, int shard, string state);

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord shard {Shard}: the connection ended ({Code})")]
    private static partial void LogEnded(ILogger logger, int shard, int code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord shard {Shard}: a heartbeat was not acknowledged; connecting again")]
    private static partial void LogDead(ILogger logger, int shard);

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord shard {Shard}: the session is invalid (can be resumed: {Keep})")]
    private static partial void LogInvalid(ILogger logger, int shard, bool keep);

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord shard {Shard}: event {Sequence} was not finished; it will come again")]
    private static partial void LogUnfinished(ILogger logger, int shard, long sequence);
}
