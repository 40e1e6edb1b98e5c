namespace NemoBot.Core.Platforms;

/// <summary>The kind of a message; platforms use it for presentation and priority, final ones first.</summary>
public enum OutboundKind
{
    /// <summary>Shows the progress of work; edited until the work is done.</summary>
    Status,

    /// <summary>A lasting answer.</summary>
    Text,
}
