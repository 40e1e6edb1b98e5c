namespace NemoBot.Discord.Wire;

/// <summary>Where the gateway is and how many shards it wants.</summary>
internal sealed record WireGatewayBot
{
    public required string Url { get; init; }

    public int Shards { get; init; }

    public WireSessionLimit? SessionStartLimit { get; init; }
}
