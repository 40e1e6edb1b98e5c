namespace NemoBot.Discord.Wire;

/// <summary>A role of a server.</summary>
internal sealed record WireRole
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public string? Permissions { get; init; }
}
