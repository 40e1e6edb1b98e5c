using NemoBot.Core.Homes;

namespace NemoBot.Telegram.Pacing;

/// <summary>
/// Limits the messages per second over all chats to this process's part of what the bot may send. Waiting messages are released by priority, and round robin among chats of the same
/// priority: a chat with a hundred messages does not delay a chat with one.
/// </summary>
internal sealed class FairGate : IDisposable
{
    /// <summary>Slightly longer than the second that the service counts, because requests may bunch up in transit.</summary>
    private static readonly TimeSpan Second = TimeSpan.FromMilliseconds(1050);

    private readonly Lock _lock = new();
    private readonly TimeProvider _clock;
    private readonly int _perSecond;
    private readonly IPaceShare _share;
    private readonly Queue<long> _passed = new();
    private readonly PriorityQueue<Waiter, (SendPriority, long Round, long Arrival)> _waiting = new();
    private readonly Dictionary<long, long> _rounds = [];
    private readonly ITimer _timer;
    private long _round;
    private long _arrivals;

    public FairGate(int perSecond, IPaceShare share, TimeProvider clock)
    {
        _perSecond = perSecond;
        _share = share;
        _clock = clock;
        _timer = clock.CreateTimer(_ => Pump(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The time between two messages when the gate is busy.</summary>
    public TimeSpan Spacing => Second * _share.Processes / _perSecond;

    /// <summary>Nothing waits, and a good part of the second is unused.</summary>
    public bool HasRoom
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count == 0 && WaitFor(_clock.GetTimestamp()) == TimeSpan.Zero && _passed.Count * 5 < PerWindow * 4;
            }
        }
    }

    private int PerWindow => Math.Max(1, _perSecond / _share.Processes);

    /// <summary>A second, or longer if not every process may send a message in each.</summary>
    private TimeSpan Window => Second * Math.Max(1, _share.Processes / (double)_perSecond);

    /// <summary>Returns when the caller may send.</summary>
    public async Task PassAsync(long chat, SendPriority priority, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiter = new Waiter();
        lock (_lock)
        {
            var round = Math.Max(_round, _rounds.GetValueOrDefault(chat)) + 1;
            _rounds[chat] = round;
            _waiting.Enqueue(waiter, (priority, round, _arrivals++));
        }

        Pump();
        await using var registration = cancellationToken.UnsafeRegister(
            static (state, stop) => ((Waiter)state!).Signal.TrySetCanceled(stop), waiter);
        await waiter.Signal.Task;
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Pump()
    {
        lock (_lock)
        {
            var now = _clock.GetTimestamp();
            while (_waiting.Count > 0 && WaitFor(now) is var wait)
            {
                if (wait > TimeSpan.Zero)
                {
                    _timer.Change(wait + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
                    return;
                }

                LetOnePass(now);
            }

            if (_waiting.Count == 0)
            {
                _rounds.Clear();
                _round = 0;
            }
        }
    }

    private TimeSpan WaitFor(long now)
    {
        var window = Window;
        while (_passed.TryPeek(out var oldest) && _clock.GetElapsedTime(oldest, now) >= window)
        {
            _passed.Dequeue();
        }

        return _passed.Count < PerWindow ? TimeSpan.Zero : window - _clock.GetElapsedTime(_passed.Peek(), now);
    }

    private void LetOnePass(long now)
    {
        if (_waiting.TryDequeue(out var waiter, out var place) && waiter.Signal.TrySetResult())
        {
            _round = Math.Max(_round, place.Round - 1);
            _passed.Enqueue(now);
        }
    }

    private sealed class Waiter
    {
        public TaskCompletionSource Signal { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
