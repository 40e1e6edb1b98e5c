using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LiteDB;
using NemoBot.Storage.LiteDb.Engine;

namespace NemoBot.Storage.LiteDb.Records;

/// <summary>Message ids that were seen. They outlive their turns, so that a late second copy is dropped.</summary>
internal static class SeenMessages
{
    // An index key of LiteDB has at most 1,023 bytes; platforms have ids of some dozen characters.
    private const int LongestId = 200;

    /// <returns>False if it was seen before.</returns>
    public static bool Add(Session session, long space, string messageId, DateTimeOffset at)
    {
        var id = Prefix(space) + Shorten(messageId);
        if (session.Get(Collections.Seen, id) is not null)
        {
            return false;
        }

        var row = new BsonDocument { ["_id"] = id };
        row.Set("at", at);
        session.Insert(Collections.Seen, row);
        return true;
    }

    public static int Prune(Session session, DateTimeOffset before, int limit) =>
        DeleteAll(session, session.Range(Collections.Seen, "at", long.MinValue, before.ToUnixTimeMilliseconds() - 1, limit));

    /// <summary>Deletes ids of a channel.</summary>
    public static int Forget(Session session, long space, int limit) =>
        DeleteAll(session, session.Range(Collections.Seen, "_id", Prefix(space), Prefix(space) + "\uffff", limit));

    /// <summary>The space of a row's id, and what is kept of the message's id.</summary>
    public static (long Space, string MessageId) Split(string rowId)
    {
        var colon = rowId.IndexOf(':', StringComparison.Ordinal);
        return (long.Parse(rowId.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture), rowId[(colon + 1)..]);
    }

    private static int DeleteAll(Session session, List<BsonDocument> rows)
    {
        rows.ForEach(r => session.Delete(Collections.Seen, r["_id"]));
        return rows.Count;
    }

    private static string Prefix(long space) => space.ToString(CultureInfo.InvariantCulture) + ":";

    private static string Shorten(string id) => id.Length <= LongestId ? id : "#" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
