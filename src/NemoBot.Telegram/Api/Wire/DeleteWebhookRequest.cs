namespace NemoBot.Telegram.Api.Wire;

/// <summary><c>deleteWebhook</c></summary>
internal sealed record DeleteWebhookRequest
{
    /// <summary>False: what people said meanwhile is still wanted.</summary>
    public bool DropPendingUpdates { get; init; }
}
