using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Discord.Configuration;

namespace NemoBot.Discord.Gateway;

/// <summary>Keeps one shard connected, resuming its session whenever that is possible.</summary>
internal sealed partial class Shard(
    int number, GatewayIdentity identity, IdentifyGate gate, SessionShelf shelf, DiscordOptions options, TimeProvider clock, ILogger log)
{
    private const int OwnAddressTries = 3;
    private static readonly TimeSpan Brief = TimeSpan.FromSeconds(5);

    private volatile ShardConnection? _current;
    private ShardSession? _session;

    /// <summary>Runs until cancelled.</summary>
    /// <exception cref="PlatformStartException">It can never work.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _session = await shelf.LoadAsync(identity.Own.User, number, identity.Plan.Total, cancellationToken);
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
        }
    }

    /// <summary>Writes down how far events have been dealt with; to be called once more when no event is under way.</summary>
    public Task SaveAsync(CancellationToken cancellationToken) =>
        shelf.SaveAsync(identity.Own.User, number, identity.Plan.Total, _session, cancellationToken);

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
                await SaveAsync(cancellationToken);
            }

            // A session that ends is gone on with at once, but not in a circle: Discord may have its reasons.
            failures = end.WasUseful ? 0 : failures + 1;
            brief = end.WasUseful && clock.GetElapsedTime(started) < Brief ? brief + 1 : 0;
            var wait = end.Wait + (brief > 1 ? options.ReconnectDelay : Backoff(failures));
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock, cancellationToken);
            }
        }
    }

    /// <summary>A session is written down as soon as it starts: a crash in its first moments then loses nothing either.</summary>
    private async Task KeepAsync(ShardSession session)
    {
        _session = session;
        await TrySaveAsync(CancellationToken.None);
    }

    private async Task<ConnectionEnd> ConnectAsync(int failures, CancellationToken cancellationToken)
    {
        // When the address for resuming does not answer, the gateway's own takes the session too, or says that it is gone.
        var address = _session is { } known && failures < OwnAddressTries ? known.ResumeUrl : identity.Url;
        var connection = new ShardConnection(number, identity, gate, KeepAsync, options, clock, log);
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

    private TimeSpan Backoff(int failures)
    {
        if (failures == 0)
        {
            return TimeSpan.Zero;
        }

        var wait = options.ReconnectDelay * Math.Pow(2, Math.Min(failures - 1, 20));
        return (wait < options.ReconnectDelayMax ? wait : options.ReconnectDelayMax) * (0.75 + (Random.Shared.NextDouble() / 4));
    }

    /// <summary>A disk that is full now may have room later.</summary>
    private async Task<bool> TrySaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SaveAsync(cancellationToken);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
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
                if (_session?.Line.Safe is { } safe && safe != saved && await TrySaveAsync(cancellationToken))
                {
                    saved = safe;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The last save is the caller's, when no event is under way any more.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord shard {Shard}: the place in the stream could not be noted ({Kind}); trying again")]
    private static partial void LogNotSaved(ILogger logger, int shard, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord shard {Shard} could not connect ({Kind})")]
    private static partial void LogFailed(ILogger logger, int shard, string kind);
}
