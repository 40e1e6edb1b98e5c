namespace NemoBot.Discord.Wire;

/// <summary>A thread to open.</summary>
internal sealed record ThreadBody
{
    public required string Name { get; init; }

    public int AutoArchiveDuration { get; init; }
}
