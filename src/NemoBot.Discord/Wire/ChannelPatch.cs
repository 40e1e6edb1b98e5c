namespace NemoBot.Discord.Wire;

/// <summary>A change of a thread.</summary>
internal sealed record ChannelPatch
{
    public bool? Archived { get; init; }
}
