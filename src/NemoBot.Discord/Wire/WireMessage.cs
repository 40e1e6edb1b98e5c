namespace NemoBot.Discord.Wire;

/// <summary>A message, from the gateway or REST.</summary>
internal sealed record WireMessage
{
    public required string Id { get; init; }

    public string? ChannelId { get; init; }

    public string? GuildId { get; init; }

    public WireUser? Author { get; init; }

    public WireMember? Member { get; init; }

    public string? Content { get; init; }

    public int Type { get; init; }

    public IReadOnlyList<WireUser>? Mentions { get; init; }

    public IReadOnlyList<WireAttachment>? Attachments { get; init; }

    public WireMessage? ReferencedMessage { get; init; }

    public WireReference? MessageReference { get; init; }

    public IReadOnlyList<WireSnapshot>? MessageSnapshots { get; init; }

    public string? WebhookId { get; init; }
}
