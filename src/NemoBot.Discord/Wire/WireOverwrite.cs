namespace NemoBot.Discord.Wire;

/// <summary>A permission overwrite of a channel for a role or person.</summary>
internal sealed record WireOverwrite
{
    public required string Id { get; init; }

    public int Type { get; init; }

    public string? Allow { get; init; }

    public string? Deny { get; init; }
}
