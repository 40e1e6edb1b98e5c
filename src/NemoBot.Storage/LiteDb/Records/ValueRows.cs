using LiteDB;
using NemoBot.Core.Storage;
using NemoBot.Storage.LiteDb.Engine;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>Small values of the bot as a whole.</summary>
internal static class ValueRows
{
    public static string? Get(Session session, string name) => session.Get(Collections.Values, name)?.Text("value");

    public static bool Update(Session session, IReadOnlyList<string> names, Func<IReadOnlyList<string?>, IReadOnlyList<ExpiringValue?>?> change)
    {
        if (change([.. names.Select(n => Get(session, n))]) is not { } values)
        {
            return false;
        }

        for (var i = 0; i < names.Count; i++)
        {
            if (values[i] is { } value)
            {
                var row = new BsonDocument { ["_id"] = names[i], ["value"] = value.Text };
                row.Set("until", value.ExpiresAt);
                session.Upsert(Collections.Values, row);
            }
            else
            {
                session.Delete(Collections.Values, names[i]);
            }
        }

        return true;
    }

    /// <summary>Deletes values that expired before a time.</summary>
    public static int Prune(Session session, DateTimeOffset before, int limit)
    {
        var rows = session.Range(Collections.Values, "until", long.MinValue, before.ToUnixTimeMilliseconds() - 1, limit);
        rows.ForEach(r => session.Delete(Collections.Values, r["_id"]));
        return rows.Count;
    }
}
