using System.Text.Json;

namespace NemoBot.Telegram.Api.Wire;

/// <summary>A message, as far as the bot looks at it.</summary>
internal sealed record Message
{
    public long MessageId { get; init; }

    public long? MessageThreadId { get; init; }

    /// <summary>Only then is the thread id a topic; replies in plain groups carry thread ids too.</summary>
    public bool IsTopicMessage { get; init; }

    public User? From { get; init; }

    /// <summary>Who speaks, when it is not the person of <see cref="From"/>: an anonymous administrator speaks as the group.</summary>
    public Chat? SenderChat { get; init; }

    public Chat? Chat { get; init; }

    /// <summary>A post of the linked channel that the service copied into the group: nobody speaks.</summary>
    public bool IsAutomaticForward { get; init; }

    public string? AuthorSignature { get; init; }

    public string? MediaGroupId { get; init; }

    public string? Text { get; init; }

    public string? Caption { get; init; }

    public IReadOnlyList<MessageEntity>? Entities { get; init; }

    public IReadOnlyList<MessageEntity>? CaptionEntities { get; init; }

    public Message? ReplyToMessage { get; init; }

    /// <summary>The message of another chat that this one answers; it has the files, but neither text nor sender.</summary>
    public Message? ExternalReply { get; init; }

    public MediaFile? Audio { get; init; }

    public MediaFile? Voice { get; init; }

    public MediaFile? Video { get; init; }

    public MediaFile? VideoNote { get; init; }

    public MediaFile? Document { get; init; }

    public MediaFile? Animation { get; init; }

    public IReadOnlyList<MediaFile>? Photo { get; init; }

    /// <summary>What else people can send and the bot can do nothing with.</summary>
    public JsonElement? Sticker { get; init; }

    public JsonElement? Contact { get; init; }

    public JsonElement? Location { get; init; }

    public JsonElement? Poll { get; init; }

    public JsonElement? Dice { get; init; }

    public JsonElement? Story { get; init; }

    public JsonElement? PaidMedia { get; init; }

    public JsonElement? Checklist { get; init; }

    public JsonElement? Game { get; init; }

    public long? MigrateToChatId { get; init; }

    public long? MigrateFromChatId { get; init; }

    /// <summary>Present in the message that opened a topic; every message of the topic "replies" to it.</summary>
    public JsonElement? ForumTopicCreated { get; init; }
}
