namespace NemoBot.Media.Processes;

/// <summary>
/// Notices a process that hangs: someone waits for it, but it neither computes nor passes anything on. One that computes without end is
/// for the time limit.
/// </summary>
internal sealed class StallWatch : IDisposable
{
    /// <summary>Looks that must find it idle: a machine that was suspended makes one late look, not several.</summary>
    private const int Looks = 4;

    private readonly Func<TimeSpan> _processorTime;
    private readonly Action _onStall;
    private readonly ITimer _timer;
    private int _waiting;
    private long _moves;
    private (TimeSpan Time, long Moves) _last;
    private int _idle;

    /// <param name="limit">How long it may do nothing.</param>
    /// <param name="processorTime">What the process has computed so far; <see cref="InvalidOperationException"/>: it has ended.</param>
    /// <param name="onStall">Ends it.</param>
    /// <param name="clock">Tells the time.</param>
    public StallWatch(TimeSpan limit, Func<TimeSpan> processorTime, Action onStall, TimeProvider clock)
    {
        (_processorTime, _onStall) = (processorTime, onStall);
        _timer = clock.CreateTimer(_ => Look(), null, limit / Looks, limit / Looks);
    }

    /// <summary>It was ended because it hung.</summary>
    public bool HasStalled { get; private set; }

    /// <summary>Marks that a caller waits for the process until what this returns is disposed.</summary>
    public Waiter Wait()
    {
        Interlocked.Increment(ref _waiting);
        return new Waiter(this);
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        try
        {
            var now = (_processorTime(), Interlocked.Read(ref _moves));
            _idle = Volatile.Read(ref _waiting) > 0 && now == _last ? _idle + 1 : 0;
            _last = now;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or NotSupportedException)
        {
            return;
        }

        if (_idle >= Looks)
        {
            HasStalled = true;
            _onStall();
        }
    }

    /// <summary>A caller that waits.</summary>
    internal readonly struct Waiter(StallWatch watch) : IDisposable
    {
        /// <inheritdoc/>
        public void Dispose()
        {
            Interlocked.Increment(ref watch._moves);
            Interlocked.Decrement(ref watch._waiting);
        }
    }
}
