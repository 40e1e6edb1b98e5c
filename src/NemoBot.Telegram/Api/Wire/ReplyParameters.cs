namespace NemoBot.Telegram.Api.Wire;

/// <summary>The message a new one answers.</summary>
internal sealed record ReplyParameters
{
    public required long MessageId { get; init; }

    public bool AllowSendingWithoutReply { get; init; } = true;
}
