namespace NemoBot.Discord.Wire;

/// <summary>The message that a new one answers.</summary>
internal sealed record ReplyBody
{
    public required string MessageId { get; init; }

    public bool FailIfNotExists { get; init; }
}
