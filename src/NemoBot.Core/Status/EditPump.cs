using NemoBot.Core.Platforms;

namespace NemoBot.Core.Status;

/// <summary>
/// Passes the contents of a status message on, one at a time: the newest wins, and edits keep the pace that they are told. After the final
/// content nothing else is passed on.
/// </summary>
/// <param name="deliver">Delivers a content; calls <see cref="Retry"/>, <see cref="Pause"/> or <see cref="Close"/> by what comes of it.</param>
/// <param name="watch">Measures how long contents wait.</param>
/// <param name="clock">The time.</param>
internal sealed class EditPump(Func<OutboundMessage, Task> deliver, EditWatch watch, TimeProvider clock)
{
    private readonly Lock _gate = new();

    private OutboundMessage? _pending;
    private DateTimeOffset _notBefore;
    private bool _pumping;
    private bool _finishing;
    private bool _closed;
    private bool _isDropped;

    /// <summary>Intermediate content is not passed on any more.</summary>
    public bool IsDropped => _isDropped;

    /// <summary>Takes a content, unless the final one was taken before.</summary>
    /// <returns>True if nothing passes contents on now: run <see cref="RunAsync"/>.</returns>
    public bool Put(OutboundMessage content)
    {
        lock (_gate)
        {
            if (_closed || _finishing || (_isDropped && !content.IsFinal))
            {
                return false;
            }

            watch.Put(replaces: _pending is not null);
            _finishing = content.IsFinal;
            _pending = content;
            var isIdle = !_pumping;
            _pumping = true;
            return isIdle;
        }
    }

    /// <summary>Passes contents on until none waits.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (true)
        {
            var wait = _notBefore - clock.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, clock, stopping).ConfigureAwait(false);
            }

            if (Take() is not { } content)
            {
                return;
            }

            await deliver(content).ConfigureAwait(false);
        }
    }

    /// <summary>Passes nothing on for a while.</summary>
    public void Pause(TimeSpan wait) => _notBefore = clock.GetUtcNow() + wait;

    /// <summary>Puts a content back unless newer content waits, and pauses.</summary>
    public void Retry(OutboundMessage content, TimeSpan wait)
    {
        lock (_gate)
        {
            _pending ??= _isDropped && !content.IsFinal ? null : content;
            Pause(wait);
        }
    }

    /// <summary>Passes no intermediate content on any more.</summary>
    public void Drop()
    {
        lock (_gate)
        {
            (_isDropped, _pending) = (true, _finishing ? _pending : null);
        }
    }

    /// <summary>Passes nothing on any more.</summary>
    public void Close()
    {
        lock (_gate)
        {
            (_closed, _pending) = (true, null);
        }
    }

    private OutboundMessage? Take()
    {
        lock (_gate)
        {
            var content = _pending;
            _pending = null;
            watch.Take();
            _pumping = content is not null;
            return content;
        }
    }
}
