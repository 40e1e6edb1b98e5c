namespace NemoBot.Discord.Wire;

/// <summary>The message a message refers to.</summary>
internal sealed record WireReference
{
    public string? MessageId { get; init; }

    public string? ChannelId { get; init; }

    public int? Type { get; init; }
}
