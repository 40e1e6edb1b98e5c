namespace NemoBot.Discord.Wire;

/// <summary>A forwarded message.</summary>
internal sealed record WireSnapshot
{
    public WireMessage? Message { get; init; }
}
