using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Rendering;

/// <summary>One render in its conversation's line, and the means to stop it.</summary>
internal sealed class RenderTask(RenderRequest order) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private bool _disposed;

    public RenderRequest Order { get; } = order;

    /// <summary>In whose line it stands. Guarded by the <see cref="RenderQueue"/>.</summary>
    public required ConversationKey Key { get; set; }

    /// <summary>Its record as it was last written.</summary>
    public RenderRecord Record { get; set; } = order.Record;

    /// <summary>Completes when the render is over.</summary>
    public Task Done { get; set; } = Task.CompletedTask;

    /// <summary>Cancelled by <see cref="Halt"/>.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Why it was stopped.</summary>
    public RenderStop Reason { get; private set; }

    /// <summary>Stops it; the first reason counts.</summary>
    public void Halt(RenderStop reason)
    {
        lock (_gate)
        {
            if (!_disposed && Reason == RenderStop.None)
            {
                Reason = reason;
                _ = _stop.CancelAsync();
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
        }

        _stop.Dispose();
    }
}
