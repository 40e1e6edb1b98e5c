using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Status;

/// <summary>
/// The message of a turn that is edited while work runs. One edit is in flight, the newest content wins, edits keep the platform's pace
/// and pause while the platform asks for it. The final edit is owed: it is retried until it is shown, or never can be.
/// </summary>
internal sealed partial class StatusMessage
{
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(1);

    /// <summary>Posts whose answer was lost before progress is no longer shown.</summary>
    private const int MaxLostSends = 2;

    private readonly string _platform;
    private readonly PostedStatus _posted;
    private readonly PlatformLimits _limits;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly CancellationToken _stopping;
    private readonly EditWatch _watch;
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<bool> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private OutboundMessage? _pending;
    private OutboundMessage? _shown;
    private DateTimeOffset _notBefore;
    private TimeSpan _backoff = FirstBackoff;
    private bool _pumping;
    private bool _finishing;
    private bool _closed;
    private bool _isDropped;
    private int _lostSends;

    public StatusMessage(PostedStatus posted, PlatformLimits limits, TimeProvider clock, ILogger logger, CancellationToken stopping)
    {
        _platform = posted.Platform;
        _posted = posted;
        _limits = limits;
        _clock = clock;
        _logger = logger;
        _stopping = stopping;
        _watch = new EditWatch(_platform, clock);
    }

    /// <summary>The posted message; null before it is posted.</summary>
    public MessageRef? Message => _posted.Message;

    /// <summary>Shows intermediate content unless newer content replaces it first. Where messages cannot be edited, nothing is shown.</summary>
    public void Show(OutboundMessage content)
    {
        if (_limits.CanEdit)
        {
            Put(content with { Kind = OutboundKind.Status, IsFinal = false, BeforeSend = RequireNotDroppedAsync });
        }
    }

    /// <summary>Shows the final content.</summary>
    /// <returns>True once it is shown, or the conversation is gone; false if it is not shown, because the process stops or the chat refuses it.</returns>
    public Task<bool> FinishAsync(OutboundMessage content)
    {
        Put(content with { Kind = OutboundKind.Status, IsFinal = true });
        return _finished.Task;
    }

    /// <summary>Shows no intermediate content any more: late news of work that goes on elsewhere must not take the place of its end.</summary>
    public void Drop()
    {
        lock (_gate)
        {
            (_isDropped, _pending) = (true, _finishing ? _pending : null);
        }
    }

    private Task RequireNotDroppedAsync(CancellationToken cancellationToken) => _isDropped ? Task.FromException(new LaneLostException()) : Task.CompletedTask;

    private void Put(OutboundMessage content)
    {
        lock (_gate)
        {
            if (_closed || _finishing || (_isDropped && !content.IsFinal))
            {
                return;
            }

            _watch.Put(replaces: _pending is not null);
            _finishing = content.IsFinal;
            _pending = content;
            if (_pumping)
            {
                return;
            }

            _pumping = true;
        }

        _ = Task.Run(PumpAsync, CancellationToken.None);
    }

    private async Task PumpAsync()
    {
        try
        {
            while (true)
            {
                var wait = _notBefore - _clock.GetUtcNow();
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, _clock, _stopping).ConfigureAwait(false);
                }

                if (TakePending() is not { } content)
                {
                    return;
                }

                await DeliverAsync(content).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            _finished.TrySetResult(false);
        }
    }

    private OutboundMessage? TakePending()
    {
        lock (_gate)
        {
            var content = _pending;
            _pending = null;
            _watch.Take();
            _pumping = content is not null;
            return content;
        }
    }

    private async Task DeliverAsync(OutboundMessage content)
    {
        if (_shown is not null && IsSame(_shown, content))
        {
            Settle(content, isShown: true);
            return;
        }

        if (Message is null && _lostSends >= MaxLostSends && !content.IsFinal)
        {
            // The message may be there twice already: nothing but the end is posted any more.
            return;
        }

        try
        {
            await HandleAsync(await _posted.ShowAsync(content, _stopping).ConfigureAwait(false), content).ConfigureAwait(false);
        }
        catch (LaneLostException)
        {
            // The new owner shows the end, and deletes what is stored of it. After news that was dropped an end may follow.
            Settle(content with { IsFinal = content.IsFinal || !_isDropped }, isShown: false);
        }
        catch (Exception exception) when (!_stopping.IsCancellationRequested)
        {
            // Whatever a platform throws costs one attempt: the pump goes on.
            LogFailed(_logger, exception, _platform);
            Retry(content, _backoff);
            _backoff = Backoff.Next(_backoff, LongestBackoff);
        }
    }

    private async Task HandleAsync(DeliveryResult result, OutboundMessage content)
    {
        switch (result)
        {
            case DeliveryResult.Delivered delivered:
                (_backoff, _lostSends) = (FirstBackoff, 0);
                _shown = content;
                _watch.Show();
                _notBefore = _clock.GetUtcNow() + _limits.EditInterval;
                await _posted.RememberAsync(delivered.Message, _stopping).ConfigureAwait(false);
                Settle(content, isShown: true);
                break;
            case DeliveryResult.RateLimited limited:
                Retry(content, limited.RetryAfter);
                break;
            case DeliveryResult.Unknown when ++_lostSends < MaxLostSends:
                Retry(content, FirstBackoff);
                break;
            case DeliveryResult.Gone:
                Close(isShown: true);
                break;
            case DeliveryResult.Refused refused:
                LogRefused(_logger, _platform, refused.Reason);
                HandleRefusal(content);
                break;
            default:
                Settle(content, isShown: true);
                break;
        }
    }

    /// <summary>Puts the content back unless newer content waits, and pauses.</summary>
    private void Retry(OutboundMessage content, TimeSpan wait)
    {
        lock (_gate)
        {
            _pending ??= _isDropped && !content.IsFinal ? null : content;
            _notBefore = _clock.GetUtcNow() + wait;
        }
    }

    /// <summary>The final content must be seen: a message that cannot be edited any more is replaced by a new one, once.</summary>
    private void HandleRefusal(OutboundMessage content)
    {
        if (content.IsFinal && Message is not null)
        {
            _posted.Abandon();
            Retry(content, TimeSpan.Zero);
        }
        else
        {
            Settle(content, isShown: false);
        }
    }

    private void Settle(OutboundMessage content, bool isShown)
    {
        if (content.IsFinal)
        {
            Close(isShown);
        }
    }

    private void Close(bool isShown)
    {
        lock (_gate)
        {
            _closed = true;
            _pending = null;
        }

        _finished.TrySetResult(isShown);
    }

    private static bool IsSame(OutboundMessage one, OutboundMessage other) =>
        one.Text == other.Text && one.Progress == other.Progress && one.Buttons.SequenceEqual(other.Buttons);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A status message on {Platform} could not be shown; retrying.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string platform);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A status message was refused by {Platform}: {Reason}")]
    private static partial void LogRefused(ILogger logger, string platform, string reason);
}
