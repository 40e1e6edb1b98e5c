namespace NemoBot.Discord.Wire;

/// <summary>The start of a gateway session.</summary>
internal sealed record WireReady
{
    public required string SessionId { get; init; }

    public string? ResumeGatewayUrl { get; init; }

    public WireUser? User { get; init; }

    public WireApplication? Application { get; init; }
}
