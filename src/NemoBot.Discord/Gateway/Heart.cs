using NemoBot.Discord.Configuration;

namespace NemoBot.Discord.Gateway;

/// <summary>
/// Beats on one connection: the first time after a random part of the interval, so that a restart of many shards does not beat in
/// step; a beat that was not acknowledged by the next one means that the connection is dead.
/// </summary>
internal sealed class Heart(GatewaySocket socket, DiscordOptions options, TimeProvider clock, TimeSpan interval, Func<long?> sequence)
{
    private readonly Queue<DateTimeOffset> _sent = new();
    private volatile bool _acknowledged = true;
    private volatile bool _readerWaits;

    /// <summary>True while the reader is held up by the disk: acknowledgements cannot be seen then.</summary>
    public bool ReaderWaits
    {
        get => _readerWaits;
        set
        {
            _acknowledged |= !value;
            _readerWaits = value;
        }
    }

    /// <summary>The other side acknowledged a beat.</summary>
    public void Acknowledge() => _acknowledged = true;

    /// <summary>Beats until cancelled; returns when the connection turns out to be dead.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(interval * Random.Shared.NextDouble(), clock, cancellationToken);
        while (_acknowledged || _readerWaits)
        {
            _acknowledged = !MaySend();
            if (!_acknowledged)
            {
                await SendAsync(cancellationToken);
            }

            await Task.Delay(interval, clock, cancellationToken);
        }
    }

    /// <summary>
    /// Beats at once, as the other side may ask for. Only regular beats have to be acknowledged by the next one: one that was asked for
    /// just before would leave no time for it.
    /// </summary>
    public Task BeatAsync(CancellationToken cancellationToken) => MaySend() ? SendAsync(cancellationToken) : Task.CompletedTask;

    private Task SendAsync(CancellationToken cancellationToken) => socket.SendAsync(GatewayFrames.Heartbeat(sequence()), cancellationToken);

    /// <summary>A few frames a minute are left for identify and resume; more would close the connection (4008).</summary>
    private bool MaySend()
    {
        lock (_sent)
        {
            var now = clock.GetUtcNow();
            while (_sent.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromMinutes(1))
            {
                _sent.Dequeue();
            }

            if (_sent.Count >= options.FramesPerMinute - 5)
            {
                return false;
            }

            _sent.Enqueue(now);
            return true;
        }
    }
}
