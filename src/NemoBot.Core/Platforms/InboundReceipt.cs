namespace NemoBot.Core.Platforms;

/// <summary>The outcome of a post, known by the time the sink returns.</summary>
public sealed record InboundReceipt
{
    private InboundReceipt()
    {
    }

    /// <summary>The message is on disk and will be answered.</summary>
    public static InboundReceipt Accepted { get; } = new();

    /// <summary>The message was posted before; nothing further happens.</summary>
    public static InboundReceipt Duplicate { get; } = new() { IsDuplicate = true };

    /// <summary>True for a message that was posted before.</summary>
    public bool IsDuplicate { get; private init; }

    /// <summary>Why the message was not accepted; null if it was. The sender has been informed in the chat, if it may be.</summary>
    public RefusalReason? Refusal { get; private init; }

    /// <summary>When a refused message may be sent again; null if that cannot be known.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>The reason in the conversation's language, as the sender was told in the chat; null if nothing was said.</summary>
    public string? Explanation { get; private init; }

    /// <summary>The message was not accepted.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="retryAfter">When to send it again; null if that cannot be known.</param>
    /// <param name="explanation">The reason in words; null if nothing is said.</param>
    public static InboundReceipt Refused(RefusalReason reason, TimeSpan? retryAfter, string? explanation = null) =>
        new() { Refusal = reason, RetryAfter = retryAfter, Explanation = explanation };
}
