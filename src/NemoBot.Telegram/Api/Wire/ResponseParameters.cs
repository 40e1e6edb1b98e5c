namespace NemoBot.Telegram.Api.Wire;

/// <summary>What an error says beyond its words.</summary>
internal sealed record ResponseParameters
{
    /// <summary>Seconds.</summary>
    public double? RetryAfter { get; init; }

    public long? MigrateToChatId { get; init; }
}
