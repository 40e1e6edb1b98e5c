using NemoBot.Core.Platforms;

namespace NemoBot.Telegram.Api;

/// <summary>The Bot API answered with an error.</summary>
/// <param name="method">The call.</param>
/// <param name="code">The HTTP-like code.</param>
/// <param name="description">The service's own text, without a token.</param>
/// <param name="retryAfter">How long to send nothing to the chat (429).</param>
/// <param name="migrateTo">The chat's new id (a group became a supergroup).</param>
internal sealed class TelegramApiException(string method, int code, string description, TimeSpan? retryAfter, long? migrateTo)
    : Exception($"{method} was answered with {code}: {description}")
{
    public int Code { get; } = code;

    public string Description { get; } = description;

    public TimeSpan? RetryAfter { get; } = retryAfter is { } asked ? Backoff.Bound(asked) : null;

    public long? MigrateTo { get; } = migrateTo;

    /// <summary>The token is not valid (any more).</summary>
    public bool IsTokenRefused => Code is 401 or 404;

    /// <summary>The markup is invalid; the same text without markup is accepted.</summary>
    public bool IsParseError => Says("can't parse entities");

    /// <summary>The edit changes nothing, which counts as success.</summary>
    public bool IsNotModified => Says("message is not modified");

    /// <summary>The message to edit was deleted or can no longer be edited.</summary>
    public bool IsEditGone => Says("message to edit not found") || Says("message can't be edited") || Says("MESSAGE_ID_INVALID");

    /// <summary>The message is a file with a caption and has no text.</summary>
    public bool IsCaptionOnly => Says("there is no text in the message to edit");

    /// <summary>The topic was deleted; the chat still exists.</summary>
    public bool IsTopicGone => Says("message thread not found") || Says("TOPIC_DELETED");

    /// <summary>The message to reply to was deleted.</summary>
    public bool IsReplyGone => Says("message to be replied not found") || Says("replied message not found") || Says("message to reply not found");

    /// <summary>Blocked, kicked, or the chat does not exist: no message will be delivered.</summary>
    public bool IsChatGone => Code == 403 || Says("chat not found") || Says("user is deactivated") || Says("PEER_ID_INVALID");

    /// <summary>The chat exists, but the bot may not write there.</summary>
    public bool IsForbiddenHere => !IsFileForbidden
        && (Says("not enough rights") || Says("CHAT_WRITE_FORBIDDEN") || Says("TOPIC_CLOSED") || Says("have no rights to send"));

    /// <summary>The bot may not send files of this kind to the chat; other kinds and texts have separate permissions.</summary>
    public bool IsFileForbidden =>
        (Says("not enough rights to send") && !Says("text messages") && !Says("messages to the chat"))
        || (Says("CHAT_SEND_") && !Says("CHAT_SEND_PLAIN"));

    /// <summary>A file exceeds the upload limit.</summary>
    public bool IsTooLarge => Code == 413 || Says("Request Entity Too Large") || (Code == 400 && Says("file is too big"));

    private bool Says(string words) => Description.Contains(words, StringComparison.OrdinalIgnoreCase);
}
