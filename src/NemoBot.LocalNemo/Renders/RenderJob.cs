using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Renders;

/// <summary>A render that waits or runs.</summary>
internal sealed class RenderJob(RenderRecord record) : IProgress<double>, IDisposable
{
    private double _progress;

    /// <summary>As it lies on disk.</summary>
    public RenderRecord Record { get; set; } = record;

    /// <summary>It is being made.</summary>
    public bool Running { get; set; }

    /// <summary>Ends it.</summary>
    public CancellationTokenSource Cancellation { get; } = new();

    /// <summary>0 to 1.</summary>
    public double Progress => Volatile.Read(ref _progress);

    public void Report(double value) => Volatile.Write(ref _progress, Math.Clamp(value, 0, 1));

    public void Dispose() => Cancellation.Dispose();
}
