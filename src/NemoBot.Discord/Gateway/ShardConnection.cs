using System.Text.Json;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Supervision;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Gateway;

/// <summary>A connection of a shard, from hello to its end.</summary>
internal sealed partial class ShardConnection(
    int shard, GatewayIdentity identity, IdentifyLimiter limiter, Func<ShardSession, Task> onStarted, DiscordOptions options, HealthMonitor health, TimeProvider clock, ILogger log)
{
    private HeartbeatLoop? _heartbeat;
    private bool _useful;
    private bool _resuming;

    /// <summary>The session; null until one has started.</summary>
    public ShardSession? Session { get; private set; }

    /// <summary>Connects and reads until the connection ends.</summary>
    /// <exception cref="PlatformStartException">Discord closed it with a code after which reconnecting is useless.</exception>
    public async Task<ConnectionEnd> RunAsync(string address, ShardSession? session, CancellationToken cancellationToken)
    {
        Session = session;
        _resuming = session is not null;
        using var socket = new GatewaySocket(options);
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var patience = new CancellationTokenSource(options.HelloTimeout, clock);
        using var stop = patience.Token.Register(() => _ = socket.CloseAsync(isRead: true, clock));
        Task heartbeats = Task.CompletedTask;
        try
        {
            using var connecting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
            await socket.ConnectAsync(address, connecting.Token);
            var end = await ReadAsync(socket, life, patience, running => heartbeats = running);
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
            await heartbeats;
        }
    }

    private async Task<ConnectionEnd> ReadAsync(GatewaySocket socket, CancellationTokenSource life, CancellationTokenSource patience, Action<Task> onHeartbeats)
    {
        while (await socket.ReceiveAsync(life.Token) is { } frame)
        {
            using var document = JsonDocument.Parse(frame);
            var root = document.RootElement;
            switch (root.GetProperty("op").GetInt32())
            {
                case 0:
                    await DispatchAsync(root, patience, life.Token);
                    break;
                case 1:
                    await (_heartbeat?.BeatAsync(life.Token) ?? Task.CompletedTask);
                    break;
                case 7:
                    return new ConnectionEnd(KeepSession: true, WasUseful: true);
                case 9:
                    var keep = root.TryGetProperty("d", out var d) && d.ValueKind == JsonValueKind.True;
                    LogInvalid(log, shard, keep);

                    // Discord requires a random delay of one to five seconds.
                    return new ConnectionEnd(keep, _useful, TimeSpan.FromSeconds(1 + (Random.Shared.NextDouble() * 4)));
                case 10:
                    var hello = root.GetProperty("d").Deserialize(DiscordJson.Default.WireHello)!;
                    _heartbeat = new HeartbeatLoop(socket, options, clock, TimeSpan.FromMilliseconds(hello.HeartbeatInterval), () => Session?.Sequence.Last);
                    onHeartbeats(BeatAsync(socket, _heartbeat, life.Token));
                    patience.CancelAfter(Timeout.InfiniteTimeSpan);
                    await IdentifyAsync(socket, life.Token);
                    patience.CancelAfter(options.HelloTimeout);
                    break;
                case 11:
                    _heartbeat?.Acknowledge();
                    break;
            }
        }

        return Ended(socket.CloseCode);
    }

    private async Task IdentifyAsync(GatewaySocket socket, CancellationToken cancellationToken)
    {
        var token = options.Token.Trim();
        if (Session is { } session)
        {
            await socket.SendAsync(GatewayFrames.Resume(token, session.Id, session.Sequence.Last), cancellationToken);
            return;
        }

        await limiter.EnterAsync(shard, cancellationToken);
        await socket.SendAsync(GatewayFrames.Identify(token, identity.Intents, shard, identity.Plan.Total), cancellationToken);
    }

    private async Task DispatchAsync(JsonElement root, CancellationTokenSource patience, CancellationToken cancellationToken)
    {
        var name = root.GetProperty("t").GetString() ?? "";
        var data = root.GetProperty("d");
        var sequence = root.TryGetProperty("s", out var s) && s.ValueKind == JsonValueKind.Number ? s.GetInt64() : Session?.Sequence.Last ?? 0;
        if (name == "READY")
        {
            var ready = data.Deserialize(DiscordJson.Default.WireReady)!;
            Session = new ShardSession(ready.SessionId, ready.ResumeGatewayUrl ?? identity.Url, new SequenceTracker(sequence, options.EventBacklog));
            _resuming = false;
            await onStarted(Session);
        }

        if (name is "READY" or "RESUMED")
        {
            _useful = true;
            patience.CancelAfter(Timeout.InfiniteTimeSpan);
            health.Report($"shard {shard}", null);
            LogReady(log, shard, name);
        }
        else if (_resuming)
        {
            // Missed events are replayed before RESUMED.
            patience.CancelAfter(options.HelloTimeout);
        }

        if (Session?.Sequence is { } tracker)
        {
            tracker.Enter(sequence);
            _ = FinishAsync(identity.OnEvent(new GatewayEvent(shard, name, data)), tracker, sequence);
            await WaitForRoomAsync(tracker, cancellationToken);
        }
    }

    private async Task WaitForRoomAsync(SequenceTracker tracker, CancellationToken cancellationToken)
    {
        var room = tracker.RoomAsync();
        if (!room.IsCompleted && _heartbeat is not null)
        {
            _heartbeat.ReaderWaits = true;
            await room.WaitAsync(cancellationToken);
            _heartbeat.ReaderWaits = false;
        }
    }

    /// <summary>An event that was not persisted stays open and is replayed after a restart.</summary>
    private async Task FinishAsync(Task work, SequenceTracker tracker, long sequence)
    {
        try
        {
            await work;
            tracker.Leave(sequence);
        }
        catch (OperationCanceledException)
        {
            LogUnfinished(log, shard, sequence);
        }
    }

    private async Task BeatAsync(GatewaySocket socket, HeartbeatLoop heartbeat, CancellationToken cancellationToken)
    {
        try
        {
            await heartbeat.RunAsync(cancellationToken);
            LogDead(log, shard);
            await socket.CloseAsync(isRead: true, clock);
        }
        catch (Exception e) when (e is OperationCanceledException or System.Net.WebSockets.WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The connection ended; the reader reports how.
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

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord shard {Shard}: connection closed ({Code})")]
    private static partial void LogEnded(ILogger logger, int shard, int code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord shard {Shard}: a heartbeat was not acknowledged; reconnecting")]
    private static partial void LogDead(ILogger logger, int shard);

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord shard {Shard}: session invalidated (resumable: {Keep})")]
    private static partial void LogInvalid(ILogger logger, int shard, bool keep);

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord shard {Shard}: event {Sequence} was not processed; it will be replayed")]
    private static partial void LogUnfinished(ILogger logger, int shard, long sequence);
}
