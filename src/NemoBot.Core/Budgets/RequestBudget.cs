using Microsoft.Extensions.Options;
using NemoBot.Core.Platforms;
using NemoBot.Core.Text;

namespace NemoBot.Core.Budgets;

/// <summary>
/// Keeps one person from filling the bot with requests. Counted in memory: a restart forgives, and what is kept of a person goes with
/// the window.
/// </summary>
internal sealed class RequestBudget(IOptionsMonitor<BudgetOptions> options, TimeProvider clock)
{
    private const int FewPeople = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Platform, string Author), Queue<DateTimeOffset>> _taken = [];
    private int _sweepAbove = FewPeople;

    /// <summary>Counts a request; returns false if the author has used up the window.</summary>
    /// <param name="message">The request.</param>
    /// <param name="retryAfter">When the next request will be accepted, if this one is not.</param>
    public bool TryTake(InboundMessage message, out TimeSpan retryAfter)
    {
        retryAfter = TimeSpan.Zero;
        var most = options.CurrentValue.RequestsPerPerson;
        if (most == 0)
        {
            return true;
        }

        lock (_gate)
        {
            var now = clock.GetUtcNow();
            Sweep(now);
            var key = (message.Conversation.Platform, message.Author.Id);
            if (!_taken.TryGetValue(key, out var taken))
            {
                _taken[key] = taken = new Queue<DateTimeOffset>();
            }

            Forget(taken, now);
            if (taken.Count >= most)
            {
                retryAfter = taken.Peek() + options.CurrentValue.RequestWindow - now;
                return false;
            }

            taken.Enqueue(now);
            return true;
        }
    }

    /// <summary>Why a request was not taken.</summary>
    public string Describe(Texts texts) =>
        texts.Format("budget.requests", options.CurrentValue.RequestsPerPerson, Math.Ceiling(options.CurrentValue.RequestWindow.TotalMinutes));

    /// <summary>Looks at everybody only when there are twice as many as last time.</summary>
    private void Sweep(DateTimeOffset now)
    {
        if (_taken.Count < _sweepAbove)
        {
            return;
        }

        foreach (var (key, taken) in _taken.ToList())
        {
            Forget(taken, now);
            if (taken.Count == 0)
            {
                _taken.Remove(key);
            }
        }

        _sweepAbove = Math.Max(FewPeople, _taken.Count * 2);
    }

    private void Forget(Queue<DateTimeOffset> taken, DateTimeOffset now)
    {
        while (taken.TryPeek(out var oldest) && now - oldest >= options.CurrentValue.RequestWindow)
        {
            taken.Dequeue();
        }
    }
}
