namespace NemoBot.Tests.Telegram.StandIn;

/// <summary>An error in the service's own words.</summary>
internal sealed class BotApiError(int code, string description, int? retryAfter = null, long? migrateTo = null)
    : Exception(description)
{
    public int Code { get; } = code;

    public int? RetryAfter { get; } = retryAfter;

    public long? MigrateTo { get; } = migrateTo;

    public static BotApiError Bad(string words) => new(400, "Bad Request: " + words);
}
