using NemoBot.Core.Queueing;
using NemoBot.Core.Status;
using NemoBot.Core.Storage;

namespace NemoBot.Core.Rendering;

/// <summary>A version that is to be rendered and posted.</summary>
internal sealed record RenderRequest
{
    /// <summary>The conversation as it was when the render was requested; <see cref="Location"/> is where it is now.</summary>
    public required ConversationRecord Conversation { get; init; }

    /// <summary>Where the video goes.</summary>
    public required ConversationLocation Location { get; init; }

    public required DraftRecord Draft { get; init; }

    /// <summary>The turn's status message; the render shows its progress there and ends it.</summary>
    public required LiveStatus Status { get; init; }

    /// <summary>Its record, which is in the store before the render is started.</summary>
    public required RenderRecord Record { get; init; }

    /// <summary>The turn that asked.</summary>
    public long TurnId => Record.TurnId;

    /// <summary>What the turn answered so far; stays in the status message.</summary>
    public required string Reply { get; init; }

    /// <summary>What the turn cost, to be said with the video.</summary>
    public string? Cost { get; init; }

    /// <summary>The message that asked.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The span that asked, where it is not the current one.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Not requested in words: a newer version makes it pointless.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>An earlier process began it, and may have submitted it.</summary>
    public bool IsResumed { get; init; }
}
