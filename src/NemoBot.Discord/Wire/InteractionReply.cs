namespace NemoBot.Discord.Wire;

/// <summary>The initial reply to an interaction.</summary>
internal sealed record InteractionReply
{
    public int Type { get; init; }

    public InteractionReplyData? Data { get; init; }
}
