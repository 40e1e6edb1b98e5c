using Microsoft.Extensions.Options;
using NemoBot.Telegram.Settings;

namespace NemoBot.Telegram.Pacing;

/// <summary>
/// Decides when a message or an edit may go out: not while its chat is blocked, edits not closer together than the kind of chat
/// allows and one at a time, and all of them together within the bot's pace. A blocked chat takes no place from others.
/// </summary>
internal sealed class SendPace : IDisposable
{
    private const int SweepEvery = 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, ChatPace> _chats = [];
    private readonly TelegramOptions _options;
    private readonly TimeProvider _clock;
    private readonly FairGate _gate;
    private readonly StatusPromises _promises;
    private int _entered;

    public SendPace(IOptions<TelegramOptions> options, TimeProvider clock)
    {
        _options = options.Value;
        _clock = clock;
        _gate = new FairGate(_options.MessagesPerSecond, clock);
        _promises = new StatusPromises(_gate.Spacing, _options.AbsorbedWait, _options.LongestPace, clock);
    }

    /// <summary>Waits for a message's pass.</summary>
    /// <returns>Null to go; otherwise how long the chat is blocked.</returns>
    public async Task<TimeSpan?> EnterSendAsync(long chat, SendPriority priority, CancellationToken cancellationToken)
    {
        Sweep();
        if (Blocked(chat) is { } blocked)
        {
            return blocked;
        }

        _promises.Take();
        await _gate.PassAsync(chat, priority, cancellationToken);
        return Blocked(chat);
    }

    /// <summary>Waits for an edit's pass. After null <see cref="LeaveEdit"/> must be called.</summary>
    /// <returns>Null to go; otherwise how long to stay away.</returns>
    public async Task<TimeSpan?> EnterEditAsync(long chat, SendPriority priority, CancellationToken cancellationToken)
    {
        Sweep();
        var (away, wait) = Begin(chat);
        if (away is not null)
        {
            return away;
        }

        var left = false;
        try
        {
            away = priority == SendPriority.Status ? _promises.Ask(chat, _gate.HasRoom) : Urgent();
            if (away is null && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, _clock, cancellationToken);
            }

            if (away is null)
            {
                await _gate.PassAsync(chat, priority, cancellationToken);
                away = Blocked(chat);
            }

            left = away is null;
            return away;
        }
        finally
        {
            if (!left)
            {
                Release(chat);
            }
        }
    }

    /// <summary>An edit has been answered: the next one is due one interval from now.</summary>
    public void LeaveEdit(long chat)
    {
        Release(chat);
        Note(chat);
    }

    /// <summary>A message was posted: the next edit in the chat keeps its distance from it.</summary>
    public void Note(long chat)
    {
        lock (_lock)
        {
            var due = _clock.GetUtcNow() + Interval(chat);
            var pace = Find(chat);
            pace.NextEdit = pace.NextEdit > due ? pace.NextEdit : due;
        }
    }

    /// <summary>The service wants nothing for the chat for that long.</summary>
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

    private (TimeSpan? Away, TimeSpan Wait) Begin(long chat)
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

    private TimeSpan? Urgent()
    {
        _promises.Take();
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

    /// <summary>Chats that were quiet are forgotten now and then, so that memory follows the running work and not the years.</summary>
    private void Sweep()
    {
        if (Interlocked.Increment(ref _entered) % SweepEvery != 0)
        {
            return;
        }

        _promises.Sweep();
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
