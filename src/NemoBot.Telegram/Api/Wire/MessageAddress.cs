namespace NemoBot.Telegram.Api.Wire;

/// <summary><c>deleteMessage</c></summary>
internal sealed record MessageAddress
{
    public required long ChatId { get; init; }

    public required long MessageId { get; init; }
}
