namespace NemoBot.Core.Platforms;

/// <summary>
/// What somebody said, dropped or pressed, translated by the platform. Addressing (mention, reply, privacy mode) is decided
/// by the platform: what reaches the sink is meant for the bot.
/// </summary>
public sealed record InboundMessage
{
    /// <summary>Where it was said.</summary>
    public required ConversationKey Conversation { get; init; }

    /// <summary>The platform's id, unique in the conversation; a second message with the same id is dropped.</summary>
    public required string MessageId { get; init; }

    /// <summary>Who said it.</summary>
    public required Author Author { get; init; }

    /// <summary>
    /// The words, with the mention of the bot removed. A text that starts with <c>/</c> is a command
    /// (<c>/export v2</c>): platforms with commands of their own write them in this form too.
    /// </summary>
    public string Text { get; init; } = "";

    /// <summary>The files, an album being one message.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>The id of the pressed button, if this is a press and not a message.</summary>
    public string? ActionId { get; init; }

    /// <summary>The message whose button was pressed.</summary>
    public string? ActionMessageId { get; init; }

    /// <summary>The sender's language as the platform tells it (<c>en</c>, <c>zh-CN</c>), or null.</summary>
    public string? Language { get; init; }

    /// <summary>True in a chat of one person with the bot: nobody needs to be named there.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>True if the platform already knows that the author may administer the conversation; null if it must be asked.</summary>
    public bool? IsAdministrator { get; init; }
}
