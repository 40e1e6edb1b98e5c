using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Status;

/// <summary>
/// The message of a turn that is edited while work runs, at the pace of <see cref="EditPump"/>: here is what comes of each edit. The final
/// edit is owed: it is retried until it is shown, or never can be.
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
    private readonly ILogger _logger;
    private readonly CancellationToken _stopping;
    private readonly EditWatch _watch;
    private readonly EditPump _pump;
    private readonly TaskCompletionSource<bool> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private OutboundMessage? _shown;
    private TimeSpan _backoff = FirstBackoff;
    private int _lostSends;

    public StatusMessage(PostedStatus posted, PlatformLimits limits, TimeProvider clock, ILogger logger, CancellationToken stopping)
    {
        _platform = posted.Platform;
        _posted = posted;
        _limits = limits;
        _logger = logger;
        _stopping = stopping;
        _watch = new EditWatch(_platform, clock);
        _pump = new EditPump(DeliverAsync, _watch, clock);
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
    public void Drop() => _pump.Drop();

    private Task RequireNotDroppedAsync(CancellationToken cancellationToken) => _pump.IsDropped ? Task.FromException(new LaneLostException()) : Task.CompletedTask;

    private void Put(OutboundMessage content)
    {
        if (_pump.Put(content))
        {
            _ = Task.Run(PumpAsync, CancellationToken.None);
        }
    }

    private async Task PumpAsync()
    {
        try
        {
            await _pump.RunAsync(_stopping).ConfigureAwait(false);
        }
        catch (Exception) when (_stopping.IsCancellationRequested)
        {
            // Whatever the stop broke off: the next process shows the end.
            _finished.TrySetResult(false);
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
            Settle(content with { IsFinal = content.IsFinal || !_pump.IsDropped }, isShown: false);
        }
        catch (Exception exception) when (!_stopping.IsCancellationRequested)
        {
            // Whatever a platform throws costs one attempt: the pump goes on.
            LogFailed(_logger, exception, _platform);
            _pump.Retry(content, _backoff);
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
                _pump.Pause(_limits.EditInterval);
                await _posted.RememberAsync(delivered.Message, _stopping).ConfigureAwait(false);
                Settle(content, isShown: true);
                break;
            case DeliveryResult.RateLimited limited:
                _pump.Retry(content, limited.RetryAfter);
                break;
            case DeliveryResult.Unknown when ++_lostSends < MaxLostSends:
                _pump.Retry(content, FirstBackoff);
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

    /// <summary>The final content must be seen: a message that cannot be edited any more is replaced by a new one, once.</summary>
    private void HandleRefusal(OutboundMessage content)
    {
        if (content.IsFinal && Message is not null)
        {
            _posted.Abandon();
            _pump.Retry(content, TimeSpan.Zero);
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
        _pump.Close();
        _finished.TrySetResult(isShown);
    }

    private static bool IsSame(OutboundMessage one, OutboundMessage other) =>
        one.Text == other.Text && one.Progress == other.Progress && one.Buttons.SequenceEqual(other.Buttons);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A status message on {Platform} could not be shown; retrying.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string platform);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A status message was refused by {Platform}: {Reason}")]
    private static partial void LogRefused(ILogger logger, string platform, string reason);
}
