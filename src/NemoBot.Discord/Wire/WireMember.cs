namespace NemoBot.Discord.Wire;

/// <summary>A member of a server; permissions are present in interactions only.</summary>
internal sealed record WireMember
{
    public string? Nick { get; init; }

    public IReadOnlyList<string>? Roles { get; init; }

    public string? Permissions { get; init; }

    public WireUser? User { get; init; }
}
