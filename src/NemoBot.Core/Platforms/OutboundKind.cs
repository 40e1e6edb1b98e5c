namespace NemoBot.Core.Platforms;

/// <summary>What a message is to the reader; platforms use it for looks and for priority, final ones first.</summary>
public enum OutboundKind
{
    /// <summary>Tells how work goes on; edited until the work is done.</summary>
    Status,

    /// <summary>An answer that stays.</summary>
    Text,
}
