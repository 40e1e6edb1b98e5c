using NemoBot.Core.Platforms;

namespace NemoBot.Core.Storage;

/// <summary>One inbound message and its outcome.</summary>
public sealed record TurnRecord
{
    /// <summary>Given by the store, rising; 0 before it is added.</summary>
    public long Id { get; init; }

    /// <summary>The message as it came, with secrets removed.</summary>
    public required InboundMessage Message { get; init; }

    /// <summary>Its state.</summary>
    public TurnState State { get; init; } = TurnState.Queued;

    /// <summary>The platform's id of the status message, once there is one.</summary>
    public string? StatusMessageId { get; init; }

    /// <summary>The text that was or will be sent to the backend, if it differs from the message's.</summary>
    public string? Prompt { get; init; }

    /// <summary>The backend session that its files were uploaded to, and that it was sent to.</summary>
    public string? SessionId { get; init; }

    /// <summary>The newest version before the prompt was posted; 0 if there was none. A restart compares against it.</summary>
    public int DraftBefore { get; init; }

    /// <summary>The draft's hash right before the message was posted, for recovering by state; null: no draft.</summary>
    public string? DraftHashBefore { get; init; }

    /// <summary>The files are uploaded: a restart does not upload them again.</summary>
    public bool FilesUploaded { get; init; }

    /// <summary>The answer so far; a restart shows it again.</summary>
    public string? Reply { get; init; }

    /// <summary>Requests offered as buttons under the answer, by their place.</summary>
    public IReadOnlyList<string> Offers { get; init; } = [];

    /// <summary>The backend made pictures in the turn and added parts by itself, which can be kept or taken away again.</summary>
    public bool HasGenerated { get; init; }

    /// <summary>Credits before, if asked.</summary>
    public long? CreditsBefore { get; init; }

    /// <summary>Credits after, if asked.</summary>
    public long? CreditsAfter { get; init; }

    /// <summary>Its author was warned that the credits may not suffice, and continued.</summary>
    public bool CostAccepted { get; init; }

    /// <summary>The span that received the message, so that its trace goes on behind the queue and after a restart; null: not traced.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Which process works on it.</summary>
    public string? Owner { get; init; }

    /// <summary>Until when the owner's claim holds.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was marked sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The turn after its end: nobody's claim holds any longer.</summary>
    /// <param name="state">How it ended.</param>
    /// <param name="at">When it ended.</param>
    internal TurnRecord End(TurnState state, DateTimeOffset at) => this with { State = state, EndedAt = at, LeaseUntil = null };
}
