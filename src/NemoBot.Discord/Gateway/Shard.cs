using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using NemoBot.Discord.Configuration;

namespace NemoBot.Discord.Gateway;

/// <summary>Keeps one shard connected, resuming its session whenever that is possible.</summary>
internal sealed partial class Shard(
    int number, GatewayIdentity identity, IdentifyGate gate, SessionShelf shelf, DiscordOptions options, TimeProvider clock, ILogger log)
{
    private const int OwnAddressTries = 3;

    private volatile ShardConnection? _current;
    private ShardSession? _session;

    /// <summary>Runs until cancelled.</summary>
    /// <exception cref="DiscordStartupException">It can never work.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _session = await shelf.LoadAsync(identity.Application, number, identity.Plan.Total, cancellationToken);
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
        shelf.SaveAsync(identity.Application, number, identity.Plan.Total, _session, cancellationToken);

    private async Task StayConnectedAsync(CancellationToken cancellationToken)
    {
        for (var failures = 0; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var end = await ConnectAsync(failures, cancellationToken);
            if (!end.KeepSession)
            {
                _session = null;
                await SaveAsync(cancellationToken);
            }

            failures = end.WasUseful ? 0 : failures + 1;
            var wait = end.Wait + Backoff(failures);
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock, cancellationToken);
            }
        }
    }

    private async Task<ConnectionEnd> ConnectAsync(int failures, CancellationToken cancellationToken)
    {
        // When the address for resuming does not answer, the gateway's own takes the session too, or says that it is gone.
        var address = _session is { } known && failures < OwnAddressTries ? known.ResumeUrl : identity.Url;
        var connection = new ShardConnection(number, identity, gate, options, clock, log);
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

    private async Task SaveAgainAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.SaveInterval, clock);
        try
        {
            for (long? saved = null; await timer.WaitForNextTickAsync(cancellationToken);)
            {
                _session = _current?.Session ?? _session;
                if (_session?.Line.Safe is { } safe && safe != saved)
                {
                    await SaveAsync(cancellationToken);
                    saved = safe;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The last save is the caller's, when no event is under way any more.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord shard {Shard} could not connect ({Kind})")]
    private static partial void LogFailed(ILogger logger, int shard, string kind);
}
