using NemoBot.Core.Homes;

namespace NemoBot.Web.Messages;

/// <summary>
/// Notifies readers of a chat that something changed, not what: each reads the log from its own position. Readers have no queue that could
/// overflow, a slow one skips intermediate edits, and nothing is lost between catching up and listening.
/// </summary>
internal sealed class ChangeNotifier
{
    private const string Written = "chat written ";
    private const string Emptied = "chat emptied ";

    private readonly ISignal _signal;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <param name="signal">Carries notices to and from readers on other instances.</param>
    public ChangeNotifier(ISignal signal)
    {
        _signal = signal;
        signal.Subscribe(Receive);
    }

    /// <summary>Starts listening; dispose the listener to stop.</summary>
    public Listener Listen(string channel)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(channel, out var entry))
            {
                _entries[channel] = entry = new Entry();
            }

            entry.Listeners++;
            return new Listener(this, channel, entry);
        }
    }

    /// <summary>Notifies of a write.</summary>
    public void Notify(string channel)
    {
        Signal(channel, reset: false);
        _signal.Send(Written + channel);
    }

    /// <summary>Makes readers start over after the chat was emptied.</summary>
    public void Reset(string channel)
    {
        Signal(channel, reset: true);
        _signal.Send(Emptied + channel);
    }

    private void Receive(string topic)
    {
        if (topic.StartsWith(Written, StringComparison.Ordinal))
        {
            Signal(topic[Written.Length..], reset: false);
        }
        else if (topic.StartsWith(Emptied, StringComparison.Ordinal))
        {
            Signal(topic[Emptied.Length..], reset: true);
        }
    }

    private void Signal(string channel, bool reset)
    {
        TaskCompletionSource? next;
        lock (_gate)
        {
            if (!_entries.TryGetValue(channel, out var entry))
            {
                return;
            }

            entry.Resets += reset ? 1 : 0;
            next = entry.Next;
            entry.Next = NewSignal();
        }

        next.SetResult();
    }

    private void Leave(string channel, Entry entry)
    {
        lock (_gate)
        {
            if (--entry.Listeners == 0)
            {
                _entries.Remove(channel);
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal sealed class Entry
    {
        public int Listeners { get; set; }

        public int Resets { get; set; }

        public TaskCompletionSource Next { get; set; } = NewSignal();
    }

    /// <summary>A reader's subscription. Take <see cref="Next"/> before reading the log, and await it when there was nothing to read.</summary>
    internal sealed class Listener(ChangeNotifier notifier, string channel, Entry entry) : IDisposable
    {
        public Task Next
        {
            get
            {
                lock (notifier._gate)
                {
                    return entry.Next.Task;
                }
            }
        }

        /// <summary>How often the chat has been emptied.</summary>
        public int Resets
        {
            get
            {
                lock (notifier._gate)
                {
                    return entry.Resets;
                }
            }
        }

        public void Dispose() => notifier.Leave(channel, entry);
    }
}
