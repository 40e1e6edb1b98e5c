namespace NemoBot.Telegram.Api.Wire;

/// <summary><c>sendMessage</c></summary>
internal sealed record SendMessageRequest
{
    public required long ChatId { get; init; }

    public long? MessageThreadId { get; init; }

    public required string Text { get; init; }

    public string? ParseMode { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }

    public ReplyParameters? ReplyParameters { get; init; }

    public InlineKeyboard? ReplyMarkup { get; init; }
}
