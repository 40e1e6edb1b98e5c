namespace NemoBot.Telegram.Api.Wire;

/// <summary><c>answerCallbackQuery</c></summary>
internal sealed record AnswerCallbackRequest
{
    public required string CallbackQueryId { get; init; }
}
