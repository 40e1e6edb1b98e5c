namespace NemoBot.Core.Platforms;

/// <summary>The result of a send or an edit. The engine branches on it; everything else is an exception.</summary>
public abstract record DeliveryResult
{
    private DeliveryResult()
    {
    }

    /// <summary>It was delivered. An edit that changed nothing counts as delivered.</summary>
    /// <param name="Message">The message; after an edit of a deleted one, the new message that replaced it.</param>
    public sealed record Delivered(MessageRef Message) : DeliveryResult;

    /// <summary>Nothing may be sent to this conversation for a while; others are not affected.</summary>
    /// <param name="RetryAfter">How long, as the platform says.</param>
    public sealed record RateLimited(TimeSpan RetryAfter) : DeliveryResult
    {
        /// <summary>How long to wait; see <see cref="Backoff.Bound"/>.</summary>
        public TimeSpan RetryAfter { get; init; } = Backoff.Bound(RetryAfter);
    }

    /// <summary>The platform refused the file for its size.</summary>
    /// <param name="Limit">The limit in bytes, as far as known.</param>
    public sealed record TooLarge(long Limit) : DeliveryResult;

    /// <summary>The message, chat or permission is gone; a retry is useless.</summary>
    public sealed record Gone : DeliveryResult;

    /// <summary>Refused for another reason.</summary>
    /// <param name="Reason">For the log; never shown to users.</param>
    public sealed record Refused(string Reason) : DeliveryResult;

    /// <summary>The answer was lost: the message may or may not have arrived. Repeat the send at most once.</summary>
    public sealed record Unknown : DeliveryResult;
}
