namespace NemoBot.Storage.Tables;

/// <summary>How values stand in the database: times as Unix milliseconds.</summary>
internal static class SqlValues
{
    public static long Milliseconds(this DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static long? Milliseconds(this DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();
}
