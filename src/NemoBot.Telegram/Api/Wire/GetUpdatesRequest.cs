namespace NemoBot.Telegram.Api.Wire;

/// <summary><c>getUpdates</c></summary>
internal sealed record GetUpdatesRequest
{
    public long? Offset { get; init; }

    public int Limit { get; init; } = 100;

    /// <summary>Seconds.</summary>
    public required int Timeout { get; init; }

    /// <summary>Always sent: left out, the service keeps an earlier list.</summary>
    public required IReadOnlyList<string> AllowedUpdates { get; init; }
}
