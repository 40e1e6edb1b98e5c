using NemoBot.Core.Backend;

namespace NemoBot.Core.Rendering;

/// <summary>
/// Plans when to poll a render. The next poll is set for when the render is expected to be done, judged by its progress so
/// far, so that the end is known within a second or two; in no window are there more polls than the backend allows.
/// </summary>
internal sealed class PollPlanner(BackendTraits traits, TimeSpan firstPoll)
{
    /// <summary>A backend that allows this many polls per window is asked as often as the display wants.</summary>
    private const int Plenty = 100;

    private static readonly TimeSpan Lively = TimeSpan.FromSeconds(1);

    /// <summary>The pace is that of so much time at least: within a second or two an encoder takes many pictures or none.</summary>
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(8);

    /// <summary>Before that nobody can say how long it takes.</summary>
    private static readonly TimeSpan Unknown = TimeSpan.FromSeconds(3);

    /// <summary>A poll a moment too late costs this moment; one too early costs a whole further wait.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Near = TimeSpan.FromSeconds(12);

    /// <summary>A render that speeds up must not be missed by an early estimate.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>Seconds; more than a day is no estimate.</summary>
    private const double LongestLeft = 86_400;

    /// <summary>Waits in seconds when the expected end has passed, and while the progress is unknown.</summary>
    private static readonly int[] Overdue = [2, 3, 5, 8, 13, 21, 30];
    private static readonly int[] Blind = [14, 12, 12, 12, 14, 20, 30, 50, 70];

    /// <summary>Shortest waits in seconds by how many polls the window still allows: the last ones are not spent at once.</summary>
    private static readonly int[] Sparing = [0, 30, 14, 6];

    /// <summary>The status message reads the expectation on its timer while the poller observes.</summary>
    private readonly Lock _gate = new();
    private readonly Queue<TimeSpan> _polls = new();

    /// <summary>What was observed lately; it begins with the newest that is old enough to judge the pace by.</summary>
    private readonly Queue<(TimeSpan At, double Progress)> _seen = new([(TimeSpan.Zero, 0)]);
    private TimeSpan _begun;
    private (TimeSpan At, double Progress)? _last;
    private double _shown;
    private int _overdue;
    private int _blind;

    /// <summary>A poll is being made.</summary>
    /// <param name="at">Since the submission.</param>
    public void Count(TimeSpan at)
    {
        _polls.Enqueue(at);
        while (_polls.Count > traits.PollsPerWindow)
        {
            _polls.Dequeue();
        }
    }

    /// <summary>Records the progress that a poll returned.</summary>
    /// <param name="at">Since the submission.</param>
    /// <param name="progress">0 to 1; null if unknown.</param>
    public void Observe(TimeSpan at, double? progress)
    {
        if (progress is not { } now)
        {
            return;
        }

        lock (_gate)
        {
            if (now <= 0)
            {
                WaitUntil(at);
            }
            else if (now > (_last?.Progress ?? 0))
            {
                _overdue = _last is null ? _overdue : 0;
                _last = (at, now);
                _seen.Enqueue((at, now));
                while (_seen.Count > 2 && at - _seen.ElementAt(1).At >= Steady)
                {
                    _seen.Dequeue();
                }
            }
        }
    }

    /// <summary>Time in the queue is not part of the pace. Polls that are far apart do not show when it ended.</summary>
    private void WaitUntil(TimeSpan at)
    {
        if (_last is null && traits.PollsPerWindow >= Plenty)
        {
            _begun = at;
            _seen.Clear();
            _seen.Enqueue((at, 0));
        }
    }

    /// <summary>Progress expected at a time, and what is left; null before anything is known. It never goes back.</summary>
    public (double Fraction, TimeSpan? Left)? Expect(TimeSpan at)
    {
        using var scope = _gate.EnterScope();
        if (_last is not { } last)
        {
            return null;
        }

        var rate = Rate(last);
        var expected = Math.Min(last.Progress < 1 ? 0.99 : 1, last.Progress + (rate * (at - last.At).TotalSeconds));
        _shown = Math.Max(_shown, Math.Max(expected, last.Progress));
        return (_shown, last.At - _begun >= Unknown ? Left(1 - expected, rate) : null);
    }

    /// <summary>How long to wait before the next poll.</summary>
    /// <param name="at">Now, since the submission.</param>
    public TimeSpan NextWait(TimeSpan at)
    {
        var wanted = _polls.Count == 0 ? firstPoll : Wanted(at);
        if (traits.PollsPerWindow >= Plenty)
        {
            wanted = wanted < Lively ? wanted : Lively;
        }

        wanted = Later(wanted, traits.MinPollInterval);
        return _polls.Count < traits.PollsPerWindow ? wanted : Later(wanted, _polls.Peek() + traits.PollWindow - at);
    }

    private TimeSpan Sparingly(TimeSpan wanted, TimeSpan at)
    {
        var allowed = traits.PollsPerWindow - _polls.Count(p => p > at - traits.PollWindow);
        return allowed > 0 && allowed < Sparing.Length ? Later(wanted, TimeSpan.FromSeconds(Sparing[allowed])) : wanted;
    }

    private TimeSpan Wanted(TimeSpan at)
    {
        if (Expect(at) is not { Left: not null } || _last is not { } last || Left(1 - last.Progress, Rate(last)) is not { } whole)
        {
            return TimeSpan.FromSeconds(Blind[Math.Min(_blind++, Blind.Length - 1)]);
        }

        var rest = whole - (at - last.At);
        var wanted = rest > Near ? rest * 0.6
            : rest > TimeSpan.FromSeconds(1) ? rest + Margin
            : TimeSpan.FromSeconds(Overdue[Math.Min(_overdue++, Overdue.Length - 1)]);
        return Sparingly(Earlier(wanted, Earlier(LongestWait, Later(firstPoll, at * 0.75))), at);
    }

    /// <summary>The newer pace counts most: renders slow down and speed up between stages.</summary>
    private double Rate((TimeSpan At, double Progress) last)
    {
        var overall = last.At > _begun ? last.Progress / (last.At - _begun).TotalSeconds : 0;
        var first = _seen.Peek();
        var span = (last.At - first.At).TotalSeconds;
        var recent = span > 0 ? (last.Progress - first.Progress) / span : overall;
        return recent > 0 ? (0.7 * recent) + (0.3 * overall) : overall;
    }

    /// <summary>The time that a part of the work takes; null if it hardly moves: that says nothing about its end.</summary>
    private static TimeSpan? Left(double part, double rate) => part / rate is var seconds and < LongestLeft ? TimeSpan.FromSeconds(seconds) : null;

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
