using NemoBot.Core.Platforms;

namespace NemoBot.Cluster.Conversations;

/// <summary>An <see cref="InboundReceipt"/> on its way between instances.</summary>
/// <param name="Refusal">Why the turn was refused; null if it was not.</param>
/// <param name="RetryAfter">When it may be sent again.</param>
/// <param name="Explanation">The reason in words.</param>
[GenerateSerializer]
internal sealed record DispatchAnswer([property: Id(0)] RefusalReason? Refusal, [property: Id(1)] TimeSpan? RetryAfter, [property: Id(2)] string? Explanation)
{
    public static DispatchAnswer Accepted { get; } = new(null, null, null);

    public static DispatchAnswer Of(InboundReceipt receipt) => new(receipt.Refusal, receipt.RetryAfter, receipt.Explanation);

    public InboundReceipt ToReceipt() => Refusal is { } reason ? InboundReceipt.Refused(reason, RetryAfter, Explanation) : InboundReceipt.Accepted;
}
