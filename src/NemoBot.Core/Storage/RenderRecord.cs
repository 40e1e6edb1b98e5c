using NemoBot.Core.Backend;
using NemoBot.Core.Platforms;

namespace NemoBot.Core.Storage;

/// <summary>One render, from before its submission until the video is posted.</summary>
public sealed record RenderRecord
{
    /// <summary><c>render_…</c>, made here before the submission.</summary>
    public required string Id { get; init; }

    /// <summary>The conversation it belongs to.</summary>
    public required ConversationKey Conversation { get; init; }

    /// <summary>The draft that is rendered.</summary>
    public required int DraftVersion { get; init; }

    /// <summary>Which backend renders.</summary>
    public required string Backend { get; init; }

    /// <summary>Only the beginning is rendered, small.</summary>
    public bool IsPreview { get; init; }

    /// <summary>Which of the draft's formats is being made: 0 is the draft's own, and those before it are posted.</summary>
    public int Part { get; init; }

    /// <summary>Where this render begins: the formats before it were posted by another one.</summary>
    public int FirstPart { get; init; }

    /// <summary>Its state at the backend.</summary>
    public RenderState State { get; init; } = RenderState.Pending;

    /// <summary>The submission was answered well.</summary>
    public bool Submitted { get; init; }

    /// <summary>The number of polls.</summary>
    public int Polls { get; init; }

    /// <summary>Where the video is.</summary>
    public string? Url { get; init; }

    /// <summary>What the backend says about the result; null if nothing.</summary>
    public string? Note { get; init; }

    /// <summary>The turn it belongs to; 0 if none.</summary>
    public long TurnId { get; init; }

    /// <summary>The status message it edits.</summary>
    public string? StatusMessageId { get; init; }

    /// <summary>The message with the video.</summary>
    public string? DeliveredMessageId { get; init; }

    /// <summary>Nothing is left to do: delivered, failed and reported, or cancelled.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Which process works on it.</summary>
    public string? Owner { get; init; }

    /// <summary>Until when the owner's claim holds.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The same render once another one has taken its place.</summary>
    /// <param name="other">The other one.</param>
    public RenderRecord ReplacedBy(RenderRecord other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with { IsClosed = true, State = RenderState.Failed, EndedAt = other.CreatedAt };
    }
}
