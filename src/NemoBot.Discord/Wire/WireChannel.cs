namespace NemoBot.Discord.Wire;

/// <summary>A channel or thread.</summary>
internal sealed record WireChannel
{
    public required string Id { get; init; }

    public int? Type { get; init; }

    public string? GuildId { get; init; }

    public string? ParentId { get; init; }

    public IReadOnlyList<WireOverwrite>? PermissionOverwrites { get; init; }
}
