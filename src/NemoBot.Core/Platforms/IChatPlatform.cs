namespace NemoBot.Core.Platforms;

/// <summary>
/// A place where people talk. An adapter translates, acknowledges and posts into the sink; it measures but never cuts, splits or
/// paces texts, and it knows nothing of turns. Extras are small interfaces of their own next to this one.
/// </summary>
public interface IChatPlatform
{
    /// <summary>Lower-case ASCII, the first part of every <see cref="ConversationKey"/>.</summary>
    string Name { get; }

    /// <summary>Receives until cancelled.</summary>
    /// <exception cref="PlatformStartException">It can never work (a bad token); the message is a sentence for the operator.</exception>
    Task RunAsync(IInboundSink sink, CancellationToken cancellationToken);

    /// <summary>What this conversation can carry now; must be quick: from memory after the first time.</summary>
    ValueTask<PlatformLimits> GetLimitsAsync(ConversationKey conversation, CancellationToken cancellationToken);

    /// <summary>The length of a text as the platform counts it, after its own escaping.</summary>
    int MeasureText(string text);

    /// <summary>Posts a text.</summary>
    Task<DeliveryResult> SendAsync(ConversationKey conversation, OutboundMessage message, CancellationToken cancellationToken);

    /// <summary>Replaces a text. Not modified is delivered; deleted by somebody: a new message takes its place.</summary>
    Task<DeliveryResult> EditAsync(MessageRef target, OutboundMessage message, CancellationToken cancellationToken);

    /// <summary>Posts a file, streamed.</summary>
    Task<DeliveryResult> SendFileAsync(ConversationKey conversation, OutboundFile file, CancellationToken cancellationToken);

    /// <summary>Opens an attachment for reading, also long after it came.</summary>
    /// <exception cref="AttachmentException">It cannot be had: too large for the platform, deleted, expired.</exception>
    Task<Stream> OpenAsync(ConversationKey conversation, Attachment attachment, CancellationToken cancellationToken);
}
