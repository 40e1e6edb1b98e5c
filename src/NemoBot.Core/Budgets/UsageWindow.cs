using System.Globalization;

namespace NemoBot.Core.Budgets;

/// <summary>What was used in a sliding window. Uses close to each other share an entry, so that it stays small however much is used.</summary>
internal sealed class UsageWindow
{
    private const int Entries = 64;

    private readonly long _now;
    private readonly long _window;
    private readonly List<(long First, long Last, long Amount)> _uses;

    private UsageWindow(long now, long window, List<(long First, long Last, long Amount)> uses)
    {
        _now = now;
        _window = window;
        _uses = uses;
    }

    /// <summary>The sum of what is still in the window.</summary>
    public long Used => _uses.Sum(u => u.Amount);

    /// <summary>Reads what <see cref="ToString"/> returned, without what has left the window.</summary>
    public static UsageWindow Parse(string? text, DateTimeOffset now, TimeSpan window)
    {
        var (at, length) = (now.ToUnixTimeMilliseconds(), (long)window.TotalMilliseconds);
        var uses = (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(e => Read(e, at)).Where(u => at - u.Last < length);
        return new UsageWindow(at, length, [.. uses]);
    }

    /// <summary>How long until an amount fits; the whole window if it never does.</summary>
    public TimeSpan RetryAfter(long amount, long most)
    {
        var used = Used;
        foreach (var (_, last, freed) in _uses)
        {
            used -= freed;
            if (Fits(used, amount, most))
            {
                return TimeSpan.FromMilliseconds(last + _window - _now);
            }
        }

        return TimeSpan.FromMilliseconds(_window);
    }

    /// <summary>Whether an amount fits; 0 asks whether anything does.</summary>
    public bool Allows(long amount, long most) => Fits(Used, amount, most);

    public void Add(long amount)
    {
        if (amount == 0)
        {
            return;
        }

        if (_uses is [.., var newest] && _now - newest.First < _window / Entries)
        {
            _uses[^1] = (newest.First, _now, newest.Amount + amount);
        }
        else
        {
            _uses.Add((_now, _now, amount));
        }
    }

    public override string ToString() =>
        string.Join(';', _uses.Select(u => string.Create(CultureInfo.InvariantCulture, $"{u.First},{u.Last},{u.Amount}")));

    private static bool Fits(long used, long amount, long most) => used + Math.Max(1, amount) <= most;

    /// <summary>A clock that was set back must not keep anything in the window for longer than its length.</summary>
    private static (long First, long Last, long Amount) Read(string entry, long now)
    {
        var parts = entry.Split(',');
        return (Math.Min(now, Number(parts[0])), Math.Min(now, Number(parts[1])), Number(parts[2]));
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
