namespace NemoBot.Discord.Wire;

/// <summary>A command, button press, autocompletion or form.</summary>
internal sealed record WireInteraction
{
    public required string Id { get; init; }

    public required string ApplicationId { get; init; }

    public int Type { get; init; }

    public required string Token { get; init; }

    public WireInteractionData? Data { get; init; }

    public string? GuildId { get; init; }

    public string? ChannelId { get; init; }

    public WireChannel? Channel { get; init; }

    public WireMember? Member { get; init; }

    public WireUser? User { get; init; }

    public WireMessage? Message { get; init; }

    public string? Locale { get; init; }

    public string? AppPermissions { get; init; }

    public long? AttachmentSizeLimit { get; init; }

    public int? Context { get; init; }

    public IReadOnlyDictionary<string, string>? AuthorizingIntegrationOwners { get; init; }
}
