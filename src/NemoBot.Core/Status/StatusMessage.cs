using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;

namespace NemoBot.Core.Status;

/// <summary>
/// The one message of a turn that is edited while work goes on. One edit in flight, the newest text wins, edits keep the platform's
/// pace, none while the platform asked to wait; the final edit is owed and outlives any wait.
/// </summary>
internal sealed partial class StatusMessage
{
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(1);

    private readonly IChatPlatform _platform;
    private readonly ConversationKey _conversation;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly string? _replyTo;
    private readonly Func<MessageRef, Task> _onCreated;
    private readonly CancellationToken _stopping;
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<bool> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private MessageRef? _message;
    private OutboundMessage? _pending;
    private OutboundMessage? _shown;
    private DateTimeOffset _notBefore;
    private TimeSpan _backoff = FirstBackoff;
    private bool _pumping;
    private bool _closed;
    private bool _answerLost;
    private string _deduplicationKey = NewKey();

    /// <param name="platform">Where it is shown.</param>
    /// <param name="conversation">In which conversation.</param>
    /// <param name="existing">The platform's id of the message if an earlier process posted it.</param>
    /// <param name="replyTo">The message that a new one hangs below.</param>
    /// <param name="onCreated">Writes the message's id to the store before anything else is shown in it.</param>
    /// <param name="clock">Time.</param>
    /// <param name="logger">Log.</param>
    /// <param name="stopping">The process ends.</param>
    public StatusMessage(
        IChatPlatform platform,
        ConversationKey conversation,
        string? existing,
        string? replyTo,
        Func<MessageRef, Task> onCreated,
        TimeProvider clock,
        ILogger logger,
        CancellationToken stopping)
    {
        _platform = platform;
        _conversation = conversation;
        _message = existing is null ? null : new MessageRef(conversation, existing);
        _replyTo = replyTo;
        _onCreated = onCreated;
        _clock = clock;
        _logger = logger;
        _stopping = stopping;
    }

    /// <summary>The message, once it stands.</summary>
    public MessageRef? Message => _message;

    /// <summary>Shows a state of the work, soon and if nothing newer comes first.</summary>
    public void Show(OutboundMessage content) => Put(content with { Kind = OutboundKind.Status, IsFinal = false });

    /// <summary>Shows the end. The task completes when it is delivered or can never be, and with false when the process stops before that.</summary>
    public Task<bool> FinishAsync(OutboundMessage content)
    {
        Put(content with { Kind = OutboundKind.Status, IsFinal = true });
        return _finished.Task;
    }

    private void Put(OutboundMessage content)
    {
        lock (_gate)
        {
            if (_closed || _pending is { IsFinal: true })
            {
                return;
            }

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
            _pumping = content is not null;
            return content;
        }
    }

    private static string NewKey() => Guid.NewGuid().ToString("N");

    private async Task DeliverAsync(OutboundMessage content)
    {
        if (_shown is not null && IsSame(_shown, content))
        {
            Settle(content);
            return;
        }

        DeliveryResult result;
        try
        {
            result = _message is null
                ? await _platform.SendAsync(_conversation, content with { ReplyTo = _replyTo, DeduplicationKey = _deduplicationKey }, _stopping).ConfigureAwait(false)
                : await _platform.EditAsync(_message, content, _stopping).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !_stopping.IsCancellationRequested)
        {
            LogFailed(_logger, exception, _conversation.Platform);
            Retry(content, _backoff);
            _backoff = TimeSpan.FromTicks(Math.Min(_backoff.Ticks * 2, LongestBackoff.Ticks));
            return;
        }

        await TakeResultAsync(result, content).ConfigureAwait(false);
    }

    private async Task TakeResultAsync(DeliveryResult result, OutboundMessage content)
    {
        switch (result)
        {
            case DeliveryResult.Delivered delivered:
                _backoff = FirstBackoff;
                _shown = content;
                if (_message != delivered.Message)
                {
                    _message = delivered.Message;
                    _deduplicationKey = NewKey();
                    await _onCreated(delivered.Message).ConfigureAwait(false);
                }

                var limits = await _platform.GetLimitsAsync(_conversation, _stopping).ConfigureAwait(false);
                _notBefore = _clock.GetUtcNow() + limits.EditInterval;
                Settle(content);
                break;
            case DeliveryResult.RateLimited limited:
                Retry(content, limited.RetryAfter);
                break;
            case DeliveryResult.Unknown when !_answerLost:
                _answerLost = true;
                Retry(content, FirstBackoff);
                break;
            case DeliveryResult.Gone:
                Close();
                break;
            case DeliveryResult.Refused refused:
                LogRefused(_logger, _conversation.Platform, refused.Reason);
                SettleRefused(content);
                break;
            default:
                Settle(content);
                break;
        }
    }

    /// <summary>Puts the content back unless something newer waits, and keeps still for a while.</summary>
    private void Retry(OutboundMessage content, TimeSpan wait)
    {
        lock (_gate)
        {
            _pending ??= content;
            _notBefore = _clock.GetUtcNow() + wait;
        }
    }

    /// <summary>The end must be seen: if the message cannot be edited any more, it is posted anew, once.</summary>
    private void SettleRefused(OutboundMessage content)
    {
        if (content.IsFinal && _message is not null)
        {
            _message = null;
            Retry(content, TimeSpan.Zero);
        }
        else
        {
            Settle(content);
        }
    }

    private void Settle(OutboundMessage content)
    {
        if (content.IsFinal)
        {
            Close();
        }
    }

    private void Close()
    {
        lock (_gate)
        {
            _closed = true;
            _pending = null;
        }

        _finished.TrySetResult(true);
    }

    private static bool IsSame(OutboundMessage one, OutboundMessage other) =>
        one.Text == other.Text && one.Progress == other.Progress && one.Buttons.SequenceEqual(other.Buttons);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A status message on {Platform} could not be shown; it will be tried again.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string platform);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A status message was refused by {Platform}: {Reason}")]
    private static partial void LogRefused(ILogger logger, string platform, string reason);
}
