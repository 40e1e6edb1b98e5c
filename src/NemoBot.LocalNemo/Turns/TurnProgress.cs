namespace NemoBot.LocalNemo.Turns;

/// <summary>Progress of the slow edits of a turn, in steps that are worth an event.</summary>
internal sealed class TurnProgress : IProgress<double>
{
    private const double Step = 0.02;

    private readonly Lock _gate = new();
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private double _latest;
    private double _told = -1;

    /// <summary>Completes when there is progress that was not taken yet.</summary>
    public Task News
    {
        get
        {
            lock (_gate)
            {
                return _news.Task;
            }
        }
    }

    /// <inheritdoc/>
    public void Report(double value)
    {
        lock (_gate)
        {
            _latest = Math.Clamp(value, 0, 1);
            if (Math.Abs(_latest - _told) >= Step)
            {
                _news.TrySetResult();
            }
        }
    }

    /// <summary>The latest progress, 0 to 1.</summary>
    public double Take()
    {
        lock (_gate)
        {
            _told = _latest;
            _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _latest;
        }
    }
}
