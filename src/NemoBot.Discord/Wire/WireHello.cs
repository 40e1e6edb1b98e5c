namespace NemoBot.Discord.Wire;

/// <summary>The first frame of a gateway connection.</summary>
internal sealed record WireHello
{
    public double HeartbeatInterval { get; init; }
}
