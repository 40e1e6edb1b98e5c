namespace NemoBot.Web.Messages;

/// <summary>
/// Tells readers of a chat that there is something new, not what: each reads the log from where it was. So a reader has no queue that
/// could overflow, a slow one skips what was rewritten meanwhile, and nothing can fall between catching up and listening.
/// </summary>
internal sealed class ChannelPulse
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Beat> _beats = new(StringComparer.Ordinal);

    /// <summary>Starts to listen; dispose to stop.</summary>
    public Listener Listen(string channel)
    {
        lock (_gate)
        {
            if (!_beats.TryGetValue(channel, out var beat))
            {
                _beats[channel] = beat = new Beat();
            }

            beat.Listeners++;
            return new Listener(this, channel, beat);
        }
    }

    /// <summary>Something was written.</summary>
    public void Notify(string channel) => Strike(channel, reset: false);

    /// <summary>The chat was emptied: readers start over.</summary>
    public void Reset(string channel) => Strike(channel, reset: true);

    private void Strike(string channel, bool reset)
    {
        TaskCompletionSource? next;
        lock (_gate)
        {
            if (!_beats.TryGetValue(channel, out var beat))
            {
                return;
            }

            beat.Resets += reset ? 1 : 0;
            next = beat.Next;
            beat.Next = NewSignal();
        }

        next.SetResult();
    }

    private void Leave(string channel, Beat beat)
    {
        lock (_gate)
        {
            if (--beat.Listeners == 0)
            {
                _beats.Remove(channel);
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal sealed class Beat
    {
        public int Listeners { get; set; }

        public int Resets { get; set; }

        public TaskCompletionSource Next { get; set; } = NewSignal();
    }

    /// <summary>One reader's ear. Take <see cref="Next"/> before reading the log, await it when there was nothing to read.</summary>
    internal sealed class Listener(ChannelPulse pulse, string channel, Beat beat) : IDisposable
    {
        public Task Next
        {
            get
            {
                lock (pulse._gate)
                {
                    return beat.Next.Task;
                }
            }
        }

        /// <summary>How often the chat was emptied.</summary>
        public int Resets
        {
            get
            {
                lock (pulse._gate)
                {
                    return beat.Resets;
                }
            }
        }

        public void Dispose() => pulse.Leave(channel, beat);
    }
}
