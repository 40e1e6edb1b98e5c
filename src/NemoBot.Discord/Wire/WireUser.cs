namespace NemoBot.Discord.Wire;

/// <summary>A person or bot.</summary>
internal sealed record WireUser
{
    public required string Id { get; init; }

    public string? Username { get; init; }

    public string? GlobalName { get; init; }

    public bool? Bot { get; init; }
}
