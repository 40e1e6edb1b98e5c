using NemoBot.Nemo.Settings;
using NemoBot.Nemo.Transport;

namespace NemoBot.Nemo.Runs;

/// <summary>The two clocks of a stream: one that restarts with each piece of news, and the hard limit.</summary>
internal sealed class RunDeadline : IDisposable
{
    private readonly Deadline _limit;
    private readonly Deadline _idle;

    public RunDeadline(NemoLimits limits, TimeProvider clock, CancellationToken caller)
    {
        _limit = new Deadline(limits.StreamLimit + limits.StreamLimitGrace, clock, caller);
        _idle = new Deadline(limits.StreamIdle, clock, _limit.Token);
    }

    /// <summary>Cancelled by the caller or one of the clocks.</summary>
    public CancellationToken Token => _idle.Token;

    /// <summary>Which clock ran out; null: it was the caller.</summary>
    public string? Reason => _limit.HasPassed ? "The stream went on beyond its limit." : _idle.HasPassed ? "Nothing new came for too long." : null;

    /// <summary>There was news.</summary>
    public void Restart(TimeSpan idle) => _idle.Restart(idle);

    public void Dispose()
    {
        _idle.Dispose();
        _limit.Dispose();
    }
}
