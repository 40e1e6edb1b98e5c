namespace NemoBot.Telegram.Api.Wire;

/// <summary><c>getChatMember</c></summary>
internal sealed record GetChatMemberRequest
{
    public required long ChatId { get; init; }

    public required long UserId { get; init; }
}
