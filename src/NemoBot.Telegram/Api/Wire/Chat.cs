namespace NemoBot.Telegram.Api.Wire;

/// <summary>A private chat, group or channel.</summary>
internal sealed record Chat
{
    public long Id { get; init; }

    /// <summary><c>private</c>, <c>group</c>, <c>supergroup</c> or <c>channel</c>.</summary>
    public string? Type { get; init; }

    public string? Title { get; init; }
}
