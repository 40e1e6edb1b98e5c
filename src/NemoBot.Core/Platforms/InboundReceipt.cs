namespace NemoBot.Core.Platforms;

/// <summary>What became of a posted message by the time the sink returns.</summary>
public enum InboundReceipt
{
    /// <summary>It is on disk and will be answered.</summary>
    Accepted,

    /// <summary>It was posted before; nothing further happens.</summary>
    Duplicate,

    /// <summary>The conversation's lane is full; the sender has been told.</summary>
    Refused,
}
