namespace NemoBot.Telegram.Api.Wire;

/// <summary>One button; its data has at most 64 bytes.</summary>
internal sealed record InlineButton
{
    public required string Text { get; init; }

    public required string CallbackData { get; init; }
}
