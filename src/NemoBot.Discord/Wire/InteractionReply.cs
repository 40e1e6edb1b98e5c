namespace NemoBot.Discord.Wire;

/// <summary>The first answer to an interaction.</summary>
internal sealed record InteractionReply
{
    public int Type { get; init; }

    public InteractionReplyData? Data { get; init; }
}
