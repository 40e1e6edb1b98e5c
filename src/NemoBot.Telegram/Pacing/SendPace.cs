using Microsoft.Extensions.Options;
using NemoBot.Core.Homes;
using NemoBot.Telegram.Settings;

namespace NemoBot.Telegram.Pacing;

/// <summary>
/// Decides when a message or an edit may be sent: not while its chat is rate limited, edits one at a time and not closer together than the
/// kind of chat allows, and all of them within the bot's limit per second. A blocked chat does not slow down others.
/// </summary>
internal sealed class SendPace : IDisposable
{
    private const int SweepEvery = 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, ChatPace> _chats = [];
    private readonly TelegramOptions _options;
    private readonly TimeProvider _clock;
    private readonly FairGate _gate;
    private readonly StatusEditScheduler _scheduler;
    private int _entered;

    public SendPace(IOptions<TelegramOptions> options, IPaceShare share, TimeProvider clock)
    {
        _options = options.Value;
        _clock = clock;
        _gate = new FairGate(_options.MessagesPerSecond, share, clock);
        _scheduler = new StatusEditScheduler(_gate, _options.AbsorbedWait, _options.LongestPace, clock);
    }

    /// <summary>Waits until a message may be sent.</summary>
    /// <returns>Null to send; otherwise how long the chat is blocked.</returns>
    public async Task<TimeSpan?> EnterSendAsync(long chat, SendPriority priority, CancellationToken cancellationToken)
    {
        Sweep();
        if (Blocked(chat) is { } blocked)
        {
            return blocked;
        }

        _scheduler.Consume();
        await _gate.PassAsync(chat, priority, cancellationToken);
        return Blocked(chat);
    }

    /// <summary>Waits until an edit may be sent. After null the caller must call <see cref="LeaveEdit"/>.</summary>
    /// <returns>Null to send; otherwise how long to wait before trying again.</returns>
    public async Task<TimeSpan?> EnterEditAsync(long chat, SendPriority priority, CancellationToken cancellationToken)
    {
        Sweep();
        var (rejected, wait) = Begin(chat);
        if (rejected is not null)
        {
            return rejected;
        }

        var entered = false;
        try
        {
            rejected = priority == SendPriority.Status ? _scheduler.Request(chat, _gate.HasRoom) : PassUrgent();
            if (rejected is null && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, _clock, cancellationToken);
            }

            if (rejected is null)
            {
                await _gate.PassAsync(chat, priority, cancellationToken);
                rejected = Blocked(chat);
            }

            entered = rejected is null;
            return rejected;
        }
        finally
        {
            if (!entered)
            {
                Release(chat);
            }
        }
    }

    /// <summary>An edit was answered: the next one is due one interval from now.</summary>
    public void LeaveEdit(long chat)
    {
        Release(chat);
        RecordSend(chat);
    }

    /// <summary>A message was sent: the next edit in the chat keeps its distance from it.</summary>
    public void RecordSend(long chat)
    {
        lock (_lock)
        {
            var due = _clock.GetUtcNow() + Interval(chat);
            var pace = Find(chat);
            pace.NextEdit = pace.NextEdit > due ? pace.NextEdit : due;
        }
    }

    /// <summary>The service accepts nothing for the chat for that long.</summary>
    public void Block(long chat, TimeSpan duration)
    {
        lock (_lock)
        {
            var until = _clock.GetUtcNow() + duration;
            var pace = Find(chat);
            pace.BlockedUntil = pace.BlockedUntil > until ? pace.BlockedUntil : until;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private TimeSpan? Blocked(long chat)
    {
        lock (_lock)
        {
            return _chats.TryGetValue(chat, out var pace) && pace.BlockedUntil - _clock.GetUtcNow() is var left && left > TimeSpan.Zero
                ? left
                : null;
        }
    }

    private (TimeSpan? Rejected, TimeSpan Wait) Begin(long chat)
    {
        lock (_lock)
        {
            var now = _clock.GetUtcNow();
            var pace = Find(chat);
            if (pace.BlockedUntil > now)
            {
                return (pace.BlockedUntil - now, default);
            }

            var wait = pace.NextEdit > now ? pace.NextEdit - now : TimeSpan.Zero;
            if (pace.IsEditing || wait > _options.AbsorbedWait)
            {
                return (wait > TimeSpan.Zero ? wait : Interval(chat), default);
            }

            pace.IsEditing = true;
            return (null, wait);
        }
    }

    private TimeSpan? PassUrgent()
    {
        _scheduler.Consume();
        return null;
    }

    private void Release(long chat)
    {
        lock (_lock)
        {
            Find(chat).IsEditing = false;
        }
    }

    private TimeSpan Interval(long chat) => chat < 0 ? _options.GroupEditInterval : _options.PrivateEditInterval;

    private ChatPace Find(long chat)
    {
        if (!_chats.TryGetValue(chat, out var pace))
        {
            _chats[chat] = pace = new ChatPace();
        }

        return pace;
    }

    /// <summary>Drops idle chats now and then, so that memory does not grow with every chat ever seen.</summary>
    private void Sweep()
    {
        if (Interlocked.Increment(ref _entered) % SweepEvery != 0)
        {
            return;
        }

        _scheduler.Sweep();
        lock (_lock)
        {
            var now = _clock.GetUtcNow();
            foreach (var chat in _chats.Where(c => c.Value.IsIdle(now)).Select(c => c.Key).ToList())
            {
                _chats.Remove(chat);
            }
        }
    }
}
