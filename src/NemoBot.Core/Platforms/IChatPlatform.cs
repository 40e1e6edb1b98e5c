namespace NemoBot.Core.Platforms;

/// <summary>
/// A chat platform. An adapter translates, acknowledges and posts into the sink; it measures but never truncates, splits or paces texts,
/// and it knows nothing of turns. Optional capabilities are separate small interfaces.
/// </summary>
public interface IChatPlatform
{
    /// <summary>Lower-case ASCII, the first part of every <see cref="ConversationKey"/>.</summary>
    string Name { get; }

    /// <summary>Receives messages until cancelled.</summary>
    /// <exception cref="PlatformStartException">It can never work (a bad token); the message is for the operator.</exception>
    Task RunAsync(IInboundSink sink, CancellationToken cancellationToken);

    /// <summary>The current limits of a conversation. Must be quick: from memory after the first call.</summary>
    ValueTask<PlatformLimits> GetLimitsAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>The length of a text as the platform counts it, after its own escaping.</summary>
    int MeasureText(string text);

    /// <summary>Posts a text.</summary>
    Task<DeliveryResult> SendAsync(ConversationKey conversation, OutboundMessage message, CancellationToken cancellationToken);

    /// <summary>Edits a text. An unchanged text counts as delivered; a deleted message is replaced by a new one.</summary>
    Task<DeliveryResult> EditAsync(MessageRef target, OutboundMessage message, CancellationToken cancellationToken);

    /// <summary>Posts a file, streamed from disk.</summary>
    Task<DeliveryResult> SendFileAsync(ConversationKey conversation, OutboundFile file, CancellationToken cancellationToken);

    /// <summary>Opens an attachment for reading, even long after it was received.</summary>
    /// <exception cref="AttachmentException">It cannot be loaded: too large for the platform, deleted, expired.</exception>
    Task<Stream> OpenAsync(ConversationKey conversation, Attachment attachment, CancellationToken cancellationToken);
}
