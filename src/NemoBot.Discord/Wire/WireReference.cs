namespace NemoBot.Discord.Wire;

/// <summary>What a message answers.</summary>
internal sealed record WireReference
{
    public string? MessageId { get; init; }

    public string? ChannelId { get; init; }

    public int? Type { get; init; }
}
