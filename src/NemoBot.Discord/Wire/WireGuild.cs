namespace NemoBot.Discord.Wire;

/// <summary>A server. Only the fields the bot needs.</summary>
internal sealed record WireGuild
{
    public required string Id { get; init; }

    public bool? Unavailable { get; init; }

    public int? PremiumTier { get; init; }

    public string? OwnerId { get; init; }

    public IReadOnlyList<WireRole>? Roles { get; init; }
}
