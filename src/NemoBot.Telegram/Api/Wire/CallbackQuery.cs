namespace NemoBot.Telegram.Api.Wire;

/// <summary>A pressed button.</summary>
internal sealed record CallbackQuery
{
    public string? Id { get; init; }

    public User? From { get; init; }

    /// <summary>The message with the button; of an old one only chat and id are told.</summary>
    public Message? Message { get; init; }

    public string? Data { get; init; }
}
