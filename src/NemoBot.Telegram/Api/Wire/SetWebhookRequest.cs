namespace NemoBot.Telegram.Api.Wire;

/// <summary><c>setWebhook</c></summary>
internal sealed record SetWebhookRequest
{
    public required string Url { get; init; }

    public required string SecretToken { get; init; }

    public required IReadOnlyList<string> AllowedUpdates { get; init; }
}
