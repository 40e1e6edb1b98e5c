using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;

namespace NemoBot.Tests.Support;

/// <summary>A clock that moves only when a test says so, and that can be advanced until real work (sockets, disk) gives a signal.</summary>
public sealed class ManualTimeProvider() : FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
{
    // A lost signal must end the test, not hang the suite. Real time, but no test's result depends on how much of it passes.
    private static readonly TimeSpan s_guard = TimeSpan.FromSeconds(60);
    private readonly ConcurrentQueue<TimeSpan> _scheduled = new();

    /// <summary>How far the time of day is off: a jump of the clock, which timers and timestamps do not see.</summary>
    public TimeSpan Jump { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Jump;

    public override long GetTimestamp() => base.GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _scheduled.Enqueue(dueTime);
        return base.CreateTimer(callback, state, dueTime, period);
    }

    /// <summary>Whether a wait of this length, or up to a second shorter, was ever begun.</summary>
    public bool HasScheduled(TimeSpan wait) => _scheduled.Any(due => due <= wait && due > wait - TimeSpan.FromSeconds(1));

    /// <summary>
    /// Advances step by step until the task is done, giving the work a moment of real time before each step.
    /// </summary>
    /// <exception cref="TimeoutException">The signal did not come within a minute of real time.</exception>
    public async Task<T> AdvanceUntilAsync<T>(Task<T> signal, TimeSpan step)
    {
        var watch = Stopwatch.StartNew();
        while (!signal.IsCompleted)
        {
            if (watch.Elapsed > s_guard)
            {
                throw new TimeoutException("The signal did not come.");
            }

            await Task.WhenAny(signal, Task.Delay(TimeSpan.FromMilliseconds(5), System));
            if (!signal.IsCompleted)
            {
                Advance(step);
            }
        }

        return await signal;
    }

    /// <summary>Like <see cref="AdvanceUntilAsync{T}"/> for a condition that is checked after each step.</summary>
    /// <exception cref="TimeoutException">The condition did not become true within a minute of real time.</exception>
    public async Task AdvanceUntilAsync(Func<bool> condition, TimeSpan step)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed > s_guard)
            {
                throw new TimeoutException("The condition did not become true.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), System);
            if (!condition())
            {
                Advance(step);
            }
        }
    }
}
