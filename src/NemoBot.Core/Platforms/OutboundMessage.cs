namespace NemoBot.Core.Platforms;

/// <summary>
/// A text to send or to put in the place of an earlier one. The text is plain: platforms escape it for their markup, and it fits
/// their limits because the engine measured it.
/// </summary>
public sealed record OutboundMessage
{
    /// <summary>What it is to the reader.</summary>
    public OutboundKind Kind { get; init; } = OutboundKind.Text;

    /// <summary>Plain text; links stand as bare addresses.</summary>
    public required string Text { get; init; }

    /// <summary>Buttons below, at most <see cref="PlatformLimits.Buttons"/>; an edit without any removes them.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>How far the work is, 0 to 1, for platforms that draw a bar; the text says it in words too.</summary>
    public double? Progress { get; init; }

    /// <summary>The message this answers, if it should hang below it.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>
    /// Identifies the message over repeats of its send. Platforms that recognize a repeat pass it on to the service, so that a send
    /// whose answer was lost is not shown twice. Null: the send is never repeated.
    /// </summary>
    public string? DeduplicationKey { get; init; }

    /// <summary>True for the last edit of a status: it is owed and goes before everything that may be dropped.</summary>
    public bool IsFinal { get; init; }
}
