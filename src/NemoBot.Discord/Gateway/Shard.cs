using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Configuration;
using NemoBot.Discord.Supervision;

namespace NemoBot.Discord.Gateway;

/// <summary>Keeps one shard connected, resuming its session whenever possible.</summary>
internal sealed partial class Shard(
    int number, GatewayIdentity identity, IdentifyLimiter limiter, GatewaySessionStore sessions, DiscordOptions options, HealthMonitor health, TimeProvider clock, ILogger log)
{
    private const int OwnAddressTries = 3;
    private static readonly TimeSpan Brief = TimeSpan.FromSeconds(5);

    private volatile ShardConnection? _current;
    private ShardSession? _session;

    /// <summary>Which of the shards it is.</summary>
    public int Number => number;

    /// <summary>True if it has run here: its position is known.</summary>
    public bool HasRun { get; private set; }

    /// <summary>Runs until cancelled.</summary>
    /// <exception cref="PlatformStartException">It can never connect.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _session = await sessions.LoadAsync(identity.Own.User, number, identity.Plan.Total, cancellationToken);
        HasRun = true;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var saving = SaveAgainAsync(stop.Token);
        try
        {
            await StayConnectedAsync(cancellationToken);
        }
        finally
        {
            await stop.CancelAsync();
            await saving;
            await TrySaveAsync(CancellationToken.None);
        }
    }

    /// <summary>Persists the position in the event stream; call it once more when no event is in flight.</summary>
    public Task SaveAsync(CancellationToken cancellationToken) =>
        sessions.SaveAsync(identity.Own.User, number, identity.Plan.Total, _session, cancellationToken);

    private async Task StayConnectedAsync(CancellationToken cancellationToken)
    {
        var brief = 0;
        for (var failures = 0; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var started = clock.GetTimestamp();
            var end = await ConnectAsync(failures, cancellationToken);
            if (!end.KeepSession)
            {
                _session = null;
                await TrySaveAsync(cancellationToken);
            }

            if (!end.WasUseful)
            {
                health.Report($"shard {number}", "The gateway cannot be reached; reconnecting.");
            }

            // A session that ends is resumed at once, but not in a tight loop.
            failures = end.WasUseful ? 0 : failures + 1;
            brief = end.WasUseful && clock.GetElapsedTime(started) < Brief ? brief + 1 : 0;
            var wait = end.Wait + (brief > 1 ? options.ReconnectDelay : WaitAfter(failures));
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock, cancellationToken);
            }
        }
    }

    /// <summary>Persists a session as soon as it starts, so that a crash right afterwards loses nothing.</summary>
    private async Task KeepAsync(ShardSession session)
    {
        _session = session;
        await TrySaveAsync(CancellationToken.None);
    }

    private async Task<ConnectionEnd> ConnectAsync(int failures, CancellationToken cancellationToken)
    {
        // If the resume address does not answer, the gateway's general address accepts the session too, or rejects it.
        var address = _session is { } known && failures < OwnAddressTries ? known.ResumeUrl : identity.Url;
        var connection = new ShardConnection(number, identity, limiter, KeepAsync, options, health, clock, log);
        _current = connection;
        try
        {
            return await connection.RunAsync(address, _session, cancellationToken);
        }
        catch (Exception e) when (e is WebSocketException or HttpRequestException or IOException or JsonException or InvalidDataException
            or KeyNotFoundException or InvalidOperationException or FormatException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogFailed(log, number, e.GetType().Name);
            return new ConnectionEnd(KeepSession: true, WasUseful: false);
        }
        finally
        {
            _session = connection.Session;
            _current = null;
        }
    }

    /// <summary>Spread a little, so that shards that failed together do not come back together.</summary>
    private TimeSpan WaitAfter(int failures) =>
        Backoff.After(failures, options.ReconnectDelay, options.ReconnectDelayMax) * (0.75 + (Random.Shared.NextDouble() / 4));

    /// <summary>A failure is retried with the next save.</summary>
    private async Task<bool> TrySaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SaveAsync(cancellationToken);
            return true;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotSaved(log, number, e.GetType().Name);
            return false;
        }
    }

    private async Task SaveAgainAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.SaveInterval, clock);
        try
        {
            for (long? saved = null; await timer.WaitForNextTickAsync(cancellationToken);)
            {
                _session = _current?.Session ?? _session;
                if (_session?.Sequence.Safe is { } safe && safe != saved && await TrySaveAsync(cancellationToken))
                {
                    saved = safe;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The caller saves once more when no event is in flight.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord shard {Shard}: the position in the event stream could not be persisted ({Kind}); retrying")]
    private static partial void LogNotSaved(ILogger logger, int shard, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord shard {Shard} could not connect ({Kind})")]
    private static partial void LogFailed(ILogger logger, int shard, string kind);
}
