using Microsoft.Extensions.Logging;
using NemoBot.Core.Platforms;

namespace NemoBot.Core.Status;

/// <summary>
/// Where a status message is on its platform: posted first, edited from then on. Its id is persisted, so that a restart edits the same message.
/// A crash between the two leaves a message that nobody edits: where the platform does not find it again, it is posted as a receipt, which
/// stays true, and says that work runs once its id is persisted.
/// </summary>
internal sealed partial class PostedStatus
{
    private readonly IChatPlatform _platform;
    private readonly ConversationKey _conversation;
    private readonly string? _receipt;
    private readonly string? _replyTo;
    private readonly Func<MessageRef, Task> _saveId;
    private readonly ILogger _logger;

    private string _deduplicationKey;
    private bool _isUnsaved;

    /// <summary><paramref name="existing"/>: the id if it is posted already; <paramref name="key"/>: of <see cref="RepeatKeys"/>, null for a random one.</summary>
    public PostedStatus(
        IChatPlatform platform, ConversationKey conversation, PlatformLimits limits, string receipt, string? existing, string? replyTo, string? key,
        Func<MessageRef, Task> saveId, ILogger logger)
    {
        _receipt = limits.CanEdit && !limits.RecognizesRepeats ? receipt : null;
        _platform = platform;
        _conversation = conversation;
        _replyTo = replyTo;
        _saveId = saveId;
        _logger = logger;
        Message = existing is null || !limits.CanEdit ? null : new MessageRef(conversation, existing);

        // A message that replaces a known one must not be taken for a repeat of it.
        _deduplicationKey = existing is not null ? RepeatKeys.ReplacementOf(new MessageRef(conversation, existing)) : key ?? Guid.NewGuid().ToString("N");
    }

    /// <summary>The name of the platform.</summary>
    public string Platform => _conversation.Platform;

    /// <summary>The posted message; null before it is posted.</summary>
    public MessageRef? Message { get; private set; }

    /// <summary>Posts the content, or edits the message to it.</summary>
    public async Task<DeliveryResult> ShowAsync(OutboundMessage content, CancellationToken cancellationToken)
    {
        if (Message is null && _receipt is not null && !content.IsFinal)
        {
            var result = await PostAsync(content with { Text = _receipt, Buttons = [], Progress = null }, cancellationToken).ConfigureAwait(false);
            if (result is not DeliveryResult.Delivered receipt)
            {
                return result;
            }

            await RememberAsync(receipt.Message, cancellationToken).ConfigureAwait(false);
        }

        return await (Message is null ? PostAsync(content, cancellationToken) : _platform.EditAsync(Message, content, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Persists the id of a new message. A store that fails is asked again after the next edit; the message stays usable.</summary>
    public async Task RememberAsync(MessageRef message, CancellationToken stopping)
    {
        if (Message == message && !_isUnsaved)
        {
            return;
        }

        _deduplicationKey = RepeatKeys.ReplacementOf(message);
        Message = message;
        try
        {
            await _saveId(message).ConfigureAwait(false);
            _isUnsaved = false;
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            _isUnsaved = true;
            LogNotSaved(_logger, exception, _conversation.Platform);
        }
    }

    /// <summary>Gives up the message, so that the next content is posted as a new one.</summary>
    public void Abandon() => Message = null;

    private Task<DeliveryResult> PostAsync(OutboundMessage content, CancellationToken cancellationToken) =>
        _platform.SendAsync(_conversation, content with { ReplyTo = _replyTo, DeduplicationKey = _deduplicationKey }, cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The id of a status message on {Platform} could not be stored; retrying with the next edit.")]
    private static partial void LogNotSaved(ILogger logger, Exception exception, string platform);
}
