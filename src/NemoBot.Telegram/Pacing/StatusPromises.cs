namespace NemoBot.Telegram.Pacing;

/// <summary>
/// Turns for status edits when there are more of them than the bot may send. An edit that would have to wait long is sent back
/// with the time of its turn and comes again with newer text: nobody waits in line with a text that grows stale, and whoever
/// was sent back keeps the place.
/// </summary>
internal sealed class StatusPromises(TimeSpan spacing, TimeSpan absorbed, TimeSpan longest, TimeProvider clock)
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<long, DateTimeOffset> _turns = [];
    private DateTimeOffset _next;

    /// <summary>
    /// Asks for a turn: null to go on now, otherwise how long to stay away. Who was sent back once goes early when there is
    /// room after all, because others did not come back for their turns.
    /// </summary>
    public TimeSpan? Ask(long chat, bool hasRoom)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (!_turns.TryGetValue(chat, out var turn))
            {
                turn = _next > now ? _next : now;
                _next = turn + spacing;
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

    /// <summary>Something more important took a pass.</summary>
    public void Take()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            _next = (_next > now ? _next : now) + spacing;
        }
    }

    /// <summary>Forgets turns that nobody came back for.</summary>
    public void Sweep()
    {
        lock (_lock)
        {
            var before = clock.GetUtcNow() - Forgotten;
            foreach (var chat in _turns.Where(t => t.Value < before).Select(t => t.Key).ToList())
            {
                _turns.Remove(chat);
            }
        }
    }
}
