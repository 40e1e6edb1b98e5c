namespace NemoBot.Core.Platforms;

/// <summary>
/// A text to send or to edit. It is plain: platforms escape it for their markup. It fits their limits, because the engine has measured it.
/// </summary>
public sealed record OutboundMessage
{
    /// <summary>The kind of message.</summary>
    public OutboundKind Kind { get; init; } = OutboundKind.Text;

    /// <summary>Plain text; links are bare URLs.</summary>
    public required string Text { get; init; }

    /// <summary>Buttons below, at most <see cref="PlatformLimits.Buttons"/>; an edit without buttons removes them.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>Progress from 0 to 1, for platforms that draw a bar; the text contains it too.</summary>
    public double? Progress { get; init; }

    /// <summary>The message this replies to; null for none.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>
    /// Identifies the message over repeats of its send. Platforms that recognize a repeat pass it on to the service, so that a send
    /// whose answer was lost is not shown twice. Null: the send is never repeated.
    /// </summary>
    public string? DeduplicationKey { get; init; }

    /// <summary>True for the last edit of a status: it must be delivered, before everything droppable.</summary>
    public bool IsFinal { get; init; }

    /// <summary>
    /// Awaited directly before each attempt, after every wait for the platform's pace. Throws if the message must not be sent any more; the
    /// exception reaches the caller. Null: nothing to check.
    /// </summary>
    public Func<CancellationToken, Task>? BeforeSend { get; init; }

    /// <summary>Awaits <see cref="BeforeSend"/>.</summary>
    public Task ConfirmAsync(CancellationToken cancellationToken) => BeforeSend?.Invoke(cancellationToken) ?? Task.CompletedTask;
}
