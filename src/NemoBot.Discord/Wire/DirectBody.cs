namespace NemoBot.Discord.Wire;

/// <summary>A direct channel to open.</summary>
internal sealed record DirectBody
{
    public required string RecipientId { get; init; }
}
