namespace NemoBot.Telegram.Pacing;

/// <summary>
/// Schedules status edits when there are more than the bot may send. An edit with a long wait is rejected with the time of its turn, so
/// that it returns with newer text instead of queueing with a stale one. A rejected chat keeps its turn.
/// </summary>
internal sealed class StatusEditScheduler(FairGate gate, TimeSpan absorbed, TimeSpan longest, TimeProvider clock)
{
    private static readonly TimeSpan TurnLifetime = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<long, DateTimeOffset> _turns = [];
    private DateTimeOffset _next;

    /// <summary>
    /// Requests a turn: null to proceed now, otherwise how long to wait. A chat that was rejected before may proceed early if there is room,
    /// because other chats did not use their turns.
    /// </summary>
    public TimeSpan? Request(long chat, bool hasRoom)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (!_turns.TryGetValue(chat, out var turn))
            {
                turn = _next > now ? _next : now;
                _next = turn + gate.Spacing;
            }
            else if (hasRoom)
            {
                turn = now;
            }

            var wait = turn - now;
            if (wait <= absorbed)
            {
                _turns.Remove(chat);
                return null;
            }

            _turns[chat] = turn;
            return wait < longest ? wait : longest;
        }
    }

    /// <summary>Accounts for a message of higher priority.</summary>
    public void Consume()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            _next = (_next > now ? _next : now) + gate.Spacing;
        }
    }

    /// <summary>Removes turns that were not used.</summary>
    public void Sweep()
    {
        lock (_lock)
        {
            var before = clock.GetUtcNow() - TurnLifetime;
            foreach (var chat in _turns.Where(t => t.Value < before).Select(t => t.Key).ToList())
            {
                _turns.Remove(chat);
            }
        }
    }
}
