namespace NemoBot.Telegram.Api.Wire;

/// <summary>One thing that happened.</summary>
internal sealed record Update
{
    public long UpdateId { get; init; }

    public Message? Message { get; init; }

    public CallbackQuery? CallbackQuery { get; init; }

    public ChatMemberUpdated? MyChatMember { get; init; }
}
