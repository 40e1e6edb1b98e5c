using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Renders;

/// <summary>A render that waits or runs.</summary>
/// <param name="record">As persisted.</param>
/// <param name="length">Length of its video.</param>
internal sealed class RenderJob(RenderRecord record, TimeSpan length) : IProgress<double>, IDisposable
{
    private double _progress;

    /// <summary>As persisted.</summary>
    public RenderRecord Record { get; set; } = record;

    /// <summary>Length of its video: short ones go first.</summary>
    public TimeSpan Length => length;

    /// <summary>How many later ones were let past.</summary>
    public int Overtaken { get; set; }

    /// <summary>It is being made.</summary>
    public bool Running { get; set; }

    /// <summary>Completes when it is over.</summary>
    public Task Work { get; set; } = Task.CompletedTask;

    /// <summary>Its session was erased: nothing of it is kept.</summary>
    public bool IsErased { get; set; }

    /// <summary>Ends it.</summary>
    public CancellationTokenSource Cancellation { get; } = new();

    /// <summary>0 to 1.</summary>
    public double Progress => Volatile.Read(ref _progress);

    public void Report(double value) => Volatile.Write(ref _progress, Math.Clamp(value, 0, 1));

    public void Dispose() => Cancellation.Dispose();
}
