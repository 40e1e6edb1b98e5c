using NemoBot.Discord.Configuration;

namespace NemoBot.Discord.Gateway;

/// <summary>
/// Sends heartbeats on one connection. The first comes after a random part of the interval, so that many shards do not beat in step
/// after a restart. A heartbeat that is not acknowledged before the next one means that the connection is dead.
/// </summary>
internal sealed class HeartbeatLoop(GatewaySocket socket, DiscordOptions options, TimeProvider clock, TimeSpan interval, Func<long?> sequence)
{
    /// <summary>Frames a minute reserved for identify and resume; exceeding the limit would close the connection (4008).</summary>
    private const int ReservedFrames = 5;

    private readonly Queue<DateTimeOffset> _sent = new();
    private volatile bool _acknowledged = true;
    private volatile bool _readerWaits;

    /// <summary>True while the reader waits for the store: acknowledgements cannot be seen then.</summary>
    public bool ReaderWaits
    {
        get => _readerWaits;
        set
        {
            _acknowledged |= !value;
            _readerWaits = value;
        }
    }

    /// <summary>Records an acknowledgement.</summary>
    public void Acknowledge() => _acknowledged = true;

    /// <summary>Runs until cancelled; returns when the connection is dead.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(interval * Random.Shared.NextDouble(), clock, cancellationToken);
        while (_acknowledged || _readerWaits)
        {
            _acknowledged = !TryReserveFrame();
            if (!_acknowledged)
            {
                await SendAsync(cancellationToken);
            }

            await Task.Delay(interval, clock, cancellationToken);
        }
    }

    /// <summary>
    /// Sends a heartbeat at the gateway's request. Only regular ones have to be acknowledged before the next: a requested one may be sent
    /// right before a regular one.
    /// </summary>
    public Task BeatAsync(CancellationToken cancellationToken) => TryReserveFrame() ? SendAsync(cancellationToken) : Task.CompletedTask;

    private Task SendAsync(CancellationToken cancellationToken) => socket.SendAsync(GatewayFrames.Heartbeat(sequence()), cancellationToken);

    private bool TryReserveFrame()
    {
        lock (_sent)
        {
            var now = clock.GetUtcNow();
            while (_sent.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromMinutes(1))
            {
                _sent.Dequeue();
            }

            if (_sent.Count >= options.FramesPerMinute - ReservedFrames)
            {
                return false;
            }

            _sent.Enqueue(now);
            return true;
        }
    }
}
