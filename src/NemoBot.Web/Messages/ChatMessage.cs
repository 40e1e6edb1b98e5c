namespace NemoBot.Web.Messages;

/// <summary>A message as stored in the log, which adds the id and the number of edits.</summary>
internal sealed record ChatMessage
{
    public required string Author { get; init; }

    /// <summary>One of <see cref="MessageKinds"/>.</summary>
    public required string Kind { get; init; }

    public string Text { get; init; } = "";

    public IReadOnlyList<ChatButton> Buttons { get; init; } = [];

    public IReadOnlyList<ChatAttachment> Attachments { get; init; } = [];

    /// <summary>0 to 1 while work is running.</summary>
    public double? Progress { get; init; }

    /// <summary>A status that will not change again.</summary>
    public bool Final { get; init; }

    /// <summary>The sender's key of the message; the engine uses it as the message id.</summary>
    public string? Key { get; init; }

    /// <summary>The engine's key of a message of the bot: a repeat of the post is recognized by it.</summary>
    public string? Once { get; init; }

    /// <summary>The key or id of the message it replies to.</summary>
    public string? ReplyTo { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EditedAt { get; init; }
}
