namespace NemoBot.Web.Messages;

/// <summary>A message as it is kept in the log. Its id and its number of edits belong to the log.</summary>
internal sealed record ChatMessage
{
    public required string Author { get; init; }

    /// <summary>One of <see cref="MessageKinds"/>.</summary>
    public required string Kind { get; init; }

    public string Text { get; init; } = "";

    public IReadOnlyList<ChatButton> Buttons { get; init; } = [];

    public IReadOnlyList<ChatAttachment> Attachments { get; init; } = [];

    /// <summary>0 to 1 while work goes on.</summary>
    public double? Progress { get; init; }

    /// <summary>A status that will not change any more.</summary>
    public bool Final { get; init; }

    /// <summary>What the sender called the message before it had an id; the engine knows it by this.</summary>
    public string? Key { get; init; }

    /// <summary>The key or id of the message it answers.</summary>
    public string? ReplyTo { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EditedAt { get; init; }
}
