namespace NemoBot.Discord.Wire;

/// <summary>A request for a direct channel.</summary>
internal sealed record DirectBody
{
    public required string RecipientId { get; init; }
}
