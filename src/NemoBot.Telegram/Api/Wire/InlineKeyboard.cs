namespace NemoBot.Telegram.Api.Wire;

/// <summary>The buttons below a message, by row.</summary>
internal sealed record InlineKeyboard
{
    [System.Text.Json.Serialization.JsonPropertyName("inline_keyboard")]
    public required IReadOnlyList<IReadOnlyList<InlineButton>> Rows { get; init; }
}
