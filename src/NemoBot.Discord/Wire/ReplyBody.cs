namespace NemoBot.Discord.Wire;

/// <summary>The message a new one replies to.</summary>
internal sealed record ReplyBody
{
    public required string MessageId { get; init; }

    public bool FailIfNotExists { get; init; }
}
