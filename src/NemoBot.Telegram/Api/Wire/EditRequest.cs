namespace NemoBot.Telegram.Api.Wire;

/// <summary><c>editMessageText</c> and <c>editMessageCaption</c>; without a keyboard the old one goes.</summary>
internal sealed record EditRequest
{
    public required long ChatId { get; init; }

    public required long MessageId { get; init; }

    public string? Text { get; init; }

    public string? Caption { get; init; }

    public string? ParseMode { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }

    public InlineKeyboard? ReplyMarkup { get; init; }
}
