namespace NemoBot.Discord.Wire;

/// <summary>The gateway's address and recommended number of shards.</summary>
internal sealed record WireGatewayBot
{
    public required string Url { get; init; }

    public int Shards { get; init; }

    public WireSessionLimit? SessionStartLimit { get; init; }
}
