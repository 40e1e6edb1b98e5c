using LiteDB;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>Values of documents. Null is a missing field; times are Unix milliseconds, because LiteDB changes dates to local time.</summary>
internal static class Fields
{
    public static void Set(this BsonDocument document, string name, string? value) => document.SetOrRemove(name, value is null ? null : new BsonValue(value));

    public static void Set(this BsonDocument document, string name, long? value) => document.SetOrRemove(name, value is null ? null : new BsonValue(value.Value));

    public static void Set(this BsonDocument document, string name, bool value) => document.SetOrRemove(name, value ? new BsonValue(true) : null);

    public static void Set(this BsonDocument document, string name, DateTimeOffset? value) => document.Set(name, value?.ToUnixTimeMilliseconds());

    public static string Text(this BsonDocument document, string name) =>
        document.TextOrNull(name) ?? throw new InvalidOperationException($"A stored document has no {name}.");

    public static string? TextOrNull(this BsonDocument document, string name) => document.TryGetValue(name, out var value) ? value.AsString : null;

    public static long Number(this BsonDocument document, string name) => document.NumberOrNull(name) ?? 0;

    public static long? NumberOrNull(this BsonDocument document, string name) => document.TryGetValue(name, out var value) ? value.AsInt64 : null;

    public static int Int(this BsonDocument document, string name) => (int)document.Number(name);

    public static int? IntOrNull(this BsonDocument document, string name) => (int?)document.NumberOrNull(name);

    public static bool Flag(this BsonDocument document, string name) => document.ContainsKey(name);

    public static DateTimeOffset Time(this BsonDocument document, string name) => DateTimeOffset.FromUnixTimeMilliseconds(document.Number(name));

    public static DateTimeOffset? TimeOrNull(this BsonDocument document, string name) =>
        document.NumberOrNull(name) is { } value ? DateTimeOffset.FromUnixTimeMilliseconds(value) : null;

    public static T Choice<T>(this BsonDocument document, string name)
        where T : struct, Enum => Enum.Parse<T>(document.Text(name));

    private static void SetOrRemove(this BsonDocument document, string name, BsonValue? value)
    {
        if (value is null)
        {
            document.Remove(name);
        }
        else
        {
            document[name] = value;
        }
    }
}
