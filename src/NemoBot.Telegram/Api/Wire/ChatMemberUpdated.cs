namespace NemoBot.Telegram.Api.Wire;

/// <summary>The bot's own standing in a chat changed.</summary>
internal sealed record ChatMemberUpdated
{
    public Chat? Chat { get; init; }

    public User? From { get; init; }

    public ChatMember? OldChatMember { get; init; }

    public ChatMember? NewChatMember { get; init; }
}
