namespace NemoBot.Core.Platforms;

/// <summary>
/// A message, upload or button press, translated by the platform. The platform decides whether the bot is addressed (mention, reply,
/// privacy mode): everything that reaches the sink is.
/// </summary>
public sealed record InboundMessage
{
    /// <summary>The conversation.</summary>
    public required ConversationKey Conversation { get; init; }

    /// <summary>The platform's id, unique in the conversation; duplicates are dropped.</summary>
    public required string MessageId { get; init; }

    /// <summary>The sender.</summary>
    public required Author Author { get; init; }

    /// <summary>
    /// The text, without the mention of the bot. A text that starts with <c>/</c> is a command (<c>/export v2</c>); platforms with
    /// native commands write them in this form too.
    /// </summary>
    public string Text { get; init; } = "";

    /// <summary>The files. An album is one message.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>The id of the pressed button; null for a message.</summary>
    public string? ActionId { get; init; }

    /// <summary>The message the button belongs to.</summary>
    public string? ActionMessageId { get; init; }

    /// <summary>The sender's language as reported by the platform (<c>en</c>, <c>zh-CN</c>), or null.</summary>
    public string? Language { get; init; }

    /// <summary>The platform's id of the server or group that the conversation belongs to; null without one. Topics and channels share it.</summary>
    public string? Server { get; init; }

    /// <summary>True in a chat of one person with the bot.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether the author may administer the conversation; null if the platform must be queried.</summary>
    public bool? IsAdministrator { get; init; }
}
