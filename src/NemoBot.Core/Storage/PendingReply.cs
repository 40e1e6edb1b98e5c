using NemoBot.Core.Platforms;

namespace NemoBot.Core.Storage;

/// <summary>
/// What a status message ends with. Kept from the moment the work is over until the message says so, because a platform may hold an
/// edit back for hours and the process may end meanwhile.
/// </summary>
public sealed record PendingReply
{
    /// <summary>Given by the store; 0 before it is added.</summary>
    public long Id { get; init; }

    /// <summary>The conversation it belongs to.</summary>
    public required ConversationKey Conversation { get; init; }

    /// <summary>The turn whose status message it is.</summary>
    public required long TurnId { get; init; }

    /// <summary>The status message; null: the one that the turn's record names by then.</summary>
    public string? StatusMessageId { get; init; }

    /// <summary>All of it, however many messages it takes.</summary>
    public required string Text { get; init; }

    /// <summary>Below the last message.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>Which process shows it.</summary>
    public string? Owner { get; init; }

    /// <summary>Until when the owner's claim holds.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>When the work was over.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
